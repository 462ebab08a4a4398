package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotebookTest {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final Output output = new Output(sent::add);
    private final AtomicLong clock = new AtomicLong();
    private final Notebook notebook = new Notebook(new Renderers(), output, clock::get);

    @BeforeEach
    void attach() {
        output.attach(Message.announcement("execute_request", new JsonObject()));
    }

    @AfterEach
    void close() {
        output.close();
    }

    private List<String> shown() {
        output.drain();
        return sent.stream()
                .map(message ->
                        message.type() + " " + Json.text(Json.child(message.content(), "data"), "text/plain", ""))
                .toList();
    }

    @Test
    void aFastLoopSendsTheFirstSomeAndTheLast() {
        notebook.show(0, "bar");
        for (int i = 1; i <= 1000; i++) {
            clock.addAndGet(1_000_000);
            notebook.update("bar", i);
        }
        notebook.finish();
        assertThat(shown())
                .containsExactly(
                        "display_data 0",
                        "update_display_data 1",
                        "update_display_data 251",
                        "update_display_data 501",
                        "update_display_data 751",
                        "update_display_data 1000");
    }

    @Test
    void aSlowLoopSendsAll() {
        notebook.show(0, "bar");
        for (int i = 1; i <= 3; i++) {
            clock.addAndGet(300_000_000);
            notebook.update("bar", i);
        }
        notebook.finish();
        assertThat(shown()).hasSize(4);
    }

    @Test
    void placesAreHeldBackOneByOne() {
        notebook.update("a", 1);
        notebook.update("b", 2);
        notebook.update("a", 3);
        assertThat(shown()).containsExactly("update_display_data 1", "update_display_data 2");
        notebook.finish();
        assertThat(shown()).endsWith("update_display_data 3");
    }

    @Test
    void anUpdateNamesItsPlace() {
        notebook.update("bar", 1);
        output.drain();
        assertThat(Json.text(Json.child(sent.get(0).content(), "transient"), "display_id", ""))
                .isEqualTo("bar");
    }

    @Test
    void beyondAThousandDisplaysOfACellTheyAreCounted() {
        notebook.attach(Message.announcement("execute_request", new JsonObject()));
        for (int i = 0; i < 2500; i++) {
            notebook.show(i);
        }
        notebook.finish();
        assertThat(shown()).hasSize(1001).contains("display_data 999");
        assertThat(Json.text(sent.get(1000).content(), "text", ""))
                .isEqualTo("… 1,500 more displays; a cell shows at most 1,000\n");
        notebook.attach(Message.announcement("execute_request", new JsonObject()));
        notebook.show("next");
        assertThat(shown()).last().isEqualTo("display_data next");
    }
}
