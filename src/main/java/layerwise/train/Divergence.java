package layerwise.train;

import layerwise.data.Batch;
import layerwise.engine.Probe;
import layerwise.engine.Weights;

/**
 * The loss is no longer a number, or beyond any from which training comes back: where, and why.
 *
 * @param training which
 * @param epoch counted from 1
 * @param step counted from 1
 * @param what the loss of which images
 * @param loss their mean so far
 */
record Divergence(Training training, int epoch, int step, String what, double loss) {
    /** Far above what a wild first step may cost. */
    private static final double HOPELESS = 1e9;

    static boolean hopeless(double loss) {
        return !(loss < HOPELESS);
    }

    /** {@return the failure, which names the first layer that writes no numbers for {@code batch}} */
    IllegalStateException found(Weights weights, Batch batch) {
        return new IllegalStateException(training.network().name() + ": training diverged in epoch " + epoch + ", step "
                + step + ": the " + what + " is " + loss + ", " + where(weights, batch) + "; use a learning rate below "
                + training.recipe().rate() + kept());
    }

    private String where(Weights weights, Batch batch) {
        return Probe.fault(training.network(), weights, batch.images(), batch.size())
                .map(fault -> fault.path() + " is the first layer whose outputs are not finite, and its weights "
                        + (fault.weights() ? "still are" : "are not either"))
                .orElse("though the outputs of every layer are finite");
    }

    private String kept() {
        return training.file()
                .filter(file -> epoch > 1)
                .map(file -> "; " + file + " holds epoch " + (epoch - 1))
                .orElse("");
    }
}
