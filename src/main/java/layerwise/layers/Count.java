package layerwise.layers;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Exact arithmetic of counts: one that a {@code long} cannot hold is refused, never wrapped. */
public final class Count {
    private Count() {}

    /**
     * {@return a·b·…}
     *
     * @throws IllegalArgumentException if it is beyond 2⁶³ − 1
     */
    public static long product(long... factors) {
        try {
            long product = 1;
            for (long factor : factors) {
                product = Math.multiplyExact(product, factor);
            }
            return product;
        } catch (ArithmeticException e) {
            return Arrays.stream(factors).anyMatch(factor -> factor == 0) ? 0 : refused("·", factors);
        }
    }

    /**
     * {@return a + b + …}
     *
     * @throws IllegalArgumentException if it is beyond 2⁶³ − 1
     */
    public static long sum(long... terms) {
        try {
            long sum = 0;
            for (long term : terms) {
                sum = Math.addExact(sum, term);
            }
            return sum;
        } catch (ArithmeticException e) {
            return refused(" + ", terms);
        }
    }

    private static long refused(String sign, long... numbers) {
        throw new IllegalArgumentException("a count of "
                + Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(sign))
                + " is beyond 2⁶³ − 1; use a smaller input or fewer units");
    }
}
