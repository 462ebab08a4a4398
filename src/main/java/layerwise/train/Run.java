package layerwise.train;

/**
 * What was trained, how, on what, by which engine, and how it went: enough to train it again.
 *
 * @param classifier the trained network
 * @param recipe how
 * @param data on what
 * @param engine name and version of what did the arithmetic
 * @param history every epoch
 */
public record Run(Classifier classifier, Recipe recipe, RunData data, String engine, History history) {

    /** {@return share of the test images answered rightly after the last epoch} */
    public double accuracy() {
        return history.last().testAccuracy();
    }
}
