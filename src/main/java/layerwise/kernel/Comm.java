package layerwise.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A line between a cell and a piece of JavaScript in the notebook, as widgets use it: both ends send JSON objects.
 *
 * <pre>{@code
 * Comm.target("counter", (comm, data) -> comm.onMessage(message -> comm.send(Map.of("got", message))));
 * }</pre>
 *
 * <p>Handlers run on the thread of the cells, between two cells; what they print or throw appears where the front end
 * shows the output of the message. Binary buffers are not passed on.
 */
public final class Comm {
    private static volatile Optional<Comms> kernel = Optional.empty();

    private final String id;
    private final String target;
    private volatile Consumer<Map<String, Object>> messages = data -> {};
    private volatile Consumer<Map<String, Object>> closing = data -> {};

    Comm(String id, String target) {
        this.id = id;
        this.target = target;
    }

    /** From now on lines are opened by this kernel. */
    static void install(Comms comms) {
        kernel = Optional.of(comms);
    }

    private static Comms kernel() {
        return kernel.orElseThrow(() -> new IllegalStateException(
                "comm: expected a notebook of this kernel at the other end, got none; use it in a cell"));
    }

    /** When the front end opens a line to this name, {@code opened} gets it, with the data that came along. */
    public static void target(String name, BiConsumer<Comm, Map<String, Object>> opened) {
        kernel().target(name, opened);
    }

    /** {@return a new line to the code that the front end registered under that name} */
    public static Comm open(String target, Map<String, ?> data) {
        Comm comm = new Comm(UUID.randomUUID().toString(), target);
        kernel().open(comm, data);
        return comm;
    }

    /** {@return the name that both ends know the line by} */
    public String id() {
        return id;
    }

    /** {@return what the line was opened to} */
    public String target() {
        return target;
    }

    /** Sends to the other end. */
    public void send(Map<String, ?> data) {
        kernel().send(this, data);
    }

    /** From now on, what the other end sends goes there. */
    public void onMessage(Consumer<Map<String, Object>> handler) {
        messages = handler;
    }

    /** When the other end closes the line, this is told. */
    public void onClose(Consumer<Map<String, Object>> handler) {
        closing = handler;
    }

    /** Ends the line; the other end is told. */
    public void close() {
        kernel().close(this);
    }

    void received(Map<String, Object> data) {
        messages.accept(data);
    }

    void closed(Map<String, Object> data) {
        closing.accept(data);
    }
}
