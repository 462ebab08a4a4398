package layerwise.course;

import java.util.Locale;
import java.util.Map;

/**
 * How much a lesson may train: the one place that every training cell of a notebook asks.
 *
 * <p>The environment variable {@code LAYERWISE_BUDGET} chooses: {@code small} for a quick look, {@code lesson} (the
 * default, seconds to a minute on two cores), {@code full} for results worth quoting.
 */
public enum Budget {
    /** A few hundred images, two passes: only to see that everything runs. */
    SMALL(600, 200, 2),
    /** What the notebooks are written with. */
    LESSON(4_000, 1_000, 6),
    /** As many images as the lecture's own experiments, twenty passes. */
    FULL(40_000, 10_000, 20);

    private static final String VARIABLE = "LAYERWISE_BUDGET";

    private final int train;
    private final int test;
    private final int epochs;

    Budget(int train, int test, int epochs) {
        this.train = train;
        this.test = test;
        this.epochs = epochs;
    }

    /** {@return images to learn from} */
    public int train() {
        return train;
    }

    /** {@return images to test on} */
    public int test() {
        return test;
    }

    /** {@return passes over the images} */
    public int epochs() {
        return epochs;
    }

    static Budget of(Map<String, String> environment) {
        String word = environment.getOrDefault(VARIABLE, "lesson");
        try {
            return valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    VARIABLE + ": expected small, lesson or full, got " + word + "; correct the variable or unset it");
        }
    }
}
