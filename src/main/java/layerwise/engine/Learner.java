package layerwise.engine;

/**
 * A network with weights in an engine, that can answer and learn; images are floats, batch × channels × height × width.
 *
 * <p>What the two paths of training have in common: a loop drives it without knowing how a step is done. One thread at
 * a time.
 */
public interface Learner extends Answers {

    /** The outputs of a step that the engine may still be working on. */
    @FunctionalInterface
    interface Pending {
        /** {@return batch × classes numbers, when the engine has them} */
        float[] outputs();
    }

    /**
     * Learns from one batch: forward, loss, gradients, and one update of all parameters.
     *
     * @param images at least {@code count} images
     * @param labels at least {@code count} labels
     * @param count images to learn from
     * @param rate learning rate of this update
     * @return the outputs as they were before the update; to be asked for once
     */
    Pending step(float[] images, float[] labels, int count, double rate);

    /** {@return a copy of the numbers as they are now} */
    Weights weights();

    /** {@return a copy of what the update keeps beside the weights} */
    LearnerState state();

    /**
     * Goes on from where another learner of the same weights was.
     *
     * @throws IllegalArgumentException if it learned by another rule, or other weights
     */
    void restore(LearnerState state);

    /** Begins the random numbers of dropout anew, so that what follows depends on {@code seed} alone. */
    void seed(int seed);

    /** {@return the engine and its version, as a run records it} */
    String engine();
}
