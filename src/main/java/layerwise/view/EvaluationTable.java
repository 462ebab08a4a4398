package layerwise.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import layerwise.train.Evaluation;

/**
 * How a network answered, a row a class: images, share of right answers, and what the class was taken for most often.
 *
 * @param evaluation what is printed
 * @param classes the names of its classes
 */
public record EvaluationTable(Evaluation evaluation, List<String> classes) implements PrintedTable {

    private static final List<Grid.Column> COLUMNS = List.of(
            new Grid.Column("class", false),
            new Grid.Column("images", true),
            new Grid.Column("right", true),
            new Grid.Column("most often taken for", false));

    /** Copies the list. */
    public EvaluationTable {
        classes = List.copyOf(classes);
    }

    /** {@return a row a class, with loss, top-1, top-5 and calibration error below} */
    @Override
    public Grid grid() {
        var rows = new ArrayList<List<String>>();
        for (int label = 0; label < classes.size(); label++) {
            rows.add(row(label));
        }
        var total = List.of("all", Numbers.grouped(evaluation.images()), percent(evaluation.top1()), "");
        return new Grid("", COLUMNS, rows, total, note());
    }

    private List<String> row(int label) {
        int images = evaluation.cells().stream()
                .filter(cell -> cell.label() == label)
                .mapToInt(Evaluation.Cell::count)
                .sum();
        return List.of(
                classes.get(label),
                Numbers.grouped(images),
                images == 0 ? "" : percent(evaluation.recall(label)),
                mistake(label));
    }

    private String mistake(int label) {
        return evaluation.cells().stream()
                .filter(cell -> cell.label() == label && cell.answer() != label)
                .max(Comparator.comparingInt(Evaluation.Cell::count)
                        .thenComparing(
                                Comparator.comparingInt(Evaluation.Cell::answer).reversed()))
                .map(cell -> name(cell.answer()) + " (" + Numbers.grouped(cell.count()) + ")")
                .orElse("");
    }

    private String name(int answer) {
        return answer < classes.size() ? classes.get(answer) : String.valueOf(answer);
    }

    private String note() {
        return String.format(
                Locale.ROOT,
                "loss %.4f, top-1 %.2f %%, top-5 %.2f %%, calibration error %.2f %% (%d bins)",
                evaluation.loss(),
                100 * evaluation.top1(),
                100 * evaluation.top5(),
                100 * evaluation.calibration().error(),
                evaluation.calibration().bins().size());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
