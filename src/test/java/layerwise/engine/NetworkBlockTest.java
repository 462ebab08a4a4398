package layerwise.engine;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.padChannels;
import static layerwise.layers.Layers.rbf;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.shuffle;
import static layerwise.layers.Layers.slice;
import static layerwise.layers.Layers.subsample;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.BatchNorm;
import layerwise.layers.Dropout;
import layerwise.layers.Layer;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.Parameter;
import layerwise.layers.Shape;
import layerwise.layers.Wiring;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine computes is what the description says: held against plain loops, differences and counts. */
class NetworkBlockTest {
    private static final Shape IMAGE = Shape.of(3, 12, 10);
    private static final Wiring TABLE = new Wiring(List.of(List.of(0, 1), List.of(1, 2), List.of(0), List.of(0, 1, 2)));

    static Stream<Network> chains() {
        return Stream.of(
                LeNet5.paper(),
                LeNet5.modern(),
                of(conv(6, 3).stride(2).pad(1).relu()),
                of(conv(6, 3, 5).pad(1, 2).dilation(2).noBias()),
                of(conv(6, 3).groups(3)),
                of(conv(4, 3).wired(TABLE)),
                of(conv(4, 3).wired(TABLE).noBias().stride(2)),
                of(conv(4, 1), maxPool(3).stride(2).roundUp()),
                of(conv(4, 1), maxPool(3).stride(2).pad(1)),
                of(conv(4, 1), averagePool(3).stride(2).pad(1)),
                of(conv(4, 1), averagePool(3).stride(2).roundUp()),
                of(conv(4, 1), averagePool(3).stride(2).pad(1).roundUp()),
                of(conv(4, 1), averagePool(2).sigmoid()),
                of(subsample(2).scaledTanh()),
                of(conv(6, 3).batchNorm().relu6()),
                of(conv(6, 3), new LocalResponseNorm(5, 2, 0.3, 0.75)),
                of(conv(6, 1).swish(), slice(1, 5), shuffle(2), padChannels(7), dropout(0.5)),
                of(conv(6, 1).hardSwish(), conv(3, 3).hardSigmoid()),
                network("last map", Shape.of(3, 10, 10), conv(8, 3).same(), slice(7, 8)),
                of(globalPool(), conv(5, 1).batchNorm(), dense(4), conv(2, 1)),
                of(globalPool(), dense(7).noBias()),
                of(flatten(), dense(5).tanh(), rbf(List.of(List.of(1, -1, 1, -1, 1), List.of(-1, -1, 1, 1, 1)))));
    }

    static Network of(Layer... layers) {
        return network("chain", IMAGE, layers);
    }

    static float[] images(Network network, int count) {
        var random = new SplittableRandom(7);
        var images = new float[count * (int) network.input().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble(-1, 1);
        }
        return images;
    }

    private static double[] image(float[] images, int number, int size) {
        var image = new double[size];
        for (int i = 0; i < size; i++) {
            image[i] = images[number * size + i];
        }
        return image;
    }

