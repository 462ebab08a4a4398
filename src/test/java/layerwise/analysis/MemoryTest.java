package layerwise.analysis;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.identity;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryTest {

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void thePeakIsBetweenTheLargestStepAndTheSum(Network network) {
        long largest = network.steps().stream()
                .mapToLong(step -> step.output().size())
                .max()
                .orElseThrow();
        for (Buffers buffers : Buffers.values()) {
            var held = Activations.of(network, buffers);
            assertThat(held.peak())
                    .isBetween(largest, held.kept() + network.input().size());
        }
        assertThat(Activations.of(network, Buffers.OVERWRITTEN).kept())
                .isLessThanOrEqualTo(Activations.of(network, Buffers.SEPARATE).kept());
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void foldingBatchNormNeverAdds(Network network) {
        var count = ParameterCount.of(network);
        assertThat(ModelFile.folded(network).total()).isLessThanOrEqualTo(count.total());
        assertThat(ModelFile.folded(network).statistics()).isZero();
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void trainingNeedsMoreThanInferenceAndAdamMoreThanMomentum(Network network) {
        var inference = Memory.inference(network, Precision.FP32, Buffers.SEPARATE);
        var momentum = Memory.training(network, 1, Optimizer.MOMENTUM, Buffers.SEPARATE);
        var adam = Memory.training(network, 1, Optimizer.ADAM, Buffers.SEPARATE);
        assertThat(momentum.total()).isGreaterThan(inference.total());
        assertThat(adam.optimizer()).isEqualTo(2 * momentum.optimizer());
        assertThat(adam.activations()).isEqualTo(momentum.activations());
    }

    @Test
    void vgg16HoldsTwoOfItsFirstMapsAtOnce() {
        var held = Activations.of(Zoo.network("vgg-16"), Buffers.OVERWRITTEN);
        assertThat(held.peak()).as("24.5 MiB in fp32").isEqualTo(2 * 64 * 224 * 224);
        assertThat(held.at()).isEqualTo("conv1_2/conv");
        assertThat(held.kept()).as("15.09M values for one image forward").isEqualTo(15_087_080);
    }

    @Test
    void aBranchIsHeldUntilItIsRead() {
        var twoWays = concat(identity(), conv(4, 3).same().then(conv(4, 3).same()));
        var held = Activations.of(network("two ways", Shape.of(8, 10, 10), twoWays), Buffers.SEPARATE);
        assertThat(held)
                .as("input 8 maps, branch 4 and concat 12")
                .isEqualTo(new Activations(2400, "concat", 2000, Buffers.SEPARATE));
    }

    @Test
    void whatTwoReadIsNotOverwritten() {
        var forked = network(
                "forked",
                Shape.of(1, 4, 4),
                conv(2, 1),
                concat(identity(), identity().relu()));
        assertThat(Activations.of(forked, Buffers.OVERWRITTEN).kept()).isEqualTo(32 + 32 + 64);
        var straight = network("straight", Shape.of(1, 4, 4), conv(2, 1).relu());
        assertThat(Activations.of(straight, Buffers.OVERWRITTEN).kept()).isEqualTo(32);
    }

    @Test
    void theExerciseOfGeronNeedsTwelveMegabytes() {
        var network = network(
                "exercise 2",
                Shape.of(3, 200, 300),
                conv(100, 3).stride(2).pad(1).relu(),
                conv(200, 3).stride(2).pad(1).relu(),
                conv(400, 3).stride(2).pad(1).relu());
        assertThat(ParameterCount.of(network).trainable()).isEqualTo(903_400);
        assertThat(Memory.inference(network, Precision.FP32, Buffers.OVERWRITTEN)
                        .total())
                .as("Géron, Hands-On Machine Learning, chapter 14, exercise 2")
                .isEqualTo(12_613_600);
        var training = Memory.training(network, 50, Optimizer.SGD, Buffers.OVERWRITTEN);
        assertThat(training.weights() + training.activations())
                .as("the book says 564.6 MB: it rounds 1.52 MB of the third layer to 1.5 MB, 50 times")
                .isEqualTo(564_613_600 + 50 * 20_000);
    }

    /** With a head of 24 classes, which the six tflite sizes agree on; an h5 file adds up to 1.4 % of names and structure. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "data/model-files.csv", numLinesToSkip = 1)
    void theTableOfModelFilesIsExplained(
            String network, long trainable, long norms, long features, double h5, double tflite, String source) {
        long weights = trainable - 2 * norms + 24 * features;
        var checkpoint = ModelFile.of(
                new ParameterCount(weights, 24, norms, norms, 2 * norms, 0), Precision.FP32, Optimizer.ADAM);
        var deployed = ModelFile.of(new ParameterCount(weights, 24 + norms, 0, 0, 0, 0), Precision.FP32, Optimizer.SGD);
        assertThat(checkpoint.mebibytes()).as(source).isCloseTo(h5, within(0.02 * h5));
        assertThat(deployed.mebibytes()).as(source).isCloseTo(tflite, within(0.002 * tflite));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "data/model-files.csv", numLinesToSkip = 1)
    void theNetworksOfTheTableAreThoseOfTheZooWithoutTheirDenseLayer(
            String network, long trainable, long norms, long features) {
        var numbers = ParameterCount.of(Zoo.network(network));
        assertThat(numbers.trainable() - (features + 1) * 1000).isEqualTo(trainable);
        assertThat(numbers.statistics()).isEqualTo(2 * norms);
    }

    @Test
    void aConvolutionWithoutBiasGetsOneFromItsNorm() {
        var norm = network("norm", Shape.of(3, 8, 8), conv(4, 3).noBias().batchNorm());
        assertThat(ModelFile.folded(norm)).isEqualTo(new ParameterCount(108, 4, 0, 0, 0, 0));
        var biased = network("biased", Shape.of(3, 8, 8), conv(4, 3).batchNorm());
        assertThat(ModelFile.folded(biased)).isEqualTo(new ParameterCount(108, 4, 0, 0, 0, 0));
        var alone = network("alone", Shape.of(3, 8, 8), conv(4, 3).relu().batchNorm());
        assertThat(ModelFile.folded(alone)).isEqualTo(new ParameterCount(108, 4, 4, 4, 0, 0));
    }

    @Test
    void binaryWeightsTakeAThirtySecond() {
        var dense = network("bits", Shape.of(64, 8, 8), conv(64, 3).noBias());
        long single = ModelFile.deployed(dense, Precision.FP32).bytes();
        assertThat(ModelFile.deployed(dense, Precision.FP16).bytes()).isEqualTo(single / 2);
        assertThat(ModelFile.deployed(dense, Precision.INT8).bytes()).isEqualTo(single / 4);
        assertThat(ModelFile.deployed(dense, Precision.BINARY).bytes()).isEqualTo(single / 32);
    }

    @Test
    void googLeNetWithItsHeadsIsTheFileOfItsAuthorsLibrary() {
        var numbers = ParameterCount.of(Zoo.network("googlenet"), Heads.WITH);
        assertThat(ModelFile.of(numbers, Precision.FP32, Optimizer.SGD).bytes())
                .as("BVLC's caffemodel of 51 MiB")
                .isEqualTo(13_378_280L * 4);
    }

    @Test
    void aBatchWithoutImagesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Memory.training(Zoo.network("alexnet"), 0, Optimizer.SGD, Buffers.SEPARATE))
                .withMessage("AlexNet: a batch has at least 1 image, got 0; say how many are trained at once");
    }
}
