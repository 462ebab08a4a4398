package layerwise.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Small HTML without script, in the colours of the page, so that it reads on light and dark themes. */
final class Markup {
    private static final String LINE = "1px solid gray";
    private static final String HEAD = "text-align:left";
    private static final String CELL = HEAD + ";vertical-align:top;white-space:pre-wrap";

    private Markup() {}

    /** {@return text in which nothing is markup} */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** {@return a table of escaped cells; a note below it says what was left out, empty for nothing} */
    static String table(List<String> heads, List<List<String>> rows, String note) {
        String head = heads.isEmpty()
                ? ""
                : "<thead style=\"border-bottom:" + LINE + "\">" + row("th", HEAD, heads) + "</thead>";
        String body = rows.stream().map(cells -> row("td", CELL, cells)).collect(Collectors.joining());
        return "<table style=\"border-collapse:collapse\">" + head + "<tbody>" + body + "</tbody></table>"
                + (note.isEmpty() ? "" : "<p style=\"font-size:85%;opacity:0.75\">" + escaped(note) + "</p>");
    }

    private static String row(String tag, String style, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + tag + " style=\"" + style + "\">" + escaped(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
