package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * A table as cells of text: what stands between what is printed and the printers of text, HTML, Markdown and LaTeX.
 *
 * @param title above the columns; empty for none
 * @param columns heads with their alignment
 * @param rows a cell for each column
 * @param total a last row set apart; empty for none
 * @param note below the table; empty for none
 * @param network whose parts the first cells name, so that a page can tie rows to a diagram; nothing where they name none
 * @param apart the numbers of the rows to look at first, from 0
 */
public record Grid(
        String title,
        List<Column> columns,
        List<List<String>> rows,
        List<String> total,
        String note,
        Optional<String> network,
        Set<Integer> apart) {

    /**
     * A head and what is known of the cells below it.
     *
     * @param head its name
     * @param number whether numbers stand below it, which are aligned to the right
     * @param shares of the total, from 0 to 1, a number a row; empty where no bars are drawn
     * @param sums how each number is reckoned, {@code (5·5·1 + 1)·6}; empty where that is not told
     */
    public record Column(String head, boolean number, List<Double> shares, List<String> sums) {

        /** Copies the lists. */
        public Column {
            shares = List.copyOf(shares);
            sums = List.copyOf(sums);
        }

        /** A column without bars, whose numbers are not explained. */
        public Column(String head, boolean number) {
            this(head, number, List.of(), List.of());
        }

        /** {@return the column with a bar in each cell, as long as {@code number} is a part of {@code total}} */
        Column barred(List<Long> numbers, long total) {
            var parts = numbers.stream()
                    .map(number -> total == 0 ? 0.0 : (double) number / total)
                    .toList();
            return new Column(head, number, parts, sums);
        }

        /** {@return the column with how each number is reckoned} */
        Column explained(List<String> how) {
            return new Column(head, number, shares, how);
        }
    }

    /** Copies the lists. */
    public Grid {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        total = List.copyOf(total);
        apart = Set.copyOf(apart);
    }

    /** A table of which no row is tied to a network or set apart. */
    public Grid(String title, List<Column> columns, List<List<String>> rows, List<String> total, String note) {
        this(title, columns, rows, total, note, Optional.empty(), Set.of());
    }

    /** {@return the cells of {@code table} as its columns format them; nothing where a value is missing} */
    public static Grid of(Table table) {
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
        return new Grid(title, columns, rows, total, note, network, apart);
    }

    /** {@return this grid with what else is known of its columns} */
    Grid with(List<Column> columns) {
        return new Grid(title, columns, rows, total, note, network, apart);
    }

    /** {@return this grid, whose first cells are paths of the network called {@code network}} */
    Grid tiedTo(String network) {
        return new Grid(title, columns, rows, total, note, Optional.of(network), apart);
    }

    /** {@return this grid with some rows set apart} */
    Grid settingApart(Set<Integer> apart) {
        return new Grid(title, columns, rows, total, note, network, apart);
    }

    /** {@return the columns that {@code kept} chooses, without the lines of the note that explain others} */
    Grid only(Predicate<Column> kept) {
        var places = IntStream.range(0, columns.size())
                .filter(place -> kept.test(columns.get(place)))
                .boxed()
                .toList();
        var lines = note.lines()
                .filter(line -> columns.stream().noneMatch(column -> !kept.test(column) && explains(line, column)))
                .collect(Collectors.joining("\n"));
        return new Grid(
                title,
                chosen(columns, places),
                rows.stream().map(row -> chosen(row, places)).toList(),
                total.isEmpty() ? total : chosen(total, places),
                lines,
                network,
                apart);
    }

    private static boolean explains(String line, Column column) {
        return line.toLowerCase(Locale.ROOT).startsWith(column.head().toLowerCase(Locale.ROOT) + ":");
    }

    private static <T> List<T> chosen(List<T> all, List<Integer> places) {
        return places.stream().map(all::get).toList();
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
