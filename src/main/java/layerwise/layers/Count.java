package layerwise.layers;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;

/** Exact arithmetic of counts: one that a {@code long} cannot hold is refused, never wrapped. */
public final class Count {
    private Count() {}

    /**
     * {@return a·b·…, of numbers that are not negative}
     *
     * @throws IllegalArgumentException if it is beyond 2⁶³ − 1
     */
    public static long product(long... factors) {
        return Arrays.stream(factors).anyMatch(factor -> factor == 0) ? 0 : exact(Math::multiplyExact, 1, "·", factors);
    }

    /**
     * {@return a + b + …, of numbers that are not negative}
     *
     * @throws IllegalArgumentException if it is beyond 2⁶³ − 1
     */
    public static long sum(long... terms) {
        return exact(Math::addExact, 0, " + ", terms);
    }

    private static long exact(LongBinaryOperator operation, long neutral, String sign, long... numbers) {
        try {
            return Arrays.stream(numbers).reduce(neutral, operation);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a count of "
                    + Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(sign))
                    + " is beyond 2⁶³ − 1; use a smaller input or fewer units");
        }
    }
}
