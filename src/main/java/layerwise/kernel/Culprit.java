package layerwise.kernel;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where on its line a failure began: a stack trace names the line only, but what was called or done there stands on it.
 *
 * <p>Where it stands there twice, nothing is said.
 */
final class Culprit {
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'|//.*");
    private static final Pattern NULL_CALL = Pattern.compile("Cannot invoke \"[^\"]*?([\\w$]+)\\([^\"]*\"");
    private static final Pattern NULL_FIELD = Pattern.compile("Cannot (?:read|assign) field \"(\\w+)\"");

    private Culprit() {}

    /**
     * {@return the index in the line, nothing where the line does not tell}
     *
     * @param called the frame that the line called, nothing where the line itself threw
     */
    static OptionalInt column(String line, Throwable thrown, Optional<StackTraceElement> called) {
        return pattern(thrown, called)
                .map(pattern -> only(pattern, withoutLiterals(line)))
                .orElse(OptionalInt.empty());
    }

    private static String withoutLiterals(String line) {
        return LITERAL.matcher(line)
                .replaceAll(literal -> " ".repeat(literal.group().length()));
    }

    private static OptionalInt only(String pattern, String line) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        if (!matcher.find()) {
            return OptionalInt.empty();
        }
        int first = matcher.start(1);
        return matcher.find() ? OptionalInt.empty() : OptionalInt.of(first);
    }

    private static Optional<String> pattern(Throwable thrown, Optional<StackTraceElement> called) {
        return called.isPresent() ? call(called.get()) : Optional.of(deed(thrown));
    }

    private static Optional<String> call(StackTraceElement called) {
        String type = Pattern.quote(called.getClassName().replaceFirst(".*[.$]", ""));
        return switch (called.getMethodName()) {
            case "<init>" -> Optional.of("(new\\s+(?:[\\w.]+\\.)?" + type + "\\b)");
            case "<clinit>" -> Optional.of("\\b(" + type + ")\\b");
            default -> Optional.of("\\b(" + Pattern.quote(called.getMethodName()) + ")\\s*\\(");
        };
    }

    private static String deed(Throwable thrown) {
        if (thrown instanceof ArithmeticException) {
            return "([/%])";
        }
        if (thrown instanceof ArrayIndexOutOfBoundsException) {
            return "(?<!\\bnew [\\w.]{1,60})(\\[)\\s*[^\\]\\s]";
        }
        if (thrown instanceof NegativeArraySizeException) {
            return "(new\\b)";
        }
        if (thrown instanceof ClassCastException) {
            return "(\\(\\s*[A-Z][\\w.<>?, ]*\\))\\s*[\\w(]";
        }
        if (thrown instanceof AssertionError) {
            return "\\b(assert)\\b";
        }
        return thrown instanceof NullPointerException ? nothing(String.valueOf(thrown.getMessage())) : "\\b(throw)\\b";
    }

    private static String nothing(String message) {
        Matcher call = NULL_CALL.matcher(message);
        if (call.find()) {
            return "\\b(" + call.group(1) + ")\\s*\\(";
        }
        Matcher field = NULL_FIELD.matcher(message);
        return field.find() ? "\\.\\s*(" + field.group(1) + ")\\b" : "\\b(throw)\\b";
    }
}
