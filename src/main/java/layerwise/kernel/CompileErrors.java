package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/** What the compiler found, at the line and column of the cell, with the source line, a caret and a hint. */
final class CompileErrors {

    /** The kind of error that Jupyter shows. */
    static final String NAME = "CompilationError";

    private static final int SHOWN = 3;
    private static final Pattern SAME = Pattern.compile("\\b(\\w+) cannot be converted to \\1\\b");

    /** Behind the first error of syntax the compiler guesses; what it finds then helps nobody. */
    private static final Set<String> SYNTAX = Set.of(
            "expected",
            "expected2",
            "expected3",
            "expected4",
            "dot.class.expected",
            "illegal.start.of.expr",
            "illegal.start.of.type",
            "illegal.start.of.stmt",
            "not.stmt",
            "unclosed.str.lit",
            "unclosed.char.lit",
            "unclosed.text.block",
            "illegal.char",
            "illegal.text.block.open",
            "variable.not.allowed",
            "bad.initializer",
            "try.without.catch.finally.or.resource.decls",
            "else.without.if",
            "premature.eof");

    /** Errors that are about packages, which therefore stay. */
    private static final Set<String> QUALIFIED = Set.of("compiler.err.ref.ambiguous", "compiler.err.doesnt.exist");

    /** Behind which word each may stand. */
    private static final Map<String, String> BEHIND = Map.of("else", "if", "catch", "try", "finally", "try");

    private static final Pattern FIRST = Pattern.compile("\\w+");

    private final Cell cell;
    private final Function<Diag, Optional<String>> hints;

    CompileErrors(Cell cell, Function<Diag, Optional<String>> hints) {
        this.cell = cell;
        this.hints = hints;
    }

    /** {@return the report of a snippet that begins at {@code offset}} */
    ErrorReport report(int offset, List<Diag> found) {
        List<Diag> errors = shown(found.stream().filter(Diag::isError).toList());
        if (errors.isEmpty() || errors.get(0).getCode().endsWith("premature.eof")) {
            return unfinished(offset);
        }
        List<String> lines = new ArrayList<>();
        for (Diag error : errors) {
            String head = errors.size() == 1 ? "" : ": " + message(error);
            lines.addAll(pointer(place(offset, error), head));
            hints.apply(error).ifPresent(hint -> lines.add(hint(hint)));
        }
        return new ErrorReport(NAME, message(errors.get(0)), lines);
    }

    private static List<Diag> shown(List<Diag> errors) {
        boolean syntax = !errors.isEmpty() && isSyntax(errors.get(0));
        return errors.stream().limit(syntax ? 1 : SHOWN).toList();
    }

    private static boolean isSyntax(Diag error) {
        String code = error.getCode().replace("compiler.err.", "");
        return SYNTAX.contains(code) || code.startsWith("preview.feature.disabled");
    }

    /** A bracket, a quote or a comment that is never closed, or a bracket too many; else the end of the cell. */
    private ErrorReport unfinished(int offset) {
        String rest = cell.source().substring(offset);
        Matcher first = FIRST.matcher(rest);
        if (first.lookingAt() && BEHIND.containsKey(first.group())) {
            return orphan(offset, first.group(), BEHIND.get(first.group()));
        }
        return Brackets.lone(rest)
                .map(sign -> report(
                        offset + sign.offset(), sign.text() + (sign.closes() ? " closes nothing" : " is never closed")))
                .orElseGet(() -> report(cell.source().stripTrailing().length(), "the code ends before it is complete"));
    }

    private ErrorReport orphan(int offset, String word, String behind) {
        return report(offset, word + " without " + behind)
                .with(List.of(hint(word + " stands behind the } of its " + behind + ", in the same cell")));
    }

    /** {@return the report of what is wrong at {@code offset}} */
    ErrorReport report(int offset, String message) {
        return new ErrorReport(NAME, message, pointer(offset, ""));
    }

    /** {@return a hint as a line of a report} */
    static String hint(String text) {
        return "hint: " + text;
    }

    /** A name behind a dot is pointed at itself, not at the dot. */
    private int place(int offset, Diag error) {
        int at = offset + (int) Math.max(0, error.getPosition());
        if (Unknown.of(error).isPresent() && cell.source().startsWith(".", at)) {
            do {
                at++;
            } while (at < cell.source().length()
                    && Character.isWhitespace(cell.source().charAt(at)));
        }
        return at;
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
        List<String> lines = error.getMessage(Locale.ENGLISH)
                .lines()
                .map(line -> Names.readable(line.strip()))
                .toList();
        String first = lines.get(0).replaceFirst("[;.]$", "").replaceFirst(" in class  ", " ");
        if (QUALIFIED.contains(error.getCode())) {
            return first + lines.stream().skip(1).map(CompileErrors::joined).collect(Collectors.joining());
        }
        return error.getCode().endsWith("cant.apply.symbols")
                ? shortened(first)
                : shortened(first
                        + lines.stream().skip(1).map(CompileErrors::joined).collect(Collectors.joining()));
    }

    /** {@code String} for {@code java.lang.String}, except where two classes have the same name. */
    private static String shortened(String message) {
        String shorter = Names.simple(message);
        return SAME.matcher(shorter).find() ? message : shorter;
    }

    private static String joined(String line) {
        if (line.startsWith("location:") || line.startsWith("reason:")) {
            return "";
        }
        if (line.startsWith("required:") || line.startsWith("found:")) {
            return "; " + line.replaceFirst(": +", " ");
        }
        return line.startsWith("(") ? " " + line : ": " + line.replaceFirst("^symbol: +", "");
    }
}
