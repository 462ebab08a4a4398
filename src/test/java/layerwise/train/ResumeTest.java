package layerwise.train;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import layerwise.data.Distortion;
import layerwise.data.DrawnDigits;
import layerwise.data.Split;
import layerwise.engine.Parallel;
import layerwise.engine.Weights;
import layerwise.layers.Shape;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeTest {
    @TempDir
    private Path folder;

    static Stream<Recipe> recipes() {
        var recipe = Nets.quick();
        return Stream.of(
                recipe,
                recipe.adam().rate(0.002).smoothing(0.1).augmentation(Distortion.affine()),
                recipe.momentum(0)
                        .schedule(Schedule.plateau(0.5, 1).warmUp(1.5))
                        .dropout(0.5));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void threeEpochsAndThreeMoreAreSixToTheLastBit(Recipe recipe) throws IOException {
        var straight = folder.resolve("straight");
        var parts = folder.resolve("parts");
        var six = Training.of(Nets.small(), recipe, Nets.FEW).saving(straight).run();
        var three = Training.of(Nets.small(), recipe, Nets.FEW)
                .guarded(Guards.NONE.epochs(3))
                .saving(parts)
                .run();
        var resumed = Training.resumed(Nets.small(), Nets.FEW, parts, said -> {});
        assertThat(resumed.done()).isEqualTo(3);
        var rest = resumed.run();
        assertThat(three.record().ending().why()).isEqualTo("the budget of 3 epochs is used up");
        assertThat(rest.history()).isEqualTo(six.history());
        assertThat(Files.readAllBytes(parts)).isEqualTo(Files.readAllBytes(straight));
    }

    @Test
    void headsGoOnTooAndAreGoneInTheClassifier() throws IOException {
        var head = sequence(averagePool(6), flatten(), dense(10));
        var network = Nets.small().head(new Head("aux", "conv1", head, 0.3));
        var straight = folder.resolve("straight");
        var parts = folder.resolve("parts");
        var recipe = Nets.quick().epochs(2);
        var whole = Training.of(network, recipe, Nets.FEW).saving(straight).run();
        Training.of(network, recipe, Nets.FEW)
                .guarded(Guards.NONE.epochs(1))
                .saving(parts)
                .run();
        Training.resumed(network, Nets.FEW, parts, said -> {}).run();
        assertThat(Files.readAllBytes(parts)).isEqualTo(Files.readAllBytes(straight));
        assertThat(Checkpoint.resume(parts, network).weights().values().keySet())
                .contains("aux/dense/weight");
        assertThat(Checkpoint.load(parts, network).weights().values().keySet())
                .containsExactlyElementsOf(whole.classifier().weights().values().keySet())
                .noneMatch(name -> name.startsWith("aux/"));
        var plain = Training.of(Nets.small(), recipe, Nets.FEW).run();
        assertThat(whole.history()).isNotEqualTo(plain.history());
    }

    /** Two heads on the way through modules of branches, as in GoogLeNet. */
    private static Network branched() {
        var head = sequence(averagePool(6), flatten(), dense(10));
        return network(
                        "branched",
                        Shape.of(1, 28, 28),
                        conv(6, 3).stride(2).noBias().batchNorm().relu().as("stem"),
                        concat(conv(4, 1).relu(), conv(4, 3).same().relu()).as("inception1"),
                        concat(conv(4, 1).relu(), conv(4, 3).same().relu()).as("inception2"),
                        globalPool(),
                        dropout(0.4),
                        dense(10).as("out"))
                .head(new Head("aux1", "inception1", head, 0.3))
                .head(new Head("aux2", "inception2", head, 0.3));
    }

    @Test
    void modulesOfBranchesWithTwoHeadsGoOnToTheLastBit() throws IOException {
        var straight = folder.resolve("straight");
        var parts = folder.resolve("parts");
        var recipe = Nets.quick().epochs(4);
        var whole = Training.of(branched(), recipe, Nets.FEW).saving(straight).run();
        Training.of(branched(), recipe, Nets.FEW)
                .guarded(Guards.NONE.epochs(2))
                .saving(parts)
                .run();
        var rest = Training.resumed(branched(), Nets.FEW, parts, said -> {}).run();
        assertThat(rest.history()).isEqualTo(whole.history());
        assertThat(Files.readAllBytes(parts)).isEqualTo(Files.readAllBytes(straight));
    }

    @Test
    void headsAreDrawnUnlessTheyAreGivenToo() {
        var network = branched();
        var recipe = Nets.quick().epochs(1);
        var drawn = InitialWeights.of(network, recipe);
        var others = InitialWeights.of(network, recipe.seed(9));
        var own = Training.of(network, recipe, Nets.FEW).startingFrom(others.withoutHeads(network));
        var all = Training.of(network, recipe, Nets.FEW).startingFrom(others);
        for (String name : drawn.values().keySet()) {
            var expected = name.startsWith("aux") ? drawn : others;
            assertThat(own.begin(network).values().get(name))
                    .as(name)
                    .isEqualTo(expected.values().get(name));
            assertThat(all.begin(network).values().get(name))
                    .as(name)
                    .isEqualTo(others.values().get(name));
        }
        assertThat(own.run().record().first()).contains(Subject.digest(others.withoutHeads(network)));
        var run = all.run();
        assertThat(run.record().first()).contains(Subject.digest(others));
        assertThat(run.record().again(network, Nets.FEW, others).run().history())
                .isEqualTo(run.history())
                .isNotEqualTo(own.run().history());
    }

    @Test
    void weightsOfOneHeadOfTwoAreRefused() {
        var network = branched();
        var some = new LinkedHashMap<>(InitialWeights.of(network, Nets.quick()).values());
        some.remove("aux2/dense/bias");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.of(network, Nets.quick(), Nets.FEW).startingFrom(new Weights(some)))
                .withMessage("branched/aux2/dense/bias: expected 10 numbers, got none;"
                        + " these weights belong to another network");
    }

    @Test
    void replicasGoOnAsReplicas() throws IOException {
        var straight = folder.resolve("straight");
        var parts = folder.resolve("parts");
        var recipe = Nets.quick().epochs(2);
        var two = new Parallel(2, 1);
        var whole = Training.of(Nets.small(), recipe, Nets.FEW)
                .spread(two)
                .saving(straight)
                .run();
        Training.of(Nets.small(), recipe, Nets.FEW)
                .spread(two)
                .guarded(Guards.NONE.epochs(1))
                .saving(parts)
                .run();
        Training.resumed(Nets.small(), Nets.FEW, parts, said -> {}).run();
        assertThat(Files.readAllBytes(parts)).isEqualTo(Files.readAllBytes(straight));
        assertThat(whole.engine()).endsWith(", 2 replicas × 1 thread");
    }

    @Test
    void measuringLayersChangesNothing() {
        var recipe = Nets.quick().epochs(3);
        var plain = Training.of(Nets.small(), recipe, Nets.FEW).run();
        var measured = Training.of(Nets.small(), recipe, Nets.FEW).measured().run();
        measured.classifier()
                .weights()
                .values()
                .forEach((name, values) -> assertThat(values)
                        .containsExactly(plain.classifier().weights().values().get(name)));
        var layers = measured.history().last().layers();
        assertThat(layers)
                .extracting(LayerMeasure::path)
                .containsExactly("conv1/conv", "conv1/batchnorm", "conv1/relu", "conv2/conv", "conv2/relu", "out");
        assertThat(layers.get(0).gradientNorm().orElseThrow()).isPositive();
        assertThat(layers.get(0).updateRatio().orElseThrow()).isBetween(1e-6, 1.0);
        assertThat(layers.get(2).deadShare().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(layers.get(2).gradientNorm()).isEmpty();
    }

    @Test
    void anInterruptLeavesTheLastWholeEpoch() throws IOException {
        var file = folder.resolve("interrupted");
        var recipe = Nets.quick().epochs(4);
        var whole = Training.of(Nets.small(), recipe, Nets.FEW).run();
        var training = Training.of(Nets.small(), recipe, Nets.FEW).saving(file).heardBy(new Progress() {
            @Override
            public void step(Step step) {
                if (step.epoch() == 3 && step.images() > 100) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void epoch(History history, Supplier<Classifier> classifier) {}
        });
        assertThatThrownBy(training::run)
                .isInstanceOf(CancellationException.class)
                .hasMessage("small: training was interrupted in epoch 3, step 5");
        assertThat(Thread.interrupted()).isTrue();
        var rest = Training.resumed(Nets.small(), Nets.FEW, file, said -> {});
        assertThat(rest.done()).isEqualTo(2);
        assertThat(rest.run().history()).isEqualTo(whole.history());
    }

    @Test
    void aDamagedFileIsToldAndTheOneBeforeItTaken() throws IOException {
        var file = folder.resolve("damaged");
        var recipe = Nets.quick().epochs(3);
        var whole = Training.of(Nets.small(), recipe, Nets.FEW).saving(file).run();
        var good = Files.readAllBytes(file);
        var damaged = good.clone();
        damaged[damaged.length - 5] ^= 1;
        Files.write(folder.resolve("damaged.copy"), damaged);
        Files.move(folder.resolve("damaged.copy"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        List<String> said = new ArrayList<>();
        var rest = Training.resumed(Nets.small(), Nets.FEW, file, said::add);
        assertThat(said).hasSize(1);
        assertThat(said.get(0))
                .matches(
                        "\\Q" + file + "\\E: expected the SHA-256 [0-9a-f]{8}… that its header names, got [0-9a-f]{8}…;"
                                + " the file is damaged, save it again; until then \\Q" + file
                                + ".previous\\E is taken, which is whole");
        assertThat(rest.done()).isEqualTo(2);
        assertThat(rest.run().history()).isEqualTo(whole.history());
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }

    @Test
    void aFileThatCannotBeWrittenIsFoundOutBeforeTheFirstEpoch() {
        var training = Training.of(Nets.small(), Nets.quick(), Nets.FEW)
                .saving(folder)
                .heardBy(new Progress() {
                    @Override
                    public void step(Step step) {
                        throw new AssertionError("training has begun");
                    }

                    @Override
                    public void epoch(History history, Supplier<Classifier> classifier) {}
                });
        assertThatThrownBy(training::run)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(folder + " could not be written (it is a folder); "
                        + "name a file in a folder that has room and can be written to");
    }

    @Test
    void weightsAloneAreNoTrainingToGoOnWith() throws IOException {
        var file = folder.resolve("weights");
        Checkpoint.save(
                Training.run(Nets.small(), Nets.quick().epochs(1), Nets.FEW).classifier(), file);
        assertThatThrownBy(() -> Training.resumed(Nets.small(), Nets.FEW, file, said -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected a checkpoint that training can go on from, got one with weights alone;"
                        + " train again");
    }

    @Test
    void otherImagesAndOtherNetworksAreRefused() throws IOException {
        var file = folder.resolve("trained");
        Training.of(Nets.small(), Nets.quick().epochs(1), Nets.FEW).saving(file).run();
        var other = Split.of(DrawnDigits.draw(400, 12), 300);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.resumed(Nets.small(), other, file, said -> {}))
                .withMessageMatching("expected to learn from 300 images of drawn digits, seed 11 with the digest"
                        + " [0-9a-f]{8}…, got 300 of drawn digits, seed 12 with [0-9a-f]{8}…;"
                        + " give the images that were trained with");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.resumed(LeNet5.modern(), Nets.FEW, file, said -> {}))
                .withMessageMatching("\\Q" + file + "\\E: expected the network small with the description [0-9a-f]{8}…,"
                        + " got LeNet-5 \\(modern\\) with [0-9a-f]{8}…; give the network that was trained");
    }

    @Test
    void aRunThatFailsLeavesItsLastGoodEpoch() throws IOException {
        var file = folder.resolve("failed");
        var wild = Nets.quick().epochs(4).batch(300).rate(0.01).schedule(new Schedule.Steps(0, List.of(0.3)));
        Training.of(Nets.small(), wild, Nets.FEW)
                .guarded(Guards.NONE.epochs(1))
                .saving(file)
                .run();
        var good = Files.readAllBytes(file);
        var hopeless = Nets.quick().epochs(3).rate(1e30);
        assertThatThrownBy(() -> Training.of(Nets.small(), hopeless, Nets.FEW)
                        .saving(file)
                        .run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("small: training diverged in epoch 1, step ");
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }
}
