package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A kernel that cannot run cells and says why in each, because a kernel that dies says nothing to the reader.
 *
 * <p>It works in a Java without JShell, so nothing of JShell may be named here.
 */
final class Apology {
    private final Connection connection;
    private final String banner;
    private final ErrorReport reason;
    private final Output output;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Answers on these sockets; the reason is one sentence with its cure. */
    Apology(Connection connection, String banner, String reason) {
        this.connection = connection;
        this.banner = banner;
        this.reason = new ErrorReport("JavaIncomplete", reason, List.of());
        output = new Output(connection::publish);
    }

    /** Serves until a front end asks for the end. */
    void serve() throws InterruptedException {
        Log.note(reason.value());
        output.publish(Message.announcement("status", Json.object("execution_state", "starting")));
        Threads.daemon("control", new Shell(connection.control(), output, handlers())::serve)
                .start();
        Threads.daemon("shell", new Shell(connection.shell(), output, handlers())::serve)
                .start();
        ended.await();
        output.close();
    }

    private Map<String, Shell.Handler> handlers() {
        return Map.of(
                "kernel_info_request", request -> Optional.of(KernelInfo.reply(banner)),
                "execute_request", request -> Optional.of(apologize(request)),
                "interrupt_request", request -> Optional.of(Json.object("status", "ok")),
                "is_complete_request", request -> Optional.of(Json.object("status", "unknown")),
                "shutdown_request", this::shutdown);
    }

    private JsonObject apologize(Message request) {
        output.attach(request);
        if (!Json.flag(request.content(), "silent", false)) {
            output.publish("error", reason.json());
        }
        JsonObject reply = reason.reply();
        reply.addProperty("execution_count", 0);
        return reply;
    }

    private Optional<JsonObject> shutdown(Message request) {
        Threads.daemon("end", ended::countDown).start();
        return Optional.of(Json.object("status", "ok", "restart", Json.flag(request.content(), "restart", false)));
    }
}
