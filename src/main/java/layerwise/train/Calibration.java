package layerwise.train;

import java.util.Arrays;
import java.util.List;

/**
 * How sure a network is and how often it is right, by bins of equal width: bin m of M holds answers with a confidence in
 * (m/M, (m + 1)/M] (Guo et al. 2017, section 2).
 *
 * @param bins from the least sure to the surest
 */
public record Calibration(List<Bin> bins) {
    /** M of the paper. */
    static final int BINS = 15;

    /**
     * Answers that are about as sure as each other.
     *
     * @param images how many
     * @param confidence the sum of their confidences
     * @param right how many of them are right
     */
    public record Bin(int images, double confidence, int right) implements Json.Row {}

    /** Copies the list. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /** {@return Σ |right − confidence| / images: the expected calibration error, 0 where confidence is the accuracy} */
    public double error() {
        int images = bins.stream().mapToInt(Bin::images).sum();
        double gaps = bins.stream()
                .mapToDouble(bin -> Math.abs(bin.right() - bin.confidence()))
                .sum();
        return images == 0 ? 0 : gaps / images;
    }

    /** Counts answers as they come in. */
    static final class Counter {
        private final int[] images = new int[BINS];
        private final double[] confidence = new double[BINS];
        private final int[] right = new int[BINS];

        void add(double sure, boolean isRight) {
            int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(sure * BINS) - 1));
            images[bin]++;
            confidence[bin] += sure;
            right[bin] += isRight ? 1 : 0;
        }

        Calibration calibration() {
            var bins = new Bin[BINS];
            Arrays.setAll(bins, i -> new Bin(images[i], confidence[i], right[i]));
            return new Calibration(List.of(bins));
        }
    }
}
