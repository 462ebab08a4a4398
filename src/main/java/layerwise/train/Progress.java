package layerwise.train;

import java.util.function.Supplier;

/** Hears how training goes while it goes; called from the training thread, so it should be quick. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {
        @Override
        public void step(Step step) {}

        @Override
        public void epoch(History history, Supplier<Classifier> classifier) {}
    };

    /**
     * Where training stands within an epoch.
     *
     * @param epoch counted from 1
     * @param epochs of the recipe
     * @param images seen in this epoch
     * @param of images that an epoch has
     * @param loss mean loss of this epoch so far
     * @param accuracy share of right answers of this epoch so far
     */
    record Step(int epoch, int epochs, int images, int of, double loss, double accuracy) {}

    /** A step has ended. */
    void step(Step step);

    /** An epoch has ended; {@code history} has it last, and {@code classifier} copies the network as it is now. */
    void epoch(History history, Supplier<Classifier> classifier);
}
