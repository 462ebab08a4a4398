package layerwise.view;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a grid as a table of GitHub's Markdown; read back, every cell is the text that it was. */
final class Markdown {
    /** Signs that mean something between the words of a line; a line inside a word, as in conv2_x, does not. */
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*\\[\\]<>&~|$]|(?<!\\p{Alnum})_|_(?!\\p{Alnum})");

    private Markdown() {}

    /**
     * {@return title, table and note with an empty line between, without a line break after the last}
     *
     * @throws IllegalArgumentException if a text holds a control character
     */
    static String of(Grid grid) {
        String title = grid.title().isEmpty() ? "" : "**" + escaped(grid.title()) + "**";
        String note = grid.note().lines().map(Markdown::escaped).collect(Collectors.joining("  \n"));
        return Stream.of(title, table(grid), note)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String table(Grid grid) {
        if (grid.columns().isEmpty()) {
            return "";
        }
        var heads = grid.columns().stream().map(Grid.Column::head).toList();
        String rule = grid.columns().stream()
                .map(column -> column.number() ? "---:" : ":---")
                .collect(Collectors.joining(" | ", "| ", " |"));
        return Stream.concat(
                        Stream.of(row(heads), rule), grid.allRows().stream().map(Markdown::row))
                .collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(String text) {
        Signs.refuseControls("Markdown", text);
        return SIGNS.matcher(text).replaceAll("\\\\$0").replaceAll("\\R", "<br>");
    }
}
