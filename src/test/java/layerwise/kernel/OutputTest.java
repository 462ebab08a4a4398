package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final Output output = new Output(sent::add);
    private final Message request = Message.announcement("execute_request", new JsonObject());

    @AfterEach
    void close() {
        output.close();
    }

    private List<String> shown() {
        output.drain();
        return sent.stream()
                .map(message -> message.type().equals("stream")
                        ? Json.text(message.content(), "name", "") + " " + Json.text(message.content(), "text", "")
                        : message.type())
                .toList();
    }

    @Test
    void manyLinesAreFewMessagesAndNoneIsLost() {
        output.attach(request);
        PrintStream out = TextStream.print(output, "stdout");
        for (int i = 0; i < 100_000; i++) {
            out.println(i);
        }
        output.drain();
        String text = sent.stream()
                .map(message -> Json.text(message.content(), "text", ""))
                .collect(Collectors.joining());
        assertThat(text.lines()).hasSize(100_000).startsWith("0", "1", "2").endsWith("99999");
        assertThat(sent).hasSizeLessThan(60);
    }

    @Test
    void streamsAndDisplaysKeepTheirOrder() {
        output.attach(request);
        output.write("stdout", "a");
        output.write("stdout", "b");
        output.write("stderr", "c");
        output.publish("display_data", new JsonObject());
        output.write("stdout", "d");
        assertThat(shown()).containsExactly("stdout ab", "stderr c", "display_data", "stdout d");
    }

    @Test
    void textBeforeTheFirstCellIsKeptForIt() {
        output.write("stderr", "a note");
        assertThat(shown()).isEmpty();
        output.attach(request);
        assertThat(shown()).containsExactly("stderr a note");
    }

    @Test
    void aCharacterIsNeverSplit() {
        output.attach(request);
        PrintStream out = TextStream.print(output, "stdout");
        for (byte each : "Grüße 😀".getBytes(StandardCharsets.UTF_8)) {
            out.write(each);
            out.flush();
            output.flush();
        }
        output.drain();
        assertThat(sent.stream()
                        .map(message -> Json.text(message.content(), "text", ""))
                        .collect(Collectors.joining()))
                .isEqualTo("Grüße 😀");
        assertThat(sent)
                .allSatisfy(message ->
                        assertThat(Json.text(message.content(), "text", "")).doesNotContain("�"));
    }

    @Test
    void anOutputBelongsToTheRequestThatCausedIt() {
        output.attach(request);
        output.write("stdout", "x");
        output.drain();
        assertThat(sent.get(0).parent()).isEqualTo(request.header());
    }
}
