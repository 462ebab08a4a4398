package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommsTest {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final Output output = new Output(sent::add);
    private final Comms comms = new Comms(output, (cause, handler) -> handler.run());
    private final List<Object> heard = new ArrayList<>();

    @BeforeEach
    void install() {
        Comm.install(comms);
        output.attach(Message.announcement("execute_request", new JsonObject()));
    }

    @AfterEach
    void close() {
        output.close();
    }

    private static Message request(Object... pairs) {
        return Message.announcement("comm_msg", Json.object(pairs));
    }

    private List<String> shown() {
        output.drain();
        return sent.stream()
                .map(message -> message.type() + " " + Json.child(message.content(), "data"))
                .toList();
    }

    @Test
    void aTargetHearsWhatTheFrontEndSendsAndAnswers() {
        Comm.target("echo", (comm, data) -> {
            heard.add(data.get("n"));
            comm.onMessage(message -> comm.send(Map.of("back", message)));
            comm.onClose(message -> heard.add("closed"));
        });
        comms.opened(request("comm_id", "c", "target_name", "echo", "data", Map.of("n", 3)));
        comms.received(request("comm_id", "c", "data", Map.of("x", 1.5)));
        assertThat(comms.info(new JsonObject()).get("comms")).hasToString("{\"c\":{\"target_name\":\"echo\"}}");
        comms.closed(request("comm_id", "c"));
        assertThat(heard).containsExactly(3L, "closed");
        assertThat(shown()).containsExactly("comm_msg {\"back\":{\"x\":1.5}}");
        assertThat(comms.info(new JsonObject()).get("comms")).hasToString("{}");
    }

    @Test
    void anUnknownTargetIsClosedAndAnUnknownLineIgnored() {
        comms.opened(request("comm_id", "c", "target_name", "nobody"));
        comms.received(request("comm_id", "other", "data", Map.of()));
        comms.closed(request("comm_id", "other"));
        assertThat(shown()).containsExactly("comm_close {}");
    }

    @Test
    void aLineIsOpenedUsedAndClosedFromACell() {
        Comm comm = Comm.open("plot", Map.of("points", List.of(1, 2)));
        comm.send(Map.of("more", true));
        comm.close();
        comm.close();
        assertThat(shown())
                .containsExactly("comm_open {\"points\":[1,2]}", "comm_msg {\"more\":true}", "comm_close {}");
        assertThatThrownBy(() -> comm.send(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("comm to plot: expected an open line, got a closed one");
    }

    @Test
    void theInfoCanBeAskedForOneTarget() {
        Comm one = Comm.open("one", Map.of());
        Comm.open("two", Map.of());
        assertThat(comms.info(Json.object("target_name", "one")).get("comms"))
                .hasToString("{\"" + one.id() + "\":{\"target_name\":\"one\"}}");
    }
}
