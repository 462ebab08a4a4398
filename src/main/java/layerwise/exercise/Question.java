package layerwise.exercise;

import java.util.List;

/**
 * What an exercise asks.
 *
 * @param id of the exercise
 * @param seed with which its numbers were drawn; 0 for those of the chapter
 * @param text the question
 * @param options what there is to choose from or to order, each with its letter
 * @param answer what is wanted, in words
 * @param how an answer of that form, as a cell has it
 */
public record Question(String id, long seed, String text, List<String> options, String answer, String how) {

    /** Copies the options. */
    public Question {
        options = List.copyOf(options);
    }

    private String name() {
        return seed == Draw.CHAPTER ? id : id + " (seed " + seed + ")";
    }

    /** {@return the question as a paragraph that wraps at words} */
    public String html() {
        return "<p><b>" + name() + "</b> " + escaped(text)
                + (options.isEmpty()
                        ? ""
                        : "<br/>" + escaped(String.join("\n", options)).replace("\n", "<br/>"))
                + "<br/>Answer with " + escaped(answer) + ": <code>" + escaped(how) + "</code></p>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        String choices = options.isEmpty() ? " " : "\n  " + String.join("\n  ", options) + "\n";
        return name() + " " + text + choices + "Answer with " + answer + ": " + how;
    }
}
