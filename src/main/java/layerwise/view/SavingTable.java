package layerwise.view;

import java.util.List;
import java.util.Locale;
import layerwise.analysis.Saving;

/**
 * One thing done in two ways: parameters, multiply-accumulates and connections of both, and how many times fewer.
 *
 * @param saving what is printed
 */
public record SavingTable(Saving saving) implements PrintedTable {

    private static final List<Grid.Column> COLUMNS = List.of(
            new Grid.Column("count", false),
            new Grid.Column("before", true),
            new Grid.Column("after", true),
            new Grid.Column("times fewer", true));

    /** {@return a row a quantity} */
    @Override
    public Grid grid() {
        var before = saving.before();
        var after = saving.after();
        var rows = List.of(
                row("parameters", before.parameters(), after.parameters()),
                row("MACs", before.macs(), after.macs()),
                row("connections", before.connections(), after.connections()));
        return new Grid("", COLUMNS, rows, List.of(), "");
    }

    private static List<String> row(String what, long before, long after) {
        return List.of(what, Numbers.grouped(before), Numbers.grouped(after), ratio(before, after));
    }

    /** Nothing where one of them is nothing: no ratio says how many times fewer that is. */
    private static String ratio(long before, long after) {
        return before == 0 || after == 0 ? "" : String.format(Locale.ROOT, "%.2f", (double) before / after);
    }
}
