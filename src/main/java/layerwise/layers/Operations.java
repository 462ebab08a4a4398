package layerwise.layers;

import java.util.stream.LongStream;

/**
 * Arithmetic for one image at test time, by class, as the network analyser of Gschwend 2016 (ZynqNet, appendix) counts it.
 *
 * <p>A bias is the number that a sum of products starts from and costs nothing; a mean is a sum whose division by a
 * constant is left out; dropout does nothing at test time. Moving numbers (flattening, slices, shuffles, stacking) is no
 * arithmetic.
 *
 * @param multiplyAdds products added to a sum, and products alone
 * @param adds additions and subtractions
 * @param compares choices of the larger or smaller of two numbers
 * @param divides divisions
 * @param exponentials exponentials and powers
 */
public record Operations(long multiplyAdds, long adds, long compares, long divides, long exponentials) {

    /** Nothing. */
    public static final Operations NONE = new Operations(0, 0, 0, 0, 0);

    /** {@return {@code count} products added to sums} */
    public static Operations multiplyAdds(long count) {
        return new Operations(count, 0, 0, 0, 0);
    }

    /** {@return {@code count} additions} */
    public static Operations adds(long count) {
        return new Operations(0, count, 0, 0, 0);
    }

    /** {@return {@code count} comparisons} */
    public static Operations compares(long count) {
        return new Operations(0, 0, count, 0, 0);
    }

    /** {@return {@code times} as many of each class} */
    public Operations times(long times) {
        return new Operations(
                Count.product(multiplyAdds, times),
                Count.product(adds, times),
                Count.product(compares, times),
                Count.product(divides, times),
                Count.product(exponentials, times));
    }

    /**
     * {@return both together}
     *
     * @throws IllegalArgumentException if a total is beyond 2⁶³ − 1
     */
    public Operations plus(Operations other) {
        return new Operations(
                Count.sum(multiplyAdds, other.multiplyAdds),
                Count.sum(adds, other.adds),
                Count.sum(compares, other.compares),
                Count.sum(divides, other.divides),
                Count.sum(exponentials, other.exponentials));
    }

    /** {@return all classes added, a multiply-add as two: the FLOPs of those who count so} */
    public long total() {
        return LongStream.of(multiplyAdds, multiplyAdds, adds, compares, divides, exponentials)
                .reduce(0, Count::sum);
    }
}
