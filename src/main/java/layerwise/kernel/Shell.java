package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loop of one channel: waits for a request, says busy, answers, says idle; nothing it receives ends it.
 *
 * <p>After an error, the cells that already wait in the queue are answered {@code aborted}, as {@code stop_on_error} asks.
 */
final class Shell {
    private static final int QUEUE_MILLISECONDS = 20;

    /** What answers one type of request; an empty answer sends no reply. */
    interface Handler {
        Optional<JsonObject> answer(Message request) throws Exception;
    }

    private record Waiting(Message request, boolean aborted) {}

    private final Channel channel;
    private final Output output;
    private final Map<String, Handler> handlers;
    private final Deque<Waiting> queue = new ArrayDeque<>();

    Shell(Channel channel, Output output, Map<String, Handler> handlers) {
        this.channel = channel;
        this.output = output;
        this.handlers = Map.copyOf(handlers);
    }

    /** Serves for ever: whatever a request does, the next one is read. */
    void serve() {
        while (true) {
            try {
                serveNext();
            } catch (RuntimeException | Error e) {
                Log.note("a message was not answered: " + e);
            }
        }
    }

    private void serveNext() {
        if (queue.isEmpty()) {
            channel.receive().ifPresent(request -> queue.add(new Waiting(request, false)));
        }
        Optional.ofNullable(queue.poll()).ifPresent(this::serve);
    }

    private void serve(Waiting waiting) {
        Message request = waiting.request();
        output.publish(state(request, "busy"));
        try {
            answer(waiting).ifPresent(content -> reply(request, content));
        } finally {
            output.publish(state(request, "idle"));
        }
    }

    private Optional<JsonObject> answer(Waiting waiting) {
        Message request = waiting.request();
        if (waiting.aborted() && isCell(request)) {
            return Optional.of(Json.object("status", "aborted"));
        }
        try {
            return handlers.getOrDefault(request.type(), Shell::unknown).answer(request);
        } catch (Exception | Error e) {
            Log.note(request.type() + " failed: " + e);
            String message = String.valueOf(e.getMessage());
            return Optional.of(new ErrorReport(e.getClass().getName(), message, List.of()).reply());
        }
    }

    private static Optional<JsonObject> unknown(Message request) {
        Log.note("a message was ignored: its type " + request.type() + " is unknown");
        return Optional.empty();
    }

    private void reply(Message request, JsonObject content) {
        boolean failed = Json.text(content, "status", "").equals("error");
        if (failed && isCell(request) && Json.flag(request.content(), "stop_on_error", true)) {
            abortQueue();
        }
        channel.send(request.reply(request.type().replace("_request", "_reply"), content));
    }

    /** Takes what already waits, before the error is answered: a front end that waits for the answer loses nothing. */
    private void abortQueue() {
        List<Waiting> known = queue.stream().map(Shell::aborted).toList();
        queue.clear();
        queue.addAll(known);
        while (channel.awaits(QUEUE_MILLISECONDS)) {
            channel.receive().ifPresent(request -> queue.add(new Waiting(request, true)));
        }
    }

    private static Waiting aborted(Waiting waiting) {
        return new Waiting(waiting.request(), true);
    }

    private static boolean isCell(Message request) {
        return request.type().equals("execute_request");
    }

    private static Message state(Message request, String state) {
        return request.news("status", Json.object("execution_state", state));
    }
}
