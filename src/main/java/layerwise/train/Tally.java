package layerwise.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import layerwise.engine.Criterion;

/** Adds up loss and right answers of outputs as they come in. */
final class Tally {
    private static final int FIVE = 5;

    private final Criterion criterion;
    private final int classes;
    private final int[][] counts;
    private final Calibration.Counter calibration = new Calibration.Counter();
    private double loss;
    private long right;
    private long amongFive;
    private int images;

    Tally(Criterion criterion, int classes) {
        this.criterion = criterion;
        this.classes = classes;
        this.counts = new int[classes][];
    }

    /** Adds the images of one batch: outputs batch × classes, labels batch. */
    void add(float[] outputs, float[] labels) {
        for (int row = 0; row < outputs.length / classes; row++) {
            add(Arrays.copyOfRange(outputs, row * classes, (row + 1) * classes), (int) labels[row]);
        }
    }

    private void add(float[] output, int label) {
        int answer = criterion.answer(output);
        double norm = criterion.norm(output);
        loss += norm - criterion.score(output[label]);
        right += answer == label ? 1 : 0;
        amongFive += rank(output, label) < FIVE ? 1 : 0;
        calibration.add(Math.exp(criterion.score(output[answer]) - norm), answer == label);
        if (counts[label] == null) {
            counts[label] = new int[classes];
        }
        counts[label][answer]++;
        images++;
    }

    /** Classes with a better score; of equals the first is the best, as it is the answer. */
    private int rank(float[] output, int label) {
        double own = criterion.score(output[label]);
        int better = 0;
        for (int i = 0; i < output.length; i++) {
            double score = criterion.score(output[i]);
            better += score > own || score == own && i < label ? 1 : 0;
        }
        return better;
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

    /** {@return share of images so far whose class is among the five best} */
    double top5() {
        return (double) amongFive / images;
    }

    /** {@return all that is known of the images so far} */
    Evaluation evaluation() {
        return new Evaluation(images, loss(), accuracy(), top5(), classes, cells(), calibration.calibration());
    }

    private List<Evaluation.Cell> cells() {
        var cells = new ArrayList<Evaluation.Cell>();
        for (int label = 0; label < classes; label++) {
            for (int answer = 0; counts[label] != null && answer < classes; answer++) {
                if (counts[label][answer] > 0) {
                    cells.add(new Evaluation.Cell(label, answer, counts[label][answer]));
                }
            }
        }
        return cells;
    }
}
