package layerwise.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints a grid as one HTML table that takes its colours from the page, so that it reads on light and dark themes.
 *
 * <p>A click or Enter on a head sorts, totals stay last; one on a row of a network tells the page by the event {@code
 * layerwise-select} with {@code network} and {@code path}, and rows that are told of are marked. Where scripts and
 * styles are taken out, a plain table is left. As notebooks are small, nothing is said twice: the style once for each
 * table, the sides of its columns by their numbers.
 */
final class Html {
    private static final String STYLE = resource("table.css", "");
    private static final String SCRIPT = resource("table.js", "");

    private final Grid grid;

    private Html(Grid grid) {
        this.grid = grid;
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
        return "<style>" + STYLE + sides() + "</style>\n<div style=\"overflow-x:auto;width:0;min-width:100%\">"
                + table() + "</div>" + note() + "\n<script>" + SCRIPT + "</script>";
    }

    /**
     * Numbers stand to the right; the name of the rule says of which columns, so that equal rules are equal. The title is
     * a first child too, and stays to the left.
     */
    private String sides() {
        String numbers = numbers()
                .mapToObj(column -> ".lw." + rule() + (column == 0 ? " tr>" : " ") + ":nth-child(" + (column + 1) + ")")
                .collect(Collectors.joining(","));
        return numbers.isEmpty() ? "" : numbers + "{text-align:right}";
    }

    private IntStream numbers() {
        return IntStream.range(0, grid.columns().size())
                .filter(column -> grid.columns().get(column).number());
    }

    private String rule() {
        String numbers = numbers().mapToObj(column -> "-" + (column + 1)).collect(Collectors.joining());
        return numbers.isEmpty() ? "" : "n" + numbers;
    }

    private String table() {
        String network = grid.network()
                .map(name -> " data-network=\"" + escaped(name) + "\"")
                .orElse("");
        return "<table class=\"" + ("lw " + rule()).strip() + "\"" + network + ">\n" + caption() + head() + "<tbody>\n"
                + IntStream.range(0, grid.rows().size()).mapToObj(this::row).collect(Collectors.joining())
                + "</tbody>\n" + foot() + "</table>";
    }

    private String caption() {
        return grid.title().isEmpty() ? "" : "<caption>" + escaped(grid.title()) + "</caption>\n";
    }

    private String head() {
        return grid.columns().stream()
                .map(column -> (column.number() ? "<th class=\"n\">" : "<th>") + escaped(column.head()) + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>\n"));
    }

    private String row(int row) {
        var cells = grid.rows().get(row);
        return IntStream.range(0, cells.size())
                .mapToObj(column ->
                        "<td" + bar(row, column) + sum(row, column) + ">" + escaped(cells.get(column)) + "</td>")
                .collect(Collectors.joining(
                        "", grid.apart().contains(row) ? "<tr style=\"font-weight:bold\">" : "<tr>", "</tr>\n"));
    }

    private String bar(int row, int column) {
        var shares = grid.columns().get(column).shares();
        long percent = shares.isEmpty() ? 0 : Math.round(100 * shares.get(row));
        return percent == 0 ? "" : " style=\"--s:" + percent + "%\"";
    }

    private String sum(int row, int column) {
        var sums = grid.columns().get(column).sums();
        return sums.isEmpty() || sums.get(row).isEmpty() ? "" : " title=\"" + escaped(sums.get(row)) + "\"";
    }

    private String foot() {
        return grid.total().isEmpty()
                ? ""
                : grid.total().stream()
                        .map(cell -> "<th>" + escaped(cell) + "</th>")
                        .collect(Collectors.joining("", "<tfoot><tr>", "</tr></tfoot>\n"));
    }

    private String note() {
        return grid.note().isEmpty()
                ? ""
                : "\n<p style=\"font-size:85%;opacity:0.75;margin:4px 8px\">"
                        + escaped(grid.note()).replace("\n", "<br/>") + "</p>";
    }
}
