package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import layerwise.data.Datasets;
import layerwise.data.OwnData;
import layerwise.train.Recipe;
import layerwise.train.RunRecord;
import layerwise.train.Subject;
import layerwise.train.Training;
import layerwise.view.LearningCurve;
import layerwise.view.Replay;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The records that the course replays are those of trainings that it can run again. */
class RecordedRunsTest {
    private static final Path RUNS = Path.of("data", "runs");

    @TempDir
    private Path folder;

    static Stream<Recording> recordings() {
        return Recordings.all().stream();
    }

    @Test
    void everyRecordingIsRecordedAndEveryRecordIsOne() throws IOException {
        try (var files = Files.list(RUNS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            recordings().map(each -> each.name() + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordIsThatOfItsRecipeAndNetworkAndSmall(Recording recording) throws IOException {
        var record = TrainingWords.replay(recording.name());
        assertThat(record.network()).isEqualTo(Subject.of(recording.network().get()));
        assertThat(record.recipe()).isEqualTo(recording.recipe());
        assertThat(record.history().epochs()).hasSize(recording.recipe().epochs());
        assertThat(record.history().last().layers().isEmpty()).isEqualTo(!recording.measured());
        assertThat(Files.size(RUNS.resolve(recording.name() + ".json"))).isLessThanOrEqualTo(60_000);
        if (recording.images() == Recording.Images.SHAPES) {
            var shapes = Datasets.lesson("shapes", 4_000, 1_000);
            assertThat(record.data().train().sha256()).isEqualTo(shapes.train().identity());
            assertThat(record.data().test().sha256()).isEqualTo(shapes.test().identity());
        } else {
            assertThat(record.data().train().name()).isEqualTo("mnist-10k, test");
        }
    }

    @Test
    void aReplayedHistoryIsTheRecordedOne() throws IOException {
        var recording = new Recording(
                "mine", "", LeNet5::modern, Recipe.of(LeNet5.modern()).epochs(2), Recording.Images.REAL_DIGITS, false);
        var run = Training.run(recording.network().get(), recording.recipe(), Datasets.lesson("digits", 200, 100));
        run.record().brief().write(folder.resolve("runs").resolve("mine.json"));
        var replayed = new RecordedRuns(new OwnData(folder)).named("mine");
        assertThat(replayed).isEqualTo(run.record().brief());
        assertThat(LearningCurve.of(replayed.history()).text())
                .isEqualTo(LearningCurve.of(run.history()).text());
    }

    @Test
    void aJarAloneReplaysToo() throws IOException {
        var nowhere = new RecordedRuns(new OwnData(folder.resolve("none")));
        assertThat(nowhere.names()).isEqualTo(RecordedRuns.here().names());
        assertThat(nowhere.named("relu-1")).isEqualTo(TrainingWords.replay("relu-1"));
    }

    @Test
    void aHundredEpochsAreDrawnInASecondOrTwo() throws IOException {
        long start = System.nanoTime();
        var picture = new Replay(TrainingWords.replay("lenet5-modern-mnist"));
        assertThat(picture.png()).hasSizeBetween(5_000, 60_000);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10); // of a busy machine; about 0.3 on a quiet one
        assertThat(picture.text())
                .contains("learned from   8,000 images of mnist-10k, test, ", "\n  100  ", "recipe         100 epochs");
        assertThat(picture.text().lines()).hasSizeLessThan(30);
    }

    @ParameterizedTest
    @CsvSource({"nothing", "../runs/relu-1", "''"})
    void aNameThatIsNoneSaysWhichThereAre(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedRuns(new OwnData(folder)).named(name))
                .withMessage(
                        "no record is called " + name + "; there are fashion-cnn-mnist, lenet5-mnist,"
                                + " lenet5-modern-mnist, plain-20, relu-1, relu-2, relu-3, relu-fast-1, relu-fast-2,"
                                + " relu-fast-3, resnet-20, tanh-1, tanh-2, tanh-3, tanh-fast-1, tanh-fast-2, tanh-fast-3, and ./layerwise record makes those of the course");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            layerwise run 2 | layerwise run 9 | data/runs/bad.json: expected a run of format 2, got one of format 9, which another Layerwise wrote; read it with that one
            "seconds"       | "minutes"       | data/runs/bad.json: expected a run in JSON, got expected network, recipe, data, first, parallel, classes, versions, ending, when, seconds, history, got minutes; correct it or write it again
            "when":         | "then":         | data/runs/bad.json: expected a run in JSON, got expected network, recipe, data, first, parallel, classes, versions, ending, when, seconds, history, got then; correct it or write it again
            layerwise run 2 | layerwise cake 2 | data/runs/bad.json: expected the format "layerwise run 2", got layerwise cake 2; name a file with a run
            """)
    void aRecordThatCannotBeReadIsSaidInASentence(String part, String instead, String message) throws IOException {
        String good = Files.readString(RUNS.resolve("relu-1.json"));
        assertThat(good).contains(part);
        put("bad.json", good.replace(part, instead));
        var runs = new RecordedRuns(new OwnData(folder));
        assertThatThrownBy(() -> runs.named("bad"))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
        assertThat(runs.list().text()).contains("bad", message, "relu-1");
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "{", "not JSON", "null"})
    void whatIsNoObjectOfJsonIsRefused(String text) throws IOException {
        put("bad.json", text);
        assertThatThrownBy(() -> new RecordedRuns(new OwnData(folder)).named("bad"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("data/runs/bad.json: expected a run in JSON, got ")
                .hasMessageEndingWith("; correct it or write it again");
    }

    private void put(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("runs"));
        Files.writeString(folder.resolve("runs").resolve(name), text);
    }

    @Test
    void theListHasARowForEachRecord() throws IOException {
        assertThat(TrainingWords.records().text().lines().skip(2))
                .hasSize(17)
                .first()
                .asString()
                .matches("fashion-cnn-mnist +Fashion-MNIST CNN .* +mnist-10k, test +8,000 +3 +1 +9\\d\\.\\d\\d %");
    }

    @Test
    void theCommandListsAndRefusesNamesThatItDoesNotKnow() {
        var out = new StringWriter();
        var err = new StringWriter();
        var command = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        assertThat(command.execute("record")).isZero();
        assertThat(out.toString().lines())
                .hasSize(17)
                .contains("relu-fast-1          four layers, relu, on drawn figures at the rate 0.03");
        assertThat(command.execute("record", "cake")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("layerwise: no recording is called cake; there are lenet5-mnist, lenet5-modern-mnist,");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aFileIsWhatItsRecordWrites(Recording recording) throws IOException {
        String text = Files.readString(RUNS.resolve(recording.name() + ".json"));
        assertThat(RunRecord.of(recording.name(), text).json()).isEqualTo(text);
    }
}
