package layerwise.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints a grid as one HTML table that takes its colours from the page, so that it reads on light and dark themes.
 *
 * <p>A click or Enter on a head sorts, totals stay last; one on a row of a network tells the page by the event {@code
 * layerwise-select} with {@code network} and {@code path}, and rows that are told of are marked. Where scripts and
 * styles are taken out, a plain table is left. As notebooks are small, the style is said once for each
 * table, in quotes that JSON need not escape.
 */
final class Html {
    private static final String STYLE = resource("table.css", "");
    private static final String SCRIPT = resource("table.js", "");

    private static final String LEFT = "text-align:left";

    private final Grid grid;
    private final List<String> sides;

    private Html(Grid grid) {
        this.grid = grid;
        sides = IntStream.range(0, grid.columns().size())
                .mapToObj(column -> words(grid, column) ? LEFT : "")
                .toList();
    }

    /**
     * Words begin at the left; numbers end at the right, as do shapes and whatever begins with a digit. It is said in each
     * cell, for JupyterLab takes the style sheet out of a notebook it does not trust, and moves all to the right.
     */
    private static boolean words(Grid grid, int column) {
        return !grid.columns().get(column).number()
                && grid.rows().stream()
                        .map(row -> row.get(column))
                        .anyMatch(cell -> !cell.isEmpty() && Character.isLetter(cell.codePointAt(0)));
    }

    /** {@return a fragment of well-formed markup that loads nothing; all text of the grid is escaped} */
    static String of(Grid grid) {
        return new Html(grid).fragment();
    }

    /** {@return text in which nothing is markup, for HTML and SVG} */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** {@return a file beside this class without its comments, its lines joined by {@code between}} */
    static String resource(String name, String between) {
        try (var file = Html.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("//"))
                    .collect(Collectors.joining(between));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": could not be read from the jar of Layerwise", e);
        }
    }

    /** A box of no width of its own is not widened by its table, so that the table scrolls and not the page. */
    private String fragment() {
        return "<style>" + STYLE + "</style><div style='overflow-x:auto;width:0;min-width:100%'>" + table() + "</div>"
                + note() + "<script>" + SCRIPT + "</script>";
    }

    private String table() {
        String network = grid.network()
                .map(name -> " data-network='" + escaped(name) + "'")
                .orElse("");
        return "<table class='lw'" + network + ">" + caption() + head() + "<tbody>"
                + IntStream.range(0, grid.rows().size()).mapToObj(this::row).collect(Collectors.joining())
                + "</tbody>" + foot() + "</table>";
    }

    private String caption() {
        return grid.title().isEmpty() ? "" : "<caption" + style(LEFT) + ">" + escaped(grid.title()) + "</caption>";
    }

    private String head() {
        return IntStream.range(0, grid.columns().size())
                .mapToObj(this::head)
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>"));
    }

    private String head(int column) {
        return "<th" + style(sides.get(column)) + ">"
                + escaped(grid.columns().get(column).head()) + "</th>";
    }

    private String row(int row) {
        return IntStream.range(0, grid.columns().size())
                .mapToObj(column -> cell(row, column))
                .collect(Collectors.joining(
                        "", grid.apart().contains(row) ? "<tr style='font-weight:bold'>" : "<tr>", "</tr>"));
    }

    private String cell(int row, int column) {
        String text = grid.rows().get(row).get(column);
        return "<td" + style(text.isEmpty() ? "" : sides.get(column) + bar(row, column)) + sum(row, column) + ">"
                + escaped(text) + "</td>";
    }

    private static String style(String rules) {
        return rules.isEmpty() ? "" : " style='" + rules + "'";
    }

    private String bar(int row, int column) {
        var shares = grid.columns().get(column).shares();
        long percent = shares.isEmpty() ? 0 : Math.round(100 * shares.get(row));
        return percent == 0 ? "" : "--s:" + percent + "%";
    }

    private String sum(int row, int column) {
        var sums = grid.columns().get(column).sums();
        return sums.isEmpty() || sums.get(row).isEmpty() ? "" : " title='" + escaped(sums.get(row)) + "'";
    }

    private String foot() {
        return grid.total().isEmpty()
                ? ""
                : IntStream.range(0, grid.total().size())
                        .mapToObj(this::total)
                        .collect(Collectors.joining("", "<tfoot><tr>", "</tr></tfoot>"));
    }

    private String total(int column) {
        String text = grid.total().get(column);
        return "<th" + style(text.isEmpty() ? "" : sides.get(column)) + ">" + escaped(text) + "</th>";
    }

    private String note() {
        return grid.note().isEmpty()
                ? ""
                : "<p style='font-size:85%;opacity:0.75;margin:4px 8px'>"
                        + escaped(grid.note()).replace("\n", "<br/>") + "</p>";
    }
}
