package layerwise.exercise;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an exercise asks.
 *
 * @param id of the exercise
 * @param seed with which its numbers were drawn; 0 for those of the chapter
 * @param text the question
 * @param options what there is to choose from or to order, each with its letter
 * @param answer what is wanted, in words
 * @param how an answer of that form, as a cell has it
 * @param note what another drawing than the chapter's has changed; empty for the chapter's
 */
public record Question(
        String id, long seed, String text, List<String> options, String answer, String how, String note) {

    /** Copies the options. */
    public Question {
        options = List.copyOf(options);
    }

    /** {@return the id, and the seed where it is not the chapter's} */
    static String name(String id, long seed) {
        return seed == Draw.CHAPTER ? id : id + " (seed " + seed + ")";
    }

    /** {@return this question with a {@code note}} */
    Question noted(String note) {
        return new Question(id, seed, text, options, answer, how, note);
    }

    /** {@return the question as paragraphs that wrap at words, and what there is to choose from as a list between them} */
    public String html() {
        return "<p><b>" + name(id, seed) + "</b> " + escaped(text)
                + (options.isEmpty() ? "<br/>" : choices())
                + "Answer with " + escaped(answer) + ": <code>" + escaped(how) + "</code>"
                + (note.isEmpty() ? "" : "<br/>" + escaped(note)) + "</p>";
    }

    private String choices() {
        return options.stream()
                .map(option -> escaped(option).replaceFirst("^(.\\))", "<b>$1</b>"))
                .collect(Collectors.joining("</li><li>", "</p><ul style=\"list-style: none\"><li>", "</li></ul><p>"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        String choices = options.isEmpty() ? " " : "\n  " + String.join("\n  ", options) + "\n";
        return name(id, seed) + " " + text + choices + "Answer with " + answer + ": " + how
                + (note.isEmpty() ? "" : "\n" + note);
    }
}
