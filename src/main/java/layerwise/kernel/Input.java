package layerwise.kernel;

import java.util.Optional;

/**
 * Questions to the reader of the notebook.
 *
 * <p>{@code System.in} asks too, a line at a time, but it can say neither what it asks nor that the answer is a secret.
 */
public final class Input {
    private static volatile Optional<Questions> notebook = Optional.empty();

    private Input() {}

    /** From now on the notebook's reader is asked. */
    static void install(Questions questions) {
        notebook = Optional.of(questions);
    }

    /**
     * {@return the line that the reader types in answer}
     *
     * @throws IllegalStateException if the front end takes no questions, as when a notebook is executed in a batch
     */
    public static String ask(String prompt) {
        return typed(notebook(), prompt, false);
    }

    /**
     * {@return what the reader types in answer, unseen on the screen}
     *
     * @throws IllegalStateException if the front end takes no questions, as when a notebook is executed in a batch
     */
    public static String askSecret(String prompt) {
        return typed(notebook(), prompt, true);
    }

    private static Questions notebook() {
        return notebook.orElseThrow(() -> new IllegalStateException(
                "input: expected a notebook of this kernel to ask in, got none; read System.in"));
    }

    static String typed(Questions questions, String prompt, boolean secret) {
        try {
            return questions
                    .ask(prompt, secret)
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "input: this front end takes no questions (allow_stdin is false); give the value in the cell"));
        } catch (InterruptedException e) {
            throw new Guard.Stopped(true);
        }
    }
}
