package layerwise.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How a network answered a set of images.
 *
 * @param images how many
 * @param loss mean loss of an image
 * @param top1 share of images whose class has the best score
 * @param top5 share of images whose class is among the five best scores
 * @param classes outputs of the network
 * @param cells answers by label and answer, those that occurred
 * @param calibration how sure it was, and how often right
 */
public record Evaluation(
        int images, double loss, double top1, double top5, int classes, List<Cell> cells, Calibration calibration) {

    /**
     * Images of one class that were given one answer.
     *
     * @param label what is right
     * @param answer what was answered
     * @param count how many
     */
    public record Cell(int label, int answer, int count) implements Json.Row {}

    /** Copies the list. */
    public Evaluation {
        cells = List.copyOf(cells);
    }

    /** {@return loss, top-1 and top-5 alone} */
    Evaluation brief() {
        return new Evaluation(images, loss, top1, top5, classes, List.of(), new Calibration(List.of()));
    }

    /** {@return share of right answers among the images of class {@code label}; 0 where there are none} */
    public double recall(int label) {
        int all = count(cell -> cell.label() == label);
        return all == 0 ? 0 : (double) count(cell -> cell.label() == label && cell.answer() == label) / all;
    }

    /** {@return share of right answers by class, in the order of the labels; 0 where a class has no images} */
    public List<Double> recalls() {
        return IntStream.range(0, classes).mapToObj(this::recall).toList();
    }

    private int count(Predicate<Cell> which) {
        return cells.stream().filter(which).mapToInt(Cell::count).sum();
    }

    /** {@return how often each class was taken for each; {@code names} of the classes, as many as have one} */
    public ConfusionMatrix confusion(List<String> names) {
        var counts = new Integer[classes][classes];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
        cells.forEach(cell -> counts[cell.label()][cell.answer()] = cell.count());
        var all = IntStream.range(0, classes)
                .mapToObj(i -> i < names.size() ? names.get(i) : String.valueOf(i))
                .toList();
        return new ConfusionMatrix(all, Arrays.stream(counts).map(List::of).toList());
    }
}
