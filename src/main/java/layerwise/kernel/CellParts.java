package layerwise.kernel;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a cell, one after the other: Java, lines that begin with {@code %} and lines that begin with {@code !}.
 *
 * <p>Such a line counts only where a statement may begin: not in a comment, a text block or brackets, and not where it
 * goes on with an expression. {@code !ready} is Java where {@code ready} is a variable, {@code !ls} is a command.
 */
final class CellParts {
    private static final Pattern MAGIC = Pattern.compile("%([A-Za-z]\\w*)(?:[ \\t]+(.*))?");
    private static final Pattern COMMAND = Pattern.compile("!(?![=!(])[ \\t]*(\\S.*)");
    private static final Pattern NEGATION =
            Pattern.compile("(?:true|false|new|this|super)\\b.*|[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*\\(.*");
    private static final Pattern NAME = Pattern.compile("([A-Za-z_$][\\w$]*)\\b(?![-/]).*");

    /** What a part is. */
    enum Kind {
        /** Java, with all that is not of this part left blank, so that lines and columns stay. */
        JAVA,
        /** A line {@code %name rest}. */
        MAGIC,
        /** A line {@code !command}. */
        COMMAND
    }

    /**
     * One part.
     *
     * @param kind what it is
     * @param name of the magic, empty for the others
     * @param text Java, the rest of the magic's line, or the command
     */
    record Part(Kind kind, String name, String text) {}

    private final String source;
    private final Predicate<String> variable;
    private int start;

    /** Parts of {@code source}; {@code variable} is asked whether a name is one, when its line has its turn. */
    CellParts(String source, Predicate<String> variable) {
        this.source = source;
        this.variable = variable;
    }

    /** {@return the next part that is not blank} */
    Optional<Part> next() {
        int line = new Lexer().nextMarked();
        if (!source.substring(start, line).isBlank()) {
            Part java = new Part(
                    Kind.JAVA, "", blank(0, start) + source.substring(start, line) + blank(line, source.length()));
            start = line;
            return Optional.of(java);
        }
        if (line == source.length()) {
            return Optional.empty();
        }
        String text = line(line);
        start = line + text.length();
        return marked(text.strip(), true);
    }

    private String line(int from) {
        int end = source.indexOf('\n', from);
        return source.substring(from, end < 0 ? source.length() : end);
    }

    private String blank(int from, int to) {
        return source.substring(from, to).replaceAll("[^\\n]", " ");
    }

    private Optional<Part> marked(String line, boolean fresh) {
        Matcher magic = MAGIC.matcher(line);
        if (magic.matches() && (fresh || !variable.test(magic.group(1)))) {
            String rest = Optional.ofNullable(magic.group(2)).orElse("").strip();
            return Optional.of(new Part(Kind.MAGIC, magic.group(1), rest));
        }
        Matcher command = COMMAND.matcher(line);
        return command.matches() && !negation(command.group(1))
                ? Optional.of(new Part(Kind.COMMAND, "", command.group(1)))
                : Optional.empty();
    }

    private boolean negation(String operand) {
        Matcher name = NAME.matcher(operand);
        return NEGATION.matcher(operand).matches() || name.matches() && variable.test(name.group(1));
    }

    /** {@return the source with every such line left blank, for questions about its Java} */
    static String java(String source, Predicate<String> variable) {
        CellParts parts = new CellParts(source, variable);
        StringBuilder java = new StringBuilder(source.replaceAll("[^\\n]", " "));
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().kind() == Kind.JAVA) {
                overlay(java, part.get().text());
            }
        }
        return java.toString();
    }

    private static void overlay(StringBuilder java, String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) != ' ') {
                java.setCharAt(i, part.charAt(i));
            }
        }
    }

    /** Reads Java from {@link #start} as far as it must to know what is code. */
    private final class Lexer {
        private int at = start;
        private int depth;
        private char last = ';';

        /** {@return the offset of the next marked line, or the end of the source} */
        int nextMarked() {
            boolean lineBegins = start == 0 || source.charAt(start - 1) == '\n';
            while (at < source.length()) {
                if (lineBegins && depth == 0 && isMarked()) {
                    return at;
                }
                lineBegins = false;
                char c = source.charAt(at);
                if (c == '\n') {
                    at++;
                    lineBegins = true;
                } else {
                    read(c);
                }
            }
            return source.length();
        }

        private boolean isMarked() {
            boolean fresh = last == ';' || last == '}' || last == '{';
            boolean unfinished = !fresh && "+-*/%&|^=<>?:,.(".indexOf(last) >= 0;
            return !unfinished && marked(line(at).strip(), fresh).isPresent();
        }

        private void read(char c) {
            if (source.startsWith("//", at)) {
                at += line(at).length();
            } else if (source.startsWith("/*", at)) {
                skipTo("*/", 2);
            } else if (source.startsWith("\"\"\"", at)) {
                skipTo("\"\"\"", 3);
                last = '"';
            } else if (c == '"' || c == '\'') {
                skipQuoted(c);
                last = c;
            } else {
                at++;
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                last = Character.isWhitespace(c) ? last : c;
            }
        }

        private void skipTo(String end, int length) {
            int found = source.indexOf(end, at + length);
            while (found > 0 && end.startsWith("\"") && source.charAt(found - 1) == '\\') {
                found = source.indexOf(end, found + 1);
            }
            at = found < 0 ? source.length() : found + end.length();
        }

        private void skipQuoted(char quote) {
            at++;
            while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
                at += source.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(source.length(), at + (at < source.length() && source.charAt(at) == quote ? 1 : 0));
        }
    }
}
