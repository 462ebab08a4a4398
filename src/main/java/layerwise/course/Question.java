package layerwise.course;

/**
 * What an exercise asks.
 *
 * @param id of the exercise
 * @param text the question, ending in how to answer
 */
public record Question(String id, String text) {

    /** {@return the question as a paragraph that wraps at words} */
    String html() {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p><b>" + id + "</b> " + escaped.replaceAll("(check\\(.*)\\.$", "<code>$1</code>") + "</p>";
    }

    @Override
    public String toString() {
        return id + " " + text;
    }
}
