package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/** What the compiler found, at the line and column of the cell, with the source line and a caret. */
final class CompileErrors {

    /** The kind of error that Jupyter shows. */
    static final String NAME = "CompilationError";

    private final Cell cell;

    CompileErrors(Cell cell) {
        this.cell = cell;
    }

    /** {@return the report of a snippet that begins at {@code offset}} */
    ErrorReport report(int offset, List<Diag> found) {
        List<Diag> errors = found.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            String message = "the code ends before it is complete; a bracket, a quote or a semicolon is missing";
            return report(cell.source().stripTrailing().length(), message);
        }
        List<String> lines = new ArrayList<>();
        for (Diag error : errors) {
            String head = errors.size() == 1 ? "" : ": " + message(error);
            lines.addAll(pointer(offset + (int) Math.max(0, error.getPosition()), head));
        }
        return new ErrorReport(NAME, message(errors.get(0)), lines);
    }

    /** {@return the report of what is wrong at {@code offset}} */
    ErrorReport report(int offset, String message) {
        return new ErrorReport(NAME, message, pointer(offset, ""));
    }

    private List<String> pointer(int offset, String head) {
        int line = cell.line(offset);
        String text = cell.text(line);
        return List.of(
                cell.name() + ", line " + line + ", column " + cell.column(offset) + head,
                "    " + text,
                "    " + blank(text, cell.column(offset) - 1) + "^");
    }

    private static String blank(String text, int length) {
        String before = text.substring(0, Math.min(length, text.length()));
        return before.replaceAll("[^\t]", " ");
    }

    /** The compiler's lines as one: {@code cannot find symbol: variable w}. */
    private static String message(Diag error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("location:"))
                .map(line -> line.replaceFirst("^symbol: +", ""))
                .map(Names::readable)
                .collect(Collectors.joining(": "));
    }
}
