package layerwise.kernel;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks the reader of the notebook for a line; the one thread of this class owns the stdin socket. */
final class Questions {
    private static final int CANCEL_MILLISECONDS = 20;

    private final Channel stdin;
    private final Output output;
    private final ExecutorService owner = Executors.newSingleThreadExecutor(work -> Threads.daemon("stdin", work));

    Questions(Channel stdin, Output output) {
        this.stdin = stdin;
        this.output = output;
    }

    /** {@return the line that the reader typed, without its end; nothing where the front end takes no questions} */
    Optional<String> ask(String prompt, boolean secret) throws InterruptedException {
        Optional<Message> asker = Origin.current()
                .map(Origin::request)
                .filter(request -> Json.flag(request.content(), "allow_stdin", false));
        return asker.isEmpty() ? Optional.empty() : Optional.of(ask(asker.get(), prompt, secret));
    }

    /** What the cell has printed so far may be the question, so it goes first. */
    private String ask(Message asker, String prompt, boolean secret) throws InterruptedException {
        output.drain();
        AtomicBoolean waiting = new AtomicBoolean(true);
        Future<String> answer = owner.submit(() -> exchange(asker, prompt, secret, waiting));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the front end could not be asked for input: " + e.getCause(), e);
        } finally {
            waiting.set(false);
        }
    }

    /** An answer ends the wait at once; whether the cell was interrupted meanwhile is looked up now and then. */
    private String exchange(Message asker, String prompt, boolean secret, AtomicBoolean waiting) {
        stdin.forget();
        stdin.send(asker.reply("input_request", Json.object("prompt", prompt, "password", secret)));
        while (waiting.get()) {
            Optional<Message> answer = stdin.awaits(CANCEL_MILLISECONDS) ? stdin.receive() : Optional.empty();
            if (answer.isPresent() && answer.get().type().equals("input_reply")) {
                return Json.text(answer.get().content(), "value", "");
            }
        }
        return "";
    }

    /** A cell begins; an answer that came before it, to a question that was interrupted for one, is dropped. */
    void begin() {
        owner.execute(stdin::forget);
    }
}
