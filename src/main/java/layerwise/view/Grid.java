package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * A table as cells of text: what stands between a model and the printers of text and HTML.
 *
 * @param title above the columns; empty for none
 * @param columns heads with their alignment
 * @param rows a cell for each column
 * @param total a last row set apart; empty for none
 * @param note below the table; empty for none
 */
record Grid(String title, List<Column> columns, List<List<String>> rows, List<String> total, String note) {

    /** A head and whether numbers stand below it, which are aligned to the right. */
    record Column(String head, boolean number) {}

    /** {@return the cells of {@code table} as its columns format them; nothing where a value is missing} */
    static Grid of(Table table) {
        var columns = table.columns().stream()
                .map(column -> new Column(column.name(), column instanceof NumericColumn<?>))
                .toList();
        var rows = IntStream.range(0, table.rowCount())
                .mapToObj(row -> cells(table, row))
                .toList();
        return new Grid(table.name() == null ? "" : table.name(), columns, rows, List.of(), "");
    }

    private static List<String> cells(Table table, int row) {
        return table.columns().stream()
                .map(column -> column.isMissing(row) ? "" : column.getString(row))
                .toList();
    }

    /** {@return this grid under another title, with a row of totals and a note} */
    Grid with(String title, List<String> total, String note) {
        return new Grid(title, columns, rows, total, note);
    }

    /** {@return rows and, where there is one, the total} */
    List<List<String>> allRows() {
        var all = new ArrayList<>(rows);
        if (!total.isEmpty()) {
            all.add(total);
        }
        return all;
    }
}
