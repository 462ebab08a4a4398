package layerwise.kernel;

import java.util.regex.Pattern;

/** Names as the cell wrote them: JShell wraps {@code Cat} into {@code REPL.$JShell$11$Cat}. */
final class Names {
    private static final Pattern WRAPPER = Pattern.compile("REPL[./]\\$JShell\\$\\d+[A-Z]*[$.]");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w*?)\\$+\\d+");

    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private Names() {}

    /** {@return the text with {@code List} for {@code java.util.List}} */
    static String simple(String text) {
        return PACKAGES.matcher(readable(text)).replaceAll("");
    }

    /** {@return the text without JShell's wrappers} */
    static String readable(String text) {
        return WRAPPER.matcher(text).replaceAll("");
    }

    /** {@return the name of a method as a reader knows it, empty for the cell's own lines} */
    static String method(String name) {
        String plain = LAMBDA.matcher(name).replaceAll("lambda");
        return plain.equals("do_it$") ? "" : plain;
    }
}