    static float[] outputs(Network network, Weights weights, float[] images, int count) {
        try (var learner = new BlockLearner(new NetworkBlock(network), weights, Criterion.CROSS_ENTROPY, 0, 0)) {
            return learner.outputs(images, count);
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void theEngineComputesWhatPlainLoopsCompute(Network network) {
        var weights = Naive.weights(network, 3);
        var images = images(network, 2);
        assertComputes(network, weights, images, outputs(network, weights, images, 2));
    }

    /** Holds the outputs for two images against plain loops. */
    static void assertComputes(Network network, Weights weights, float[] images, float[] outputs) {
        int size = (int) network.output().size();
        assertThat(outputs).hasSize(2 * size);
        for (int number = 0; number < 2; number++) {
            var image = image(images, number, (int) network.input().size());
            var expected = Naive.output(network, weights, image);
            for (int i = 0; i < size; i++) {
                assertThat((double) outputs[number * size + i])
                        .isCloseTo(expected[i], within(1e-4 * Math.max(1, Math.abs(expected[i]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void theEngineHasExactlyTheCountedParameters(Network network) {
        Engines.open();
        try (var manager = NDManager.newBaseManager()) {
            var block = new NetworkBlock(network);
            block.initialize(manager);
            long counted = network.steps().stream()
                    .flatMap(step -> step.layer().parameters(step.input()).stream())
                    .mapToLong(Parameter::size)
                    .sum();
            long held = block.getParameters().stream()
                    .mapToLong(pair -> pair.getValue().getArray().size())
                    .sum();
            assertThat(held).isEqualTo(counted);
            assertThat(block
                            .getOutputShapes(new ai.djl.ndarray.types.Shape[] {Sides.batch(2, network.input(), false)})[
                            0]
                            .size())
                    .isEqualTo(2 * network.output().size());
        }
    }

    @Test
    void aGateScalesEachMap() {
        var network = of(scale(sequence(globalPool(), dense(3).sigmoid())));
        var weights = Naive.weights(network, 3);
        var images = images(network, 1);
        var image = image(images, 0, images.length);
        var gate = Naive.output(
                of(globalPool(), dense(3), Activation.SIGMOID),
                new Weights(Map.of(
                        "dense/weight", weights.values().get("dense/weight"),
                        "dense/bias", weights.values().get("dense/bias"))),
                image);
        var outputs = outputs(network, weights, images, 1);
        for (int i = 0; i < outputs.length; i++) {
            assertThat((double) outputs[i]).isCloseTo(image[i] * gate[i / 120], within(1e-5));
        }
    }

    @Test
    void aConnectionTableLearnsItsFreeWeightsOnly() {
        var network = LeNet5.paper();
        Engines.open();
        try (var manager = NDManager.newBaseManager()) {
            var gradient = gradients(network, Naive.weights(network, 3), images(network, 1), manager)
                    .get("C3/conv/weight");
            long moving = 0;
            for (float each : gradient) {
                moving += each != 0 ? 1 : 0;
            }
            assertThat(moving).isEqualTo(1500);
        }
    }

    /** Batch norm and dropout compute otherwise while training; the engine's own are used for both. */
    static Stream<Network> chainsThatTrainAsTheyAnswer() {
        return chains().filter(network -> network.steps().stream()
                .noneMatch(step -> step.layer() instanceof BatchNorm || step.layer() instanceof Dropout));
    }

    @ParameterizedTest
    @MethodSource("chainsThatTrainAsTheyAnswer")
    void gradientsAreFiniteDifferences(Network network) {
        var weights = Naive.weights(network, 3);
        var images = images(network, 1);
        Engines.open();
        try (var manager = NDManager.newBaseManager()) {
            gradients(network, weights, images, manager).forEach((name, gradient) -> {
                var random = new SplittableRandom(name.hashCode());
                for (int trial = 0; trial < 6; trial++) {
                    int index = random.nextInt(gradient.length);
                    double expected = difference(network, weights, images, name, index);
                    assertThat((double) gradient[index])
                            .as("%s[%d]", name, index)
                            .isCloseTo(expected, within(5e-3 * Math.max(1, Math.abs(expected))));
                }
            });
        }
    }

    /** The derivative of a weighted sum of the outputs by one number, from plain loops in double precision. */
    private static double difference(Network network, Weights weights, float[] images, String name, int index) {
        float[] numbers = weights.values().get(name);
        float old = numbers[index];
        float step = 1f / (1 << 14);
        var image = image(images, 0, images.length);
        numbers[index] = old + step;
        double up = weighted(Naive.output(network, weights, image));
        numbers[index] = old - step;
        double down = weighted(Naive.output(network, weights, image));
        double width = (double) (old + step) - (old - step);
        numbers[index] = old;
        return (up - down) / width;
    }

    private static double weighted(double[] outputs) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            sum += outputs[i] * factor(i);
        }
        return sum;
    }

    /** A weight for each output, so that no gradient cancels. */
    private static double factor(int i) {
        return (i % 7 - 2.5) / 8;
    }

    private static Map<String, float[]> gradients(Network network, Weights weights, float[] images, NDManager manager) {
        var block = new NetworkBlock(network);
        block.initialize(manager);
        weights.into(block);
        var x = manager.create(images, Sides.batch(1, network.input(), false));
        try (var collector = ai.djl.engine.Engine.getInstance().newGradientCollector()) {
            var y = block.forward(new ParameterStore(manager, false), new NDList(x), true)
                    .singletonOrThrow();
            var factors = new float[(int) y.size()];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = (float) factor(i);
            }
            collector.backward(y.mul(manager.create(factors, y.getShape())).sum());
        }
        var gradients = new LinkedHashMap<String, float[]>();
        block.named().forEach((name, parameter) -> {
            if (parameter.requiresGradient()) {
                gradients.put(name, parameter.getArray().getGradient().toFloatArray());
            }
        });
        return gradients;
    }

    @Test
    void branchesAreJoinedAsDescribed() {
        var network = of(concat(identity(), conv(2, 3).same()), sum(conv(5, 1), identity()));
        var weights = Naive.weights(network, 3);
        var images = images(network, 1);
        var image = image(images, 0, images.length);
        var stacked = Naive.output(of(conv(2, 3).same()), one(weights, "conv1"), image);
        var joined = new double[5 * 120];
        System.arraycopy(image, 0, joined, 0, 360);
        System.arraycopy(stacked, 0, joined, 360, 240);
        var mixed = Naive.output(network("mix", Shape.of(5, 12, 10), conv(5, 1)), one(weights, "conv2"), joined);
        var outputs = outputs(network, weights, images, 1);
        for (int i = 0; i < outputs.length; i++) {
            assertThat((double) outputs[i]).isCloseTo(mixed[i] + joined[i], within(1e-4));
        }
    }

    @Test
    void aSingleBranchIsHandedOn() {
        var network = of(concat(identity()), sum(identity()));
        var images = images(network, 1);
        assertThat(outputs(network, Naive.weights(network, 3), images, 1)).containsExactly(images);
    }

    private static Weights one(Weights weights, String path) {
        return new Weights(Map.of(
                "conv/weight", weights.values().get(path + "/weight"),
                "conv/bias", weights.values().get(path + "/bias")));
    }

    @Test
    void weightsComeOutAsTheyWentIn() {
        var weights = Naive.weights(LeNet5.paper(), 9);
        var block = new NetworkBlock(LeNet5.paper());
        try (var learner = new BlockLearner(block, weights, Criterion.MAXIMUM_A_POSTERIORI, 0, 0)) {
            assertThat(learner.weights().values().keySet())
                    .containsExactlyElementsOf(weights.values().keySet());
            learner.weights()
                    .values()
                    .forEach((name, numbers) ->
                            assertThat(numbers).containsExactly(weights.values().get(name)));
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        var weights = Naive.weights(LeNet5.modern(), 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.checkedFor(LeNet5.paper()))
                .withMessage("LeNet-5/S2/subsample/weight: expected 6 numbers, got none; "
                        + "these weights belong to another network");
    }
}
