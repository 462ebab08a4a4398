package layerwise.view;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import layerwise.train.Epoch;
import layerwise.train.History;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * Loss and accuracy after each epoch, for training images (dashed) and test images (solid), of one run or several.
 *
 * @param runs in the order of their colours
 */
public record LearningCurve(List<Run> runs) implements Picture {

    private static final int WIDTH = Sheet.WIDEST / 2;
    private static final int HEIGHT = 300;
    private static final int BARE = 270;

    /**
     * A run by name.
     *
     * @param name in the legend; empty where there is only one
     * @param history its epochs
     */
    public record Run(String name, History history) {

        /**
         * Refuses a run that has not begun.
         *
         * @throws IllegalArgumentException if no epoch has ended
         */
        public Run {
            if (history.epochs().isEmpty()) {
                throw new IllegalArgumentException("a learning curve" + (name.isEmpty() ? "" : " of " + name)
                        + ": expected a history of at least one epoch, got none; draw it after the first");
            }
        }

        String label(String images) {
            return name.isEmpty() ? images : name + ", " + images;
        }
    }

    /** Copies the list. */
    public LearningCurve {
        runs = List.copyOf(runs);
    }

    /**
     * {@return the curve of one run}
     *
     * @throws IllegalArgumentException if no epoch has ended
     */
    public static LearningCurve of(History history) {
        return of("", history);
    }

    /**
     * {@return the curve of one run under a name, to be laid over others}
     *
     * @throws IllegalArgumentException if no epoch has ended
     */
    public static LearningCurve of(String name, History history) {
        return new LearningCurve(List.of(new Run(name, history)));
    }

    /**
     * {@return these curves and one more}
     *
     * @throws IllegalArgumentException if no epoch of it has ended
     */
    public LearningCurve and(String name, History history) {
        var more = new ArrayList<>(runs);
        more.add(new Run(name, history));
        return new LearningCurve(more);
    }

    /** {@return the panel of losses, to change or save} */
    public XYChart loss() {
        return loss(height());
    }

    private XYChart loss(int height) {
        return new CurvePanel("loss per image", "#0.###", runs).chart(Epoch::loss, Epoch::testLoss, WIDTH, height);
    }

    /** {@return the panel of accuracies in percent, to change or save} */
    public XYChart accuracy() {
        return accuracy(height());
    }

    private XYChart accuracy(int height) {
        return new CurvePanel("accuracy in percent", "#0.##", runs)
                .chart(percent(Epoch::accuracy), percent(Epoch::testAccuracy), WIDTH, height);
    }

    /** In the legend of a single panel the names stand below each other, two lines a run. */
    private int height() {
        return HEIGHT + (runs.size() > 1 ? 36 * runs.size() : 0);
    }

    private static ToDoubleFunction<Epoch> percent(ToDoubleFunction<Epoch> share) {
        return epoch -> 100 * share.applyAsDouble(epoch);
    }

    /** {@return both panels above one key} */
    @Override
    public BufferedImage image() {
        return ChartStyle.sheet(List.of(loss(BARE), accuracy(BARE)), key());
    }

    /** Of a single epoch there is no line. */
    private Optional<Shape> point(Shape shape) {
        return runs.stream().allMatch(run -> run.history().epochs().size() == 1)
                ? Optional.of(shape)
                : Optional.empty();
    }

    private Key key() {
        var entries = new ArrayList<Key.Entry>();
        boolean several = runs.size() > 1;
        var kinds = several ? Sheet.TEXT : ChartStyle.colour(0);
        entries.add(new Key.Entry(
                several ? "train" : runs.get(0).label("train"), kinds, CurvePanel.DASHED, point(Key.DIAMOND)));
        entries.add(
                new Key.Entry(several ? "test" : runs.get(0).label("test"), kinds, CurvePanel.SOLID, point(Key.DISC)));
        for (int i = 0; several && i < runs.size(); i++) {
            entries.add(new Key.Entry(runs.get(i).name(), ChartStyle.colour(i), CurvePanel.SOLID));
        }
        return new Key(entries);
    }

    @Override
    public String text() {
        return runs.stream().map(run -> Tables.text(table(run))).collect(Collectors.joining("\n\n"));
    }

    private static Table table(Run run) {
        var epochs = run.history().epochs();
        return Table.create(
                run.name(),
                Columns.counts("epoch", epochs.stream().mapToLong(Epoch::number)),
                Columns.decimals("loss", epochs.stream().mapToDouble(Epoch::loss), "0.0000"),
                Columns.decimals("accuracy", epochs.stream().mapToDouble(Epoch::accuracy), "0.00 %"),
                Columns.decimals("test loss", epochs.stream().mapToDouble(Epoch::testLoss), "0.0000"),
                Columns.decimals("test accuracy", epochs.stream().mapToDouble(Epoch::testAccuracy), "0.00 %"));
    }
}
