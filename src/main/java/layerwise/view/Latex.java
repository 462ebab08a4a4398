package layerwise.view;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a grid as a LaTeX table that needs no package; letters of every script are left as they are. */
final class Latex {

    // spotless:off
    private static final Map<Integer, String> COMMANDS = Stream.of(
                    "\\ \\textbackslash{}", "{ \\{", "} \\}", "$ \\$", "& \\&", "# \\#", "% \\%", "_ \\_",
                    "~ \\textasciitilde{}", "^ \\textasciicircum{}", "< \\textless{}", "> \\textgreater{}",
                    "| \\textbar{}", "[ {[}", "* {*}",
                    "× $\\times$", "· $\\cdot$", "− $-$", "→ $\\to$", "± $\\pm$", "≤ $\\le$", "≥ $\\ge$", "≠ $\\ne$",
                    "≈ $\\approx$", "∞ $\\infty$", "√ $\\surd$", "⌊ $\\lfloor$", "⌋ $\\rfloor$", "⌈ $\\lceil$",
                    "⌉ $\\rceil$", "² $^2$", "³ $^3$", "° $^\\circ$", "… \\ldots{}", "– \\textendash{}",
                    "— \\textemdash{}", "§ \\S{}", "÷ $\\div$")
            .collect(Collectors.toUnmodifiableMap(pair -> pair.codePointAt(0), pair -> pair.substring(2)));
    // spotless:on

    /** Two signs that would be set as one other: -- as a dash, '' as a quotation mark. */
    private static final Pattern LIGATURE = Pattern.compile("([-'`,])(?=\\1)|([?!])(?=`)");

    private Latex() {}

    /**
     * {@return a {@code table} with its {@code tabular}, without a line break after the last}
     *
     * @throws IllegalArgumentException if a text holds a sign for which no command is known
     */
    static String of(Grid grid) {
        String caption = grid.title().isEmpty() ? "" : "\\caption{" + line(grid.title()) + "}";
        String note = grid.note().lines().map(Latex::line).collect(Collectors.joining("\\\\\n"));
        return Stream.of("\\begin{table}", caption, tabular(grid), note.isEmpty() ? "" : "\n" + note, "\\end{table}")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String tabular(Grid grid) {
        var heads = grid.columns().stream().map(Grid.Column::head).toList();
        String sides = grid.columns().stream()
                .map(column -> column.number() ? "r" : "l")
                .collect(Collectors.joining("", "{", "}"));
        var total = grid.total().isEmpty() ? Stream.<String>empty() : Stream.of("\\hline", row(grid.total()));
        var body = Stream.concat(grid.rows().stream().map(Latex::row), total);
        return Stream.of(
                        Stream.of("\\begin{tabular}" + sides, "\\hline", row(heads), "\\hline"),
                        body,
                        Stream.of("\\hline", "\\end{tabular}"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Latex::cell).collect(Collectors.joining(" & ", "", " \\\\"));
    }

    /** Lines in a cell stand above each other. */
    private static String cell(String text) {
        var lines = text.split("\\R", -1);
        String stack = Stream.of(lines).map(Latex::line).collect(Collectors.joining(" \\\\ "));
        return lines.length == 1 ? stack : "\\shortstack[l]{" + stack + "}";
    }

    static String line(String text) {
        Signs.refuseControls("LaTeX", text);
        String signs = text.codePoints().mapToObj(Latex::sign).collect(Collectors.joining());
        return LIGATURE.matcher(signs).replaceAll("$0{}");
    }

    private static String sign(int sign) {
        boolean known =
                sign < 128 || Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.NON_SPACING_MARK;
        String command = COMMANDS.getOrDefault(sign, known ? Character.toString(sign) : "");
        if (command.isEmpty()) {
            throw new IllegalArgumentException("LaTeX: no command is known for '" + Character.toString(sign) + "' ("
                    + Signs.code(sign) + "); print as markdown");
        }
        return command;
    }
}
