package layerwise.kernel;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the reader of the notebook for a line; the one thread of this class owns the stdin socket. */
final class Questions {
    private final Channel stdin;
    private final ExecutorService owner = Executors.newSingleThreadExecutor(work -> Threads.daemon("stdin", work));
    private volatile boolean asking;
    private volatile Optional<Message> cause = Optional.empty();

    Questions(Channel stdin) {
        this.stdin = stdin;
    }

    /** From here on, the front end that sent this request is asked. */
    void attach(Message request) {
        cause = Optional.of(request);
    }

    /** {@return the line that the reader typed, without its end; nothing where the front end takes no questions} */
    Optional<String> ask(String prompt, boolean secret) throws InterruptedException {
        Optional<Message> asker = cause.filter(request -> Json.flag(request.content(), "allow_stdin", false));
        return asker.isEmpty() ? Optional.empty() : Optional.of(ask(asker.get(), prompt, secret));
    }

    private String ask(Message asker, String prompt, boolean secret) throws InterruptedException {
        asking = true;
        Future<String> answer = owner.submit(() -> exchange(asker, prompt, secret));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the front end could not be asked for input: " + e.getCause(), e);
        } finally {
            asking = false;
        }
    }

    private String exchange(Message asker, String prompt, boolean secret) {
        while (stdin.awaits(0)) {
            stdin.receive(); // an answer to a question that was interrupted
        }
        stdin.send(asker.reply("input_request", Json.object("prompt", prompt, "password", secret)));
        while (asking) {
            Optional<Message> answer = stdin.awaits(50) ? stdin.receive() : Optional.empty();
            if (answer.isPresent() && answer.get().type().equals("input_reply")) {
                return Json.text(answer.get().content(), "value", "");
            }
        }
        return "";
    }
}
