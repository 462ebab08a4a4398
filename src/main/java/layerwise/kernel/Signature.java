package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What JShell says of a name: {@code int Math.max(int a, int b)}, {@code Math.PI:double}, {@code java.util.List<E>}.
 *
 * @param text the words as JShell gives them
 */
record Signature(String text) {

    /** From JDK 21 a record is named with its components, also where it owns a method or is constructed; there they go. */
    private static final Pattern OWNER_COMPONENTS = Pattern.compile("\\([^()]*\\)(?=\\(|\\.[\\w<])");

    /** {@return the signature in JShell's words, generic types and all} */
    static Signature of(String text) {
        return new Signature(OWNER_COMPONENTS.matcher(Names.readable(text)).replaceFirst(""));
    }

    /** {@return {@code method}, {@code field}, {@code variable}, {@code class} or {@code package}} */
    String kind() {
        if (text.contains("(") && !isRecord()) {
            return "method";
        }
        if (text.contains(":")) {
            return owner().isEmpty() ? "variable" : "field";
        }
        return isRecord() || Character.isUpperCase(simple(name()).charAt(0)) ? "class" : "package";
    }

    /** From JDK 21 the class of a record is followed by its components, whose types have their packages. */
    private boolean isRecord() {
        String head = head();
        return text.contains("(") && !head.contains(" ") && head.contains(".") && Character.isLowerCase(head.charAt(0));
    }

    /** {@return the type of a method's result or of a variable, empty for others} */
    String type() {
        if (kind().equals("method")) {
            return head().contains(" ") ? text.substring(0, space(text)) : name();
        }
        return text.contains(":") ? text.substring(text.indexOf(':') + 1) : "";
    }

    /** {@return {@code (int a, int b)}, empty for what is not called} */
    String parameters() {
        return kind().equals("method") ? text.substring(text.indexOf('('), text.lastIndexOf(')') + 1) : "";
    }

    /** {@return the words without packages, which only a class keeps} */
    String readable() {
        String name = kind().equals("class") || kind().equals("package") ? name() : "";
        return name + text.substring(name.length()).replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    /** {@return {@code max(int a, int b)}} */
    String call() {
        return simple(name()) + parameters();
    }

    /** {@return {@code Math.max(int,int)}, {@code Math.PI} or {@code java.util.List}: what the index of Javadoc calls it} */
    String key() {
        String types = types().stream().map(Signature::simple).collect(Collectors.joining(",", "(", ")"));
        return switch (kind()) {
            case "method" -> (owner().isEmpty() ? name() : simple(owner())) + "." + simple(name()) + types;
            case "field" -> simple(owner()) + "." + simple(name());
            default -> name();
        };
    }

    /** {@return {@link #call()} without packages} */
    String shortCall() {
        return Names.simple(call());
    }

    /** {@return the types of the parameters, without packages and what stands in angle brackets} */
    List<String> simpleTypes() {
        return types().stream().map(Signature::simple).toList();
    }

    private String head() {
        int end = text.indexOf('(');
        return withoutGenerics(end < 0 ? text.replaceFirst(":.*", "") : text.substring(0, end))
                .strip();
    }

    private String name() {
        return head().substring(head().lastIndexOf(' ') + 1);
    }

    /** The first space that stands in no {@code <…>}. */
    private static int space(String text) {
        int depth = 0;
        int at = 0;
        while (depth > 0 || text.charAt(at) != ' ') {
            depth += text.charAt(at) == '<' ? 1 : text.charAt(at) == '>' ? -1 : 0;
            at++;
        }
        return at;
    }

    private String owner() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(0, dot);
    }

    private List<String> types() {
        List<String> types = new ArrayList<>();
        String inside = withoutGenerics(parameters()).replaceAll("[()]", "");
        for (String parameter : inside.isBlank() ? new String[0] : inside.split(",")) {
            types.add(parameter.strip().replaceFirst("\\s+\\S+$", ""));
        }
        return types;
    }

    private static String simple(String name) {
        String end = name.endsWith("...") ? "..." : "";
        String type = name.substring(0, name.length() - end.length());
        return type.substring(type.lastIndexOf('.') + 1) + end;
    }

    /** {@return the text without {@code <…>}, however deep they nest} */
    static String withoutGenerics(String text) {
        String shorter = text.replaceAll("<[^<>]*>", "");
        return shorter.equals(text) ? text : withoutGenerics(shorter);
    }
}
