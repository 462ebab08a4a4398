package layerwise.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Javadoc comment for readers: as text, and as HTML. */
final class Javadoc {
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*");
    private static final Pattern LINK = Pattern.compile("^(\\S+?(?:\\([^)]*\\))?)(?:\\s+(.+))?$", Pattern.DOTALL);
    private static final Map<String, String> ENTITIES = Map.of(
            "&lt;", "<", "&gt;", ">", "&nbsp;", " ", "&quot;", "\"", "&ldquo;", "“", "&rdquo;", "”", "&mdash;", "—");
    private static final Map<String, String> TITLES =
            Map.of("param", "", "return", "returns ", "throws", "throws ", "exception", "throws ", "see", "see ");

    /**
     * A block tag.
     *
     * @param name {@code param}, {@code return}, …
     * @param text what stands behind it
     */
    private record Tag(String name, String text) {}

    private final String body;
    private final List<Tag> tags = new ArrayList<>();

    Javadoc(String comment) {
        String source = comment.replaceAll("(?m)^ ", "").strip();
        Matcher block = BLOCK.matcher(source);
        int end = block.find() ? block.start() : source.length();
        body = source.substring(0, end).strip();
        while (end < source.length()) {
            String name = block.group(1);
            int start = block.end();
            end = block.find() ? block.start() : source.length();
            tags.add(new Tag(name, source.substring(start, end).strip()));
        }
    }

    /** {@return the comment as lines of text} */
    String text() {
        StringBuilder text = new StringBuilder(plain(body));
        for (Tag tag : tags) {
            if (TITLES.containsKey(tag.name())) {
                text.append("\n  ").append(TITLES.get(tag.name())).append(plain(folded(tag, ": ")));
            }
        }
        return text.toString();
    }

    /** {@return the comment as HTML} */
    String html() {
        StringBuilder html = new StringBuilder("<p>" + marked(body) + "</p>");
        for (Tag tag : tags) {
            if (TITLES.containsKey(tag.name())) {
                html.append("<br/>").append(TITLES.get(tag.name())).append(marked(folded(tag, ": ")));
            }
        }
        return html.toString();
    }

    /** {@code n the number} becomes {@code n: the number}. */
    private static String folded(Tag tag, String sign) {
        String text = tag.text().replaceAll("\\s*\\n\\s*", " ").replaceFirst("^<(\\w+)>", "&lt;$1&gt;");
        boolean named = tag.name().equals("param")
                || tag.name().equals("throws")
                || tag.name().equals("exception");
        return named ? text.replaceFirst("^(\\S+)\\s+", "$1" + Matcher.quoteReplacement(sign)) : text;
    }

    private static String plain(String source) {
        String text = inline(source, (tag, content) -> tag.equals("code") ? escape(content) : content)
                .replaceAll("\\s*<(?:p|li|/?ul|/?ol|tr|h\\d)\\b[^>]*>\\s*", "\n")
                .replaceAll("</?[a-zA-Z][^>]*>", "");
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            text = text.replace(entity.getKey(), entity.getValue());
        }
        return text.replace("&amp;", "&").replaceAll("\\n\\s*\\n", "\n").strip();
    }

    private static String marked(String source) {
        return inline(source, (tag, content) -> switch (tag) {
            case "code", "link", "value", "systemProperty" -> "<code>" + escape(content) + "</code>";
            case "literal" -> escape(content);
            default -> content;
        });
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Replaces inline tags, the innermost first where they nest. */
    private static String inline(String source, BinaryOperator<String> look) {
        StringBuilder out = new StringBuilder();
        Matcher tag = INLINE.matcher(source);
        int at = 0;
        while (tag.find(at)) {
            int end = closing(source, tag.end());
            String name = tag.group(1);
            String content = source.substring(tag.end(), end);
            boolean literal = name.equals("code") || name.equals("literal");
            out.append(source, at, tag.start())
                    .append(look.apply(name, literal ? content : content(name, content, look)));
            at = Math.min(source.length(), end + 1);
        }
        return out.append(source.substring(at)).toString();
    }

    private static String content(String name, String content, BinaryOperator<String> look) {
        String inner = inline(content, look);
        return switch (name) {
            case "return" -> "Returns " + inner + ".";
            case "link", "linkplain" -> label(inner.strip());
            case "inheritDoc" -> "";
            default -> inner;
        };
    }

    private static String label(String link) {
        Matcher matcher = LINK.matcher(link);
        if (!matcher.matches()) {
            return link;
        }
        String target = matcher.group(1).replaceFirst("^#", "").replace('#', '.');
        return matcher.group(2) == null ? target : matcher.group(2);
    }

    private static int closing(String source, int start) {
        int depth = 1;
        int at = start;
        while (at < source.length() && depth > 0) {
            char sign = source.charAt(at++);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
        }
        return depth == 0 ? at - 1 : source.length();
    }
}
