package layerwise.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * A name that the compiler does not know.
 *
 * @param kind {@code variable}, {@code method}, {@code class} or {@code package}
 * @param name the name as the cell wrote it
 */
record Unknown(String kind, String name) {
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(\\w+) ([^\\s(<]+)");
    private static final Pattern PACKAGE = Pattern.compile("(package) (\\S+) does not exist");
    private static final Pattern DEPENDENCY = Pattern.compile("(\\w+) ([^\\s(<]+)");

    /** {@return the name that this error is about, nothing for other errors} */
    static Optional<Unknown> of(Diag error) {
        String message = error.getMessage(Locale.ENGLISH);
        return find(error.getCode().contains("cant.resolve") ? SYMBOL : PACKAGE, message);
    }

    /** {@return the name in JShell's {@code method later()} or {@code class Bird}} */
    static Optional<Unknown> of(String dependency) {
        return find(DEPENDENCY, dependency);
    }

    private static Optional<Unknown> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(new Unknown(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** {@return whether a word of completion, {@code max(} or {@code List}, could be meant} */
    boolean sameKind(String word) {
        boolean call = word.contains("(");
        return switch (kind) {
            case "method" -> call;
            case "class" -> !call && Character.isUpperCase(word.charAt(0));
            default -> !call;
        };
    }
}
