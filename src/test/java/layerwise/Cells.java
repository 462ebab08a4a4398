package layerwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Runs what the documentation shows, in a shell that knows the words of the course. */
public final class Cells implements AutoCloseable {
    /** Behind an expression: what it is, or what its refusal says. */
    private static final Pattern ANSWER = Pattern.compile("[ \\t]*// → (.*)");

    /** An expression with the answer that stands behind it, and the one that came. */
    public record Answer(String source, String written, String computed) {}

    private final JShell shell = JShell.builder().executionEngine("local").build();

    /** Opens a shell in which {@code words} have been evaluated. */
    public Cells(String words) {
        run(words);
    }

    /** Evaluates {@code source}; every snippet must be valid. */
    public void run(String source) {
        assertThat(answers(source)).isEmpty();
    }

    /** {@return the answers written behind expressions of {@code source}, each with what the expression gives} */
    public List<Answer> answers(String source) {
        var answers = new ArrayList<Answer>();
        String rest = source + "\n0;"; // a comment that nothing follows would belong to the expression
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            var events = shell.eval(next.source());
            var written = ANSWER.matcher(next.remaining());
            if (written.lookingAt()) {
                answers.add(new Answer(next.source(), written.group(1), answer(events)));
            } else {
                events.forEach(
                        event -> assertThat(event.exception()).as(next.source()).isNull());
            }
            rest = written.lookingAt() ? next.remaining().substring(written.end()) : next.remaining();
        }
        return answers;
    }

    private String answer(List<SnippetEvent> events) {
        var event = events.get(0);
        assertThat(event.status()).as(event.snippet().source()).isEqualTo(Snippet.Status.VALID);
        if (event.exception() instanceof EvalException refusal) {
            return refusal.getMessage();
        }
        var text = shell.eval("String.valueOf(" + name(event.snippet()) + ")")
                .get(0)
                .value();
        return text.substring(1, text.length() - 1).translateEscapes();
    }

    private static String name(Snippet snippet) {
        return ((jdk.jshell.VarSnippet) snippet).name();
    }

    @Override
    public void close() {
        shell.close();
    }
}
