package layerwise.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as the cell wrote them: JShell wraps {@code Cat} into {@code REPL.$JShell$11$Cat}. */
final class Names {
    private static final Pattern WRAPPER = Pattern.compile("REPL[./]\\$JShell\\$\\d+[A-Z]*[$.]");
    private static final Pattern WRAPPED = Pattern.compile("^REPL[./](\\$JShell\\$\\w+)");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w*?)\\$+\\d+");

    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private Names() {}

    /** {@return the text with {@code List} for {@code java.util.List}} */
    static String simple(String text) {
        return PACKAGES.matcher(readable(text)).replaceAll("");
    }

    /** {@return the text without JShell's wrappers, and with {@code null} for the type that the compiler gives it} */
    static String readable(String text) {
        return WRAPPER.matcher(text).replaceAll("").replace("<nulltype>", "null");
    }

    /** {@return the wrapper of a class of a cell, {@code $JShell$11}; nothing for a class of a library} */
    static Optional<String> wrapper(String className) {
        Matcher matcher = WRAPPED.matcher(className);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** {@return the name of a method as a reader knows it, empty for the cell's own lines} */
    static String method(String name) {
        String plain = LAMBDA.matcher(name).replaceAll("lambda");
        return isDoIt(plain) ? "" : plain;
    }

    /**
     * {@return whether JShell puts a cell's own lines into methods of this name: {@code do_it$}, {@code do_it$Aux}; it
     * translates one to no name}
     */
    static boolean isDoIt(String method) {
        return method.isEmpty() || method.equals("do_it$") || method.equals("do_it$Aux");
    }
}
