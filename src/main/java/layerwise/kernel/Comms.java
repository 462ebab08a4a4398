package layerwise.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The open {@link Comm}s and the targets that a front end may open one to; both by name. */
final class Comms {
    private static final Gson MAPS = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();
    private static final TypeToken<Map<String, Object>> MAP = new TypeToken<>() {};

    /** Runs a handler where cells run, and shows what it throws. */
    interface Runner {
        void run(Message cause, Runnable handler);
    }

    private final Output output;
    private final Runner runner;
    private final Map<String, Comm> open = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<Comm, Map<String, Object>>> targets = new ConcurrentHashMap<>();

    Comms(Output output, Runner runner) {
        this.output = output;
        this.runner = runner;
    }

    void target(String name, BiConsumer<Comm, Map<String, Object>> opened) {
        targets.put(name, opened);
    }

    void open(Comm comm, Map<String, ?> data) {
        open.put(comm.id(), comm);
        JsonObject content = content(comm.id(), data);
        content.addProperty("target_name", comm.target());
        output.publish("comm_open", content);
    }

    void send(Comm comm, Map<String, ?> data) {
        if (!open.containsKey(comm.id())) {
            throw new IllegalStateException("comm to " + comm.target() + ": expected an open line, got a closed one");
        }
        output.publish("comm_msg", content(comm.id(), data));
    }

    void close(Comm comm) {
        if (open.remove(comm.id()) != null) {
            output.publish("comm_close", content(comm.id(), Map.of()));
        }
    }

    /** A front end opens a line; to a target that nobody registered it is closed again, as the protocol asks. */
    Optional<JsonObject> opened(Message request) {
        String id = id(request);
        String name = Json.text(request.content(), "target_name", "");
        Optional.ofNullable(targets.get(name))
                .ifPresentOrElse(
                        target -> accept(request, new Comm(id, name), target),
                        () -> output.publish(request.news("comm_close", content(id, Map.of()))));
        return Optional.empty();
    }

    private void accept(Message request, Comm comm, BiConsumer<Comm, Map<String, Object>> target) {
        open.put(comm.id(), comm);
        runner.run(request, () -> target.accept(comm, data(request)));
    }

    /** A front end sends; to a line that is not open the message is dropped. */
    Optional<JsonObject> received(Message request) {
        Optional.ofNullable(open.get(id(request)))
                .ifPresentOrElse(
                        comm -> runner.run(request, () -> comm.received(data(request))),
                        () -> Log.note("a comm message was ignored: no comm " + id(request) + " is open"));
        return Optional.empty();
    }

    /** A front end closes a line. */
    Optional<JsonObject> closed(Message request) {
        Optional.ofNullable(open.remove(id(request)))
                .ifPresent(comm -> runner.run(request, () -> comm.closed(data(request))));
        return Optional.empty();
    }

    /** {@return the open lines, of one target where the request names one} */
    JsonObject info(JsonObject request) {
        String wanted = Json.text(request, "target_name", "");
        JsonObject comms = new JsonObject();
        open.values().stream()
                .filter(comm -> wanted.isEmpty() || wanted.equals(comm.target()))
                .forEach(comm -> comms.add(comm.id(), Json.object("target_name", comm.target())));
        return Json.object("status", "ok", "comms", comms);
    }

    private static String id(Message request) {
        return Json.text(request.content(), "comm_id", "");
    }

    private static Map<String, Object> data(Message request) {
        return MAPS.fromJson(Json.child(request.content(), "data"), MAP);
    }

    private static JsonObject content(String id, Map<String, ?> data) {
        return Json.object("comm_id", id, "data", data);
    }
}
