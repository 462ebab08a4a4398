package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import layerwise.train.Spread;
import layerwise.train.Study;

/**
 * A study as a table: a row a group, final test accuracy and epochs to a target as median and range.
 *
 * @param study what is printed
 * @param target a test accuracy of 0 to 1, where there is one
 */
public record StudyTable(Study study, OptionalDouble target) implements Printed {

    @Override
    public String text() {
        return PlainText.of(grid());
    }

    @Override
    public String html() {
        return Html.of(grid());
    }

    private Grid grid() {
        var columns = new ArrayList<>(List.of(
                new Grid.Column("runs", false),
                new Grid.Column("seeds", true),
                new Grid.Column("epochs", true),
                new Grid.Column("test accuracy, median", true),
                new Grid.Column("least to greatest", true)));
        target.ifPresent(share -> {
            columns.add(new Grid.Column("epochs to " + percent(share), true));
            columns.add(new Grid.Column("fewest to most", true));
        });
        return new Grid("", columns, study.groups().stream().map(this::row).toList(), List.of(), "");
    }

    private List<String> row(Study.Group group) {
        var accuracy = group.accuracy();
        var cells = new ArrayList<>(List.of(
                group.name(),
                Numbers.grouped(group.runs().size()),
                Numbers.grouped(group.epochs()),
                Numbers.percent(accuracy.median()),
                Numbers.percent(accuracy.min()) + " to " + Numbers.percent(accuracy.max())));
        target.ifPresent(share -> {
            var race = group.epochsTo(share);
            cells.add(epochs(race.median()));
            cells.add(range(race));
        });
        return cells;
    }

    private static String range(Spread race) {
        return Double.isInfinite(race.min()) ? "never" : epochs(race.min()) + " to " + epochs(race.max());
    }

    /** A median of two epochs may be a half. */
    private static String epochs(double number) {
        return Double.isInfinite(number) ? "never" : number == Math.rint(number) ? "" + (long) number : "" + number;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g", 100 * share).replaceAll("\\.?0+$", "") + " %";
    }
}
