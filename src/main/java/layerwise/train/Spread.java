package layerwise.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * min ≤ median ≤ max of a number over several runs; ∞ where a run never came to it.
 *
 * @param min the least
 * @param median the middle one; of an even count the mean of the two in the middle
 * @param max the greatest
 */
public record Spread(double min, double median, double max) {

    /** {@return the spread of {@code number} over {@code runs}} */
    static <T> Spread of(List<T> runs, ToDoubleFunction<T> number) {
        double[] sorted = runs.stream().mapToDouble(number).sorted().toArray();
        return new Spread(sorted[0], median(sorted), sorted[sorted.length - 1]);
    }

    private static double median(double... sorted) {
        double[] middle = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1);
        return Arrays.stream(middle).average().orElseThrow();
    }

    /** {@return whether every run came to it} */
    public boolean finite() {
        return Double.isFinite(max);
    }
}
