package layerwise.view;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of which the first column, which says what a row is, and a few others are printed, in its own order.
 *
 * @param table the whole
 * @param heads of the other columns
 */
record NarrowTable(PrintedTable table, List<String> heads) implements PrintedTable {

    /** Copies the list and refuses heads that the table has not. */
    NarrowTable {
        heads = List.copyOf(heads);
        var all = table.grid().columns().stream().map(Grid.Column::head).toList();
        for (String head : heads) {
            if (!all.contains(head)) {
                throw new IllegalArgumentException("a narrow table: expected heads of its columns, got " + head
                        + "; there are " + all.stream().collect(Collectors.joining(", ")));
            }
        }
    }

    @Override
    public Grid grid() {
        var whole = table.grid();
        var first = whole.columns().get(0);
        return whole.only(column -> column == first || heads.contains(column.head()));
    }
}
