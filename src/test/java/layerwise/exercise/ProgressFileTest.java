package layerwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores outlive their session, and neither another notebook nor a damaged file loses them. */
class ProgressFileTest {
    @TempDir
    private Path folder;

    private Path place() {
        return folder.resolve("deep/progress.json");
    }

    private Ledger ledger() {
        return new Ledger(Optional.of(new ProgressFile(place())));
    }

    @Test
    void theNextSessionKnowsWhatWasAnswered() {
        ledger().note("03.1", false);
        ledger().note("03.1", true);
        assertThat(ledger().scores()).containsExactlyEntriesOf(Map.of("03.1", new Score(2, 1)));
        assertThat(ledger().place()).isEqualTo("kept in " + place());
    }

    @Test
    void notebooksThatAnswerAtTheSameTimeLoseNothing() {
        var one = ledger();
        var other = ledger();
        IntStream.range(0, 40).parallel().forEach(i -> (i % 2 == 0 ? one : other).note("03." + i % 4, true));
        assertThat(one.scores().values()).containsOnly(new Score(10, 10)).hasSize(4);
        assertThat(other.scores()).isEqualTo(one.scores());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"03.1\": 7}", "{\"03.1\": [1, 2]}", "{\"03.1\": [\"x\", 0]}", "\0"})
    void aDamagedFileIsPutAsideAndSaidSo(String content) throws IOException {
        Files.createDirectories(place().getParent());
        Files.writeString(place(), content);
        var ledger = ledger();
        assertThat(ledger.scores()).isEmpty();
        assertThat(ledger.place()).endsWith("\n" + place() + " holds no scores that can be read");
        ledger.note("03.1", true);
        assertThat(ledger.place()).endsWith("\n" + place() + " held no scores; it is kept as " + place() + ".damaged");
        assertThat(Files.readString(place().resolveSibling("progress.json.damaged")))
                .isEqualTo(content);
        assertThat(ledger().scores()).containsOnlyKeys("03.1");
    }

    @Test
    void whatCannotBeWrittenIsKeptUntilItCan() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file where the folder should be");
        var ledger = ledger();
        ledger.note("03.1", true);
        ledger.note("03.2", false);
        assertThat(ledger.scores()).containsOnlyKeys("03.1", "03.2");
        assertThat(ledger.place()).contains("\n" + folder.resolve("deep"));
        Files.delete(folder.resolve("deep"));
        ledger.note("03.2", true);
        assertThat(ledger().scores()).containsEntry("03.1", new Score(1, 1)).containsEntry("03.2", new Score(2, 1));
    }

    @Test
    void theFileIsWhereVariablesSay() {
        var home = Path.of("/home/ada");
        assertThat(place(Map.of(), home)).contains(Path.of("/home/ada/.local/share/layerwise/progress.json"));
        assertThat(place(Map.of("HOME", "/home/grace"), home))
                .contains(Path.of("/home/grace/.local/share/layerwise/progress.json"));
        assertThat(place(Map.of("XDG_DATA_HOME", "/data"), home)).contains(Path.of("/data/layerwise/progress.json"));
        assertThat(place(Map.of("XDG_DATA_HOME", "relative"), home))
                .contains(Path.of("/home/ada/.local/share/layerwise/progress.json"));
        assertThat(place(Map.of("LAYERWISE_PROGRESS", "/tmp/mine.json"), home)).contains(Path.of("/tmp/mine.json"));
        assertThat(place(Map.of("LAYERWISE_PROGRESS", "off"), home)).isEmpty();
    }

    private static Optional<Path> place(Map<String, String> variables, Path home) {
        return ProgressFile.located(variables, home).map(ProgressFile::place);
    }
}
