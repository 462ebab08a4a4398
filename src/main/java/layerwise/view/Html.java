package layerwise.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints a grid as one HTML table that takes its colours from the page, so that it reads on light and dark themes. */
final class Html {
    private static final String LINE = "1px solid gray";

    private final Grid grid;

    private Html(Grid grid) {
        this.grid = grid;
    }

    /** {@return a {@code <table>} fragment with its own styles and no script; all text of the grid is escaped} */
    static String of(Grid grid) {
        return new Html(grid).table();
    }

    /** {@return text in which nothing is markup, for HTML and SVG} */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private String table() {
        var heads = grid.columns().stream().map(Grid.Column::head).toList();
        return "<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums;white-space:nowrap\">\n"
                + caption()
                + "<thead style=\"border-bottom:" + LINE + "\">\n" + row("th", heads) + "</thead>\n"
                + "<tbody>\n"
                + grid.rows().stream().map(cells -> row("td", cells)).collect(Collectors.joining())
                + "</tbody>\n" + foot() + "</table>" + note();
    }

    private String caption() {
        return grid.title().isEmpty()
                ? ""
                : "<caption style=\"text-align:left;font-weight:bold;padding:4px 8px\">" + escaped(grid.title())
                        + "</caption>\n";
    }

    private String foot() {
        return grid.total().isEmpty()
                ? ""
                : "<tfoot style=\"border-top:" + LINE + "\">\n" + row("th", grid.total()) + "</tfoot>\n";
    }

    private String note() {
        return grid.note().isEmpty()
                ? ""
                : "\n<p style=\"font-size:85%;opacity:0.75;margin:4px 8px\">"
                        + escaped(grid.note()).replace("\n", "<br/>") + "</p>";
    }

    private String row(String tag, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cell(tag, cells.get(column), column))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private String cell(String tag, String text, int column) {
        String align = grid.columns().get(column).number() ? "right" : "left";
        return "<" + tag + " style=\"text-align:" + align + "\">" + escaped(text) + "</" + tag + ">";
    }
}
