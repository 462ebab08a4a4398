package layerwise.kernel;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One message of the Jupyter protocol: whom it goes to, its header, the header it answers, its content.
 *
 * @param peers the routing frames before the delimiter, kept as they came
 * @param header {@code msg_id}, {@code msg_type}, {@code session} and so on
 * @param parent the header of the request that this message answers, empty where there is none
 * @param content what the message says
 */
record Message(List<byte[]> peers, JsonObject header, JsonObject parent, JsonObject content) {

    /** The version of the protocol that all our messages follow. */
    static final String PROTOCOL = "5.3";

    private static final String SESSION = UUID.randomUUID().toString();

    Message {
        peers = List.copyOf(peers);
    }

    /** {@return a message of the kernel's own that answers no request} */
    static Message announcement(String type, JsonObject content) {
        return new Message(List.of(), header(type), new JsonObject(), content);
    }

    /** {@return the answer to this request, sent back the way it came} */
    Message reply(String type, JsonObject content) {
        return new Message(peers, header(type), header, content);
    }

    /** {@return news for every front end, caused by this request} */
    Message news(String type, JsonObject content) {
        return new Message(
                List.of(type.getBytes(java.nio.charset.StandardCharsets.UTF_8)), header(type), header, content);
    }

    /** {@return what kind of message this is, {@code execute_request} for one} */
    String type() {
        return Json.text(header, "msg_type", "");
    }

    private static JsonObject header(String type) {
        return Json.object(
                "msg_id",
                UUID.randomUUID().toString(),
                "msg_type",
                type,
                "username",
                "kernel",
                "session",
                SESSION,
                "date",
                Instant.now().toString(),
                "version",
                PROTOCOL);
    }
}
