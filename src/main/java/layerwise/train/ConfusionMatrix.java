package layerwise.train;

import java.util.Arrays;
import java.util.List;

/**
 * counts(i, j): how many images of class i were answered with class j; the diagonal is right.
 *
 * @param classes what rows and columns stand for
 * @param counts a row for each true class, a column for each answer
 */
public record ConfusionMatrix(List<String> classes, List<List<Integer>> counts) {

    /** Copies the lists. */
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
    }

    static ConfusionMatrix of(Predictions predictions) {
        int size = predictions.classes().size();
        var counts = new Integer[size][size];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
        predictions.answers().forEach(answer -> counts[answer.label()][answer.answer()]++);
        return new ConfusionMatrix(
                predictions.classes(), Arrays.stream(counts).map(List::of).toList());
    }

    /** {@return images of class {@code label} that were answered with {@code answer}} */
    public int count(int label, int answer) {
        return counts.get(label).get(answer);
    }

    /** {@return share of right answers among the images of class {@code label}; 0 where there are none} */
    public double recall(int label) {
        int all = counts.get(label).stream().mapToInt(count -> count).sum();
        return all == 0 ? 0 : count(label, label) / (double) all;
    }

    /** {@return all images} */
    public int total() {
        return counts.stream().flatMap(List::stream).mapToInt(count -> count).sum();
    }
}
