package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import layerwise.data.DrawnDigits;
import layerwise.data.Split;
import layerwise.engine.MxnetModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    private Path folder;

    private static Run run() {
        return Training.of(Nets.small(), Nets.quick().epochs(2), Nets.FEW)
                .measured()
                .run();
    }

    @Test
    void aRecordThatIsReadAgainIsTheSame() throws IOException {
        var record = run().record();
        var file = folder.resolve("run.json");
        record.write(file);
        assertThat(RunRecord.read(file)).isEqualTo(record);
        assertThat(Files.readString(file)).startsWith("{\n  \"format\": \"layerwise run 2\",\n  \"network\": {");
    }

    @Test
    void aRecordIsEnoughToTrainAgain() throws IOException {
        var first = run();
        var file = folder.resolve("run.json");
        first.record().write(file);
        var again =
                RunRecord.read(file).again(Nets.small(), Nets.FEW).measured().run();
        assertThat(again.history()).isEqualTo(first.history());
        assertThat(first.again(Nets.FEW).accuracy()).isEqualTo(first.accuracy());
    }

    @Test
    void aRunSaysByWhatItWasTrainedAndWhyItEnded() {
        var record = run().record();
        assertThat(record.versions().engine()).startsWith("MXNet 1.9");
        assertThat(record.versions().djl()).isEqualTo("0.36.0");
        assertThat(record.versions().java()).isEqualTo(Runtime.version().toString());
        assertThat(record.ending()).isEqualTo(new Ending(Ending.Cause.RECIPE, "all 2 epochs of the recipe are done"));
        assertThat(record.seconds()).isPositive();
    }

    @Test
    void otherImagesAreNotTrainedOnAgain() {
        var other = Split.of(DrawnDigits.draw(401, 11), 300);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run().again(other))
                .withMessageMatching("expected to test on 100 images of drawn digits, seed 11 with the digest"
                        + " [0-9a-f]{8}…, got 101 of drawn digits, seed 11 with [0-9a-f]{8}…;"
                        + " give the images that were trained with");
    }

    @Test
    void aRecordOfANewerLayerwiseIsRefused() throws IOException {
        var file = folder.resolve("run.json");
        Files.writeString(file, run().record().json().replace("layerwise run 2", "layerwise run 7"));
        assertThatThrownBy(() -> RunRecord.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected a run of format 2, got one of format 7, which another Layerwise wrote;"
                        + " read it with that one");
    }

    @Test
    void theTestOfTheLastEpochIsWhatEvaluatingGives() {
        var run = run();
        assertThat(run.classifier().evaluate(Nets.FEW.test()))
                .isEqualTo(run.history().last().test());
        assertThat(run.history().last().test().confusion(run.record().classes()))
                .isEqualTo(run.classifier().predict(Nets.FEW.test()).confusion());
    }

    @Test
    void aFrozenPartKeepsItsNumbersAndTheRestLearns() {
        var recipe = Nets.quick().epochs(1);
        var begun = InitialWeights.of(Nets.small(), recipe).values();
        var ended = Training.run(Nets.small(), recipe.freeze("conv1"), Nets.FEW)
                .classifier()
                .weights()
                .values();
        begun.forEach((name, values) -> {
            if (name.startsWith("conv1/")) {
                assertThat(ended.get(name)).as(name).containsExactly(values);
            } else {
                assertThat(ended.get(name)).as(name).isNotEqualTo(values);
            }
        });
    }

    @Test
    void aFrozenPartAnswersAsAtTestTime() {
        var recipe = Nets.quick().epochs(1).batch(300).rate(1e-12).dropout(0.5);
        var frozen = recipe.freeze("conv1", "conv2", "dropout");
        var epoch = Training.run(Nets.small(), frozen, new Split(Nets.FEW.train(), Nets.FEW.train()))
                .history()
                .last();
        assertThat(epoch.loss()).isCloseTo(epoch.testLoss(), within(1e-5));
        var free = Training.run(Nets.small(), recipe, new Split(Nets.FEW.train(), Nets.FEW.train()))
                .history()
                .last();
        assertThat(Math.abs(free.loss() - free.testLoss())).isGreaterThan(0.01);
    }

    @Test
    void theRecipesDropoutReplacesTheNetworks() {
        var recipe = Nets.quick().epochs(2);
        var own = Training.run(Nets.small(0.5), recipe, Nets.FEW);
        var recipes = Training.run(Nets.small(0), recipe.dropout(0.5), Nets.FEW);
        var none = Training.run(Nets.small(0.5), recipe.dropout(0), Nets.FEW);
        assertThat(recipes.history()).isEqualTo(own.history());
        assertThat(none.history()).isNotEqualTo(own.history());
    }

    @Test
    void adamLearnsToo() {
        var run = Training.run(Nets.small(), Nets.quick().adam().rate(0.005), Nets.FEW);
        assertThat(run.history().last().loss())
                .isLessThan(0.5 * run.history().epochs().get(0).loss());
    }

    @Test
    void smoothedLabelsKeepTheNetworkFromBeingSure() {
        var recipe = Nets.quick().epochs(10).rate(0.05).dropout(0);
        assertThat(confidence(Training.run(Nets.small(), recipe.smoothing(0.3), Nets.FEW)))
                .isLessThan(confidence(Training.run(Nets.small(), recipe, Nets.FEW)) - 0.1);
    }

    private static double confidence(Run run) {
        var bins = run.classifier().evaluate(Nets.FEW.train()).calibration().bins();
        return bins.stream().mapToDouble(Calibration.Bin::confidence).sum()
                / Nets.FEW.train().size();
    }

    @Test
    void aBudgetOfTimeCutsAnEpochShortAndSaysSo() {
        var run = Training.of(Nets.small(), Nets.quick().batch(1), Nets.FEW)
                .guarded(Guards.NONE.time(Duration.ofMillis(1)))
                .run();
        assertThat(run.record().ending().cause()).isEqualTo(Ending.Cause.TIME);
        assertThat(run.record().ending().why()).matches("0\\.0 s are over, in epoch 1 after \\d+ images");
        assertThat(run.history().last().images()).isLessThan(300);
        assertThat(run.history().last().test().images()).isEqualTo(100);
    }

    @Test
    void theRateOfEachEpochIsThatOfTheSchedule() {
        var recipe = Nets.quick().epochs(4).rate(0.02).schedule(Schedule.steps(0.1, 0.5));
        var epochs = Training.run(Nets.small(), recipe, Nets.FEW).history().epochs();
        assertThat(epochs.stream().mapToDouble(Epoch::rate).toArray())
                .containsExactly(new double[] {0.02, 0.02, 0.002, 0.002}, within(1e-12));
    }

    @Test
    void whatStartsFromOtherWeightsIsTransferLearning() throws IOException {
        var recipe = Nets.quick().epochs(2).freeze("conv1", "conv2");
        var teacher = Training.run(Nets.small(), Nets.quick().epochs(2).seed(9), Nets.FEW)
                .classifier()
                .weights();
        var file = folder.resolve("pupil");
        var pupil = Training.of(Nets.small(), recipe, Nets.FEW)
                .startingFrom(teacher)
                .saving(file)
                .run();
        var ended = pupil.classifier().weights().values();
        assertThat(ended.get("conv2/conv/weight"))
                .containsExactly(teacher.values().get("conv2/conv/weight"));
        assertThat(ended.get("out/weight")).isNotEqualTo(teacher.values().get("out/weight"));
        assertThat(Training.resumed(Nets.small(), Nets.FEW, file, said -> {})
                        .run()
                        .record()
                        .first())
                .isEqualTo(pupil.record().first())
                .isPresent();
        assertThat(pupil.record().again(Nets.small(), Nets.FEW, teacher).run().history())
                .isEqualTo(pupil.history());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pupil.again(Nets.FEW))
                .withMessageMatching(
                        "small: this run started from weights with the digest [0-9a-f]{8}…; give them too");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pupil.record()
                        .again(Nets.small(), Nets.FEW, pupil.classifier().weights()))
                .withMessageMatching("small: this run started from weights with the digest [0-9a-f]{8}…,"
                        + " got weights with [0-9a-f]{8}…; give those");
    }

    @Test
    void anExportedNetworkComesBackAsItWas() throws IOException {
        var classifier = run().classifier();
        MxnetFiles.save(classifier, folder, "small");
        var back = MxnetModel.read(folder, "small").weights(Nets.small());
        classifier
                .weights()
                .values()
                .forEach((name, values) ->
                        assertThat(back.values().get(name)).as(name).containsExactly(values));
    }
}
