package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import layerwise.data.Augmentation;
import layerwise.engine.Parallel;
import layerwise.train.Recipe;
import layerwise.train.Recipes;
import layerwise.train.RunRecord;
import layerwise.view.EvaluationTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./layerwise train --data} takes. */
final class TrainCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void drawnDigitsAreTakenByName() {
        assertThat(train("lenet5-modern", "--data", "digits", "--train", "64", "--epochs", "1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .startsWith("LeNet-5 (modern), 61,706 parameters: learns from 64 images of drawn digits, seed 1,"
                        + " is tested on 2,000 of drawn digits, seed 1; seed 1" + System.lineSeparator());
    }

    @Test
    void aNameThatIsNoneSaysWhichThereAre() {
        assertThat(train("lenet5-modern", "--data", "minst")).isEqualTo(1);
        assertThat(err)
                .hasToString("layerwise: minst: expected a folder or one of mnist, fashion-mnist, kmnist, cifar-10,"
                        + " cifar-100, digits, shapes, got neither; name one of these" + System.lineSeparator());
    }

    @Test
    void coloursInAGreyNetworkAreRefused() {
        assertThat(train("lenet5-modern", "--data", "shapes", "--train", "10")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("layerwise: drawn shapes, seed 1: expected images of 1 channel for the input 1×32×32,"
                        + " got 3×32×32; give the network an input of 3 channels");
    }

    @Test
    void aFolderOfNothingKnownIsRefused(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("notes.txt"));
        assertThat(train("lenet5-modern", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("layerwise: " + folder + ": expected IDX files")
                .contains("got notes.txt");
    }

    @Test
    void aLargeDownloadIsALineForEveryTenthAndASmallOneOneLine() {
        var line = new DownloadLine(new PrintWriter(out, true));
        for (long bytes = 0; bytes <= 2_000_000; bytes += 10_000) {
            line.at("large.gz", bytes, 2_000_000);
        }
        for (long bytes = 0; bytes <= 5_000; bytes += 100) {
            line.at("small.gz", bytes, 5_000);
        }
        assertThat(out.toString().lines())
                .hasSize(11 + 1)
                .startsWith("large.gz: 0 of 2,000,000 bytes", "large.gz: 200,000 of 2,000,000 bytes")
                .endsWith("large.gz: 2,000,000 of 2,000,000 bytes", "small.gz: 0 of 5,000 bytes");
    }

    @Test
    void aTrainingGoesOnFromItsFileAndIsEvaluated(@TempDir Path folder) throws Exception {
        var file = folder.resolve("net.safetensors");
        var json = folder.resolve("run.json");
        assertThat(train("lenet5-modern", "--train", "64", "--epochs", "2", "--save", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(train("lenet5-modern", "--train", "64", "--resume", file.toString(), "--run", json.toString()))
                .as(err.toString())
                .isZero();
        var run = RunRecord.read(json);
        assertThat(run.history().epochs()).hasSize(2);
        assertThat(out.toString())
                .contains("goes on after epoch 2 of 2 in " + file, "saved to " + file, "the run is in " + json)
                .contains("; all 2 epochs of the recipe are done");
        out.getBuffer().setLength(0);
        assertThat(execute("evaluate", file.toString(), "--train", "64"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .isEqualTo("LeNet-5 (modern) of " + file + ": is asked about 2,000 images of drawn digits, seed 1,"
                        + " which it was tested on in training"
                        + System.lineSeparator()
                        + new EvaluationTable(run.history().last().test(), run.classes()).text()
                        + System.lineSeparator());
        out.getBuffer().setLength(0);
        assertThat(execute("evaluate", file.toString(), "--train", "65")).isZero();
        assertThat(out.toString())
                .contains("of drawn digits, seed 1, which are not those that it was tested on in training;"
                        + " it may have learned from some");
    }

    @Test
    void replicasAreKeptWithTheRunAndTakenUpAgain(@TempDir Path folder) throws Exception {
        var straight = folder.resolve("straight");
        var parts = folder.resolve("parts");
        var json = folder.resolve("run.json");
        assertThat(train(
                        "lenet5-modern",
                        "--train",
                        "64",
                        "--epochs",
                        "2",
                        "--replicas",
                        "2",
                        "--save",
                        straight.toString(),
                        "--run",
                        json.toString()))
                .as(err.toString())
                .isZero();
        var run = RunRecord.read(json);
        assertThat(run.parallel()).contains(new Parallel(2, 1));
        assertThat(out.toString()).contains("each step is spread over 2 replicas × 1 thread");
        Files.copy(folder.resolve("straight.previous"), parts); // after the first epoch
        assertThat(train("lenet5-modern", "--train", "64", "--resume", parts.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllBytes(parts)).isEqualTo(Files.readAllBytes(straight));
    }

    @Test
    void aTrialChoosesAmongReplicasAndThreads(@TempDir Path folder) throws Exception {
        var json = folder.resolve("run.json");
        assertThat(train(
                        "lenet5-modern",
                        "--train",
                        "64",
                        "--epochs",
                        "1",
                        "--replicas",
                        "auto",
                        "--run",
                        json.toString()))
                .as(err.toString())
                .isZero();
        var run = RunRecord.read(json);
        int processors = Runtime.getRuntime().availableProcessors();
        var parallel = run.parallel().orElseThrow();
        assertThat(parallel.replicas() * parallel.threads()).isBetween(1, processors);
        assertThat(run.versions().engine()).endsWith(", " + parallel);
    }

    @Test
    void recipesByNameAreFollowed(@TempDir Path folder) throws Exception {
        var json = folder.resolve("run.json");
        assertThat(train(
                        "lenet5-modern",
                        "--train",
                        "64",
                        "--recipe",
                        "adam",
                        "--epochs",
                        "1",
                        "--seed",
                        "3",
                        "--run",
                        json.toString()))
                .as(err.toString())
                .isZero();
        assertThat(RunRecord.read(json).recipe())
                .isEqualTo(Recipes.named("adam").epochs(1).seed(3));
        var recipe = folder.resolve("recipe.json");
        Recipes.named("vgg").epochs(1).batch(64).augmentation(Augmentation.NONE).write(recipe);
        assertThat(train("lenet5-modern", "--train", "64", "--recipe", recipe.toString(), "--run", json.toString()))
                .as(err.toString())
                .isZero();
        assertThat(RunRecord.read(json).recipe()).isEqualTo(Recipe.read(recipe));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --recipe alex        | 1 | no recipe is called alex; there are lenet5, lenet5-modern, alexnet, vgg, resnet, resnet-cifar, adam, and files that Recipe.write wrote
            --resume a --epochs 3 --seed 2 | 1 | --resume goes on by the recipe in a and saves there, got --epochs, --seed too; leave out one or the other
            --resume a --save b  | 1 | --resume goes on by the recipe in a and saves there, got --save too; leave out one or the other
            --resume a --replicas 2 | 1 | --resume goes on by the recipe in a and saves there, got --replicas too; leave out one or the other
            --replicas 0         | 2 | Invalid value for option '--replicas': expected 1 to 8 replicas as in 2, or auto, got 0; ./layerwise train --help lists what there is
            --replicas -1        | 2 | Invalid value for option '--replicas': expected 1 to 8 replicas as in 2, or auto, got -1; ./layerwise train --help lists what there is
            --replicas some      | 2 | Invalid value for option '--replicas': expected 1 to 8 replicas as in 2, or auto, got some; ./layerwise train --help lists what there is
            --replicas 3 --batch 2 | 1 | training shares each batch among replicas: expected at most 2 of them for batches of 2, got 3; take fewer replicas or larger batches
            --resume none        | 1 | none: expected a checkpoint, got nothing there; train with --save none
            --time 10            | 2 | Invalid value for option '--time': expected a time as in 90s, 10m or 2h, got 10; ./layerwise train --help lists what there is
            --memory 4t          | 2 | Invalid value for option '--memory': expected a size as in 800m or 4g, got 4t; ./layerwise train --help lists what there is
            """)
    void optionsThatCannotBeFollowedAreToldInASentence(String words, int code, String sentence) {
        assertThat(execute(("train lenet5-modern --train 10 " + words).split(" ")))
                .isEqualTo(code);
        assertThat(err).hasToString("layerwise: " + sentence + System.lineSeparator());
    }

    @Test
    void patienceAndTimeEndATraining() {
        assertThat(train(
                        "lenet5-modern",
                        "--train",
                        "64",
                        "--epochs",
                        "50",
                        "--rate",
                        "1e-9",
                        "--patience",
                        "1",
                        "--time",
                        "10m",
                        "--memory",
                        "100g"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("the test loss has not been below \\d\\.\\d{4}, that of epoch \\d+, for 1 epochs");
    }

    @Test
    void aPassingLineIsWrittenOverTenTimesASecond() {
        long[] now = {0};
        var terminal = new Terminal(new PrintWriter(out, true), true, () -> now[0]);
        int written = 0;
        for (int i = 0; i < 100; i++) {
            if (terminal.isDue()) {
                terminal.passing("step " + i);
                written++;
            }
            now[0] += 10_000_000;
        }
        terminal.line("end");
        terminal.line("next");
        assertThat(written).isEqualTo(10);
        assertThat(out.toString())
                .startsWith("\rstep 0\rstep 10\rstep 20")
                .endsWith("\rend    " + System.lineSeparator() + "next" + System.lineSeparator());
    }

    @Test
    void whatIsNoTerminalGetsNoPassingLines() {
        assertThat(new Terminal(new PrintWriter(out, true), false, () -> 0).isDue())
                .isFalse();
    }

    private int train(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "train";
        System.arraycopy(words, 0, all, 1, words.length);
        return execute(all);
    }

    private int execute(String... all) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
