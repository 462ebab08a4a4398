package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        OutputLimit.set(OutputLimit.LINES);
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

    private String text(String name) {
        output.drain();
        return sent.stream()
                .filter(message -> Json.text(message.content(), "name", "").equals(name))
                .map(message -> Json.text(message.content(), "text", ""))
                .collect(Collectors.joining());
    }

    @Test
    void manyLinesAreFewMessagesAndNoneIsLost() {
        output.attach(request);
        PrintStream out = TextStream.print(output, "stdout");
        for (int i = 0; i < 20_000; i++) {
            out.println(i);
        }
        assertThat(text("stdout").lines())
                .hasSize(20_000)
                .startsWith("0", "1", "2")
                .endsWith("19999");
        assertThat(sent).hasSizeLessThan(30);
    }

    @Test
    void linesBeyondTheLimitAreCounted() {
        output.attach(request);
        PrintStream out = TextStream.print(output, "stdout");
        for (int i = 0; i < 1_000_000; i++) {
            out.println(i);
        }
        output.finish();
        assertThat(text("stdout").lines())
                .hasSize((int) OutputLimit.LINES + 1)
                .endsWith("24999", "… 975,000 more lines; raise with %limit");
    }

    @Test
    void aLineWithoutEndIsCutInTheMiddle() {
        output.attach(request);
        String smile = "😀".repeat(2_000_000);
        output.write("stdout", "x" + smile);
        output.finish();
        assertThat(text("stdout"))
                .isEqualTo("x" + "😀".repeat(1_249_999) + "\n… 1,500,002 more characters; raise with %limit\n");
    }

    @Test
    void theLimitCanBeRaisedWhileTheCellRuns() {
        output.attach(request);
        OutputLimit.set(2);
        output.write("stdout", "1\n2\n3\n");
        output.flush();
        OutputLimit.set(5);
        output.finish();
        output.write("stdout", "4\n");
        assertThat(text("stdout")).isEqualTo("1\n2\n… 1 more line; raise with %limit\n4\n");
        assertThatThrownBy(() -> OutputLimit.set(0)).hasMessage("limit: expected at least 1 line, got 0");
    }

    @Test
    void anEmptiedOutputHasItsWholeLimitAgain() {
        output.attach(request);
        OutputLimit.set(1);
        output.write("stdout", "1\n");
        output.publish("clear_output", new JsonObject());
        output.write("stdout", "2\n");
        output.finish();
        assertThat(shown()).containsExactly("stdout 1\n", "clear_output", "stdout 2\n");
    }

    @Test
    void turnsOfBothStreamsAreJoinedBeforeTheyAreManyMessages() {
        output.attach(request);
        for (int i = 0; i < 1000; i++) {
            output.write("stdout", i + "\n");
            output.write("stderr", -i + "\n");
        }
        assertThat(text("stdout").lines()).hasSize(1000).endsWith("999");
        assertThat(text("stderr").lines()).hasSize(1000).endsWith("-999");
        assertThat(sent).hasSizeLessThan(10);
    }

    @Test
    void atMostTwentyFiveMessagesOfTextASecond() throws InterruptedException {
        output.attach(request);
        long end = System.nanoTime() + 1_000_000_000;
        for (int i = 0; System.nanoTime() < end; i++) {
            output.write(i % 2 == 0 ? "stdout" : "stderr", "x");
            Thread.sleep(2);
        }
        output.drain();
        assertThat(sent).hasSizeBetween(5, 25);
    }

    @Test
    void textOfAThreadBelongsToTheCellThatStartedIt() {
        Message next = Message.announcement("execute_request", new JsonObject());
        run(() -> {
            Origin.follow();
            output.attach(request);
            Thread background = new Thread(() -> run(() -> output.write("stdout", "from a thread's thread")));
            output.attach(next);
            output.write("stdout", "from the next cell");
            run(background);
        });
        output.drain();
        assertThat(sent)
                .extracting(message ->
                        message.parent().get("msg_id").getAsString() + " " + Json.text(message.content(), "text", ""))
                .containsExactly(id(next) + " from the next cell", id(request) + " from a thread's thread");
    }

    private static String id(Message message) {
        return message.header().get("msg_id").getAsString();
    }

    private static void run(Runnable work) {
        Thread thread = work instanceof Thread ready ? ready : new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMessageThatCannotBeSentDoesNotStopTheNext() {
        Output broken = new Output(message -> {
            if (message.type().equals("bad")) {
                throw new IllegalStateException("no");
            }
            sent.add(message);
        });
        broken.attach(request);
        broken.publish("bad", new JsonObject());
        broken.publish("good", new JsonObject());
        broken.close();
        assertThat(sent).extracting(Message::type).containsExactly("good");
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
