package layerwise.layers;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Exact products and sums: a count that a {@code long} cannot hold is refused, never wrapped. */
final class Count {
    private Count() {}

    /** {@return a·b·…} */
    static long product(long... factors) {
        try {
            long product = 1;
            for (long factor : factors) {
                product = Math.multiplyExact(product, factor);
            }
            return product;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a count of "
                    + Arrays.stream(factors).mapToObj(Long::toString).collect(Collectors.joining("·"))
                    + " is beyond 2⁶³ − 1; use a smaller input or fewer units");
        }
    }

    /** {@return a + b} */
    static long sum(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a count of " + a + " + " + b + " is beyond 2⁶³ − 1; use a smaller input or fewer units");
        }
    }
}
