package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import layerwise.Cells;
import layerwise.view.NetworkDiagram;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;

/** What the README shows is what happens. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theExamplePrintsWhatStandsBelowIt() throws IOException {
        var printed = new ByteArrayOutputStream();
        var old = System.out;
        try (var cells = new Cells(CourseKernel.words())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            cells.run(blocks("java").get(0));
        } finally {
            System.setOut(old);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(blocks("text").get(0));
    }

    @Test
    void theExampleHasFiveLines() throws IOException {
        assertThat(blocks("java").get(0).lines()).hasSize(5);
    }

    @Test
    void thePictureIsTheOneThatTheProjectDraws() throws IOException {
        assertThat(Files.readString(Path.of("data/lenet-5.svg")))
                .isEqualTo(new NetworkDiagram(LeNet5.paper()).svg().text());
    }

    @Test
    void everyFileThatItPointsToIsThere() throws IOException {
        Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(Files.readString(README))
                .results()
                .forEach(match -> assertThat(Path.of(match.group(1))).exists());
    }

    @Test
    void everyCommandThatItShowsIsOne() throws IOException {
        var commands = Main.commandLine().getSubcommands().keySet();
        Pattern.compile("(?m)^\\./layerwise (\\w+)")
                .matcher(Files.readString(README))
                .results()
                .forEach(match -> assertThat(commands).contains(match.group(1)));
    }

    @Test
    void theZooHasAsManyNetworksAsItSays() throws IOException {
        assertThat(Files.readString(README)).contains("\n" + Zoo.entries().size() + " networks by id");
    }

    @Test
    void theNetworkOfYourOwnIsOne() throws IOException {
        String example = blocks("java").get(1);
        try (var cells = new Cells(CourseKernel.words())) {
            cells.run(example.substring(0, example.indexOf("train(")));
            assertThat(cells.answers("Cost.of(net).parameters(); // → 19786\n"))
                    .allSatisfy(each -> assertThat(each.computed()).isEqualTo(each.written()));
        }
    }
}
