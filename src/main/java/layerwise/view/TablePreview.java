package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table of any size at a glance: the type beside each name, the first rows, the last ones, and rows × columns.
 *
 * @param table what is looked at
 * @param remark what else there is to say; empty for nothing
 */
public record TablePreview(Table table, String remark) implements PrintedTable {
    private static final int EDGE = 10;
    private static final int WIDEST = 20;

    /** {@return the preview of {@code table}} */
    public static TablePreview of(Table table) {
        return new TablePreview(table, "");
    }

    /** {@return the preview of a column: its values, and of numbers the smallest, the mean and the largest} */
    public static TablePreview of(Column<?> column) {
        String missing = column.countMissing() == 0 ? "" : Numbers.grouped(column.countMissing()) + " missing";
        String range = column instanceof NumericColumn<?> numbers && numbers.countMissing() < numbers.size()
                ? String.format(
                        Locale.ROOT, "from %.6g to %.6g, mean %.6g", numbers.min(), numbers.max(), numbers.mean())
                : "";
        String remark = String.join(
                ", ", Stream.of(range, missing).filter(part -> !part.isEmpty()).toList());
        return new TablePreview(Table.create("", column), remark);
    }

    /** {@return the whole table} */
    @Override
    public Records records() {
        return Records.of(Grid.of(table));
    }

    /** {@return what is shown of the table, and its size} */
    @Override
    public Grid grid() {
        int width = table.columnCount() > WIDEST ? WIDEST - 1 : table.columnCount();
        var shown = table.columns().subList(0, width);
        boolean wide = width < table.columnCount();
        var heads = new ArrayList<>(shown.stream().map(TablePreview::head).toList());
        if (wide) {
            heads.add(new Grid.Column("…", false));
        }
        var rows = rows().mapToObj(row -> Stream.concat(
                                shown.stream().map(column -> cell(column, row)), wide ? Stream.of("…") : Stream.of())
                        .toList())
                .toList();
        return new Grid(table.name() == null ? "" : table.name(), heads, rows, List.of(), note());
    }

    /** The numbers of the rows that are shown; −1 stands for those between. */
    private IntStream rows() {
        int count = table.rowCount();
        return count <= 2 * EDGE + 1
                ? IntStream.range(0, count)
                : IntStream.concat(
                        IntStream.concat(IntStream.range(0, EDGE), IntStream.of(-1)),
                        IntStream.range(count - EDGE, count));
    }

    private static Grid.Column head(Column<?> column) {
        String type = column.type().name().toLowerCase(Locale.ROOT);
        return new Grid.Column(column.name() + ": " + type, column instanceof NumericColumn<?>);
    }

    private static String cell(Column<?> column, int row) {
        if (row < 0) {
            return "…";
        }
        return column.isMissing(row) ? "" : column.getString(row);
    }

    private String note() {
        String size = Numbers.counted(table.rowCount(), "row") + " × " + Numbers.counted(table.columnCount(), "column");
        return remark.isEmpty() ? size : size + ", " + remark;
    }
}
