package layerwise.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints a grid in columns two spaces apart, numbers to the right, for a typeface of fixed width. */
final class PlainText {
    private static final String GAP = "  ";

    private final Grid grid;
    private final List<String> heads;
    private final int[] widths;

    private PlainText(Grid grid) {
        this.grid = grid;
        heads = grid.columns().stream().map(Grid.Column::head).toList();
        widths = IntStream.range(0, heads.size()).map(this::width).toArray();
    }

    /** {@return the lines of {@code grid}, none with spaces at its end, without a line break after the last} */
    static String of(Grid grid) {
        return new PlainText(grid).lines();
    }

    private String lines() {
        var body = Stream.concat(
                Stream.of(line(heads), rule()), grid.rows().stream().map(this::line));
        var total = grid.total().isEmpty() ? Stream.<String>empty() : Stream.of(rule(), line(grid.total()));
        return Stream.of(Stream.of(grid.title()), body, total, Stream.of(grid.note()))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(String cell, int column) {
        String space = " ".repeat(widths[column] - length(cell));
        return grid.columns().get(column).number() ? space + cell : cell + space;
    }

    private String rule() {
        return IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP));
    }

    private int width(int column) {
        return Stream.concat(Stream.of(heads), grid.allRows().stream())
                .mapToInt(row -> length(row.get(column)))
                .max()
                .orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
