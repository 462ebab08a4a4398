package layerwise.train;

import layerwise.engine.Criterion;

/** Adds up loss and right answers of outputs as they come in. */
final class Tally {
    private final Criterion criterion;
    private final int classes;
    private double loss;
    private long right;
    private int images;

    Tally(Criterion criterion, int classes) {
        this.criterion = criterion;
        this.classes = classes;
    }

    /** Adds the images of one batch: outputs batch × classes, labels batch. */
    void add(float[] outputs, float[] labels) {
        for (int row = 0; row < outputs.length / classes; row++) {
            var output = java.util.Arrays.copyOfRange(outputs, row * classes, (row + 1) * classes);
            loss += criterion.loss(output, (int) labels[row]);
            right += criterion.answer(output) == (int) labels[row] ? 1 : 0;
            images++;
        }
    }

    /** {@return images so far} */
    int images() {
        return images;
    }

    /** {@return mean loss so far} */
    double loss() {
        return loss / images;
    }

    /** {@return share of right answers so far} */
    double accuracy() {
        return (double) right / images;
    }
}
