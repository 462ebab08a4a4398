package layerwise.engine;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.layers.Shape;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolLearnerTest {
    private static final Parallel ALONE = new Parallel(1, 1);
    private static final Parallel TWO = new Parallel(2, 1);
    private static final int STEPS = 50;

    private static Network residual() {
        return network(
                "residual",
                Shape.of(3, 12, 12),
                conv(8, 3).same().noBias().batchNorm().relu().as("stem"),
                sum(
                                identity(),
                                sequence(
                                        conv(8, 3).same().noBias().batchNorm().relu(),
                                        conv(8, 3).same().noBias().batchNorm()))
                        .as("unit"),
                globalPool(),
                dense(10));
    }

    private static Network headed() {
        var body = sequence(averagePool(4), flatten(), dense(10));
        return network(
                        "headed",
                        Shape.of(1, 12, 12),
                        conv(6, 3).relu().as("stem"),
                        conv(8, 3).relu(),
                        globalPool(),
                        dense(10))
                .head(new Head("aux", "stem", body, 0.3));
    }

    private static Network dropping() {
        return network("dropping", Shape.of(1, 8, 8), flatten(), dense(64).relu(), dropout(0.5), dense(10));
    }

    static Weights weights(Network network) {
        var numbers = new LinkedHashMap<>(Naive.tame(network, 3).values());
        for (int i = 0; i < network.heads().size(); i++) {
            String name = network.heads().get(i).name();
            Naive.tame(network.headNetworks().get(i), 4 + i)
                    .values()
                    .forEach((path, values) -> numbers.put(name + "/" + path, values));
        }
        return new Weights(numbers);
    }

    private static float[] labels(int count, long seed) {
        var random = new SplittableRandom(seed);
        var labels = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(10);
        }
        return labels;
    }

    /** {@return the mean loss of each step, batches of 16 and then one of 5, over and over} */
    private static double[] losses(Network network, Learner learner, Criterion criterion, double rate) {
        int[] sizes = {16, 16, 5};
        return IntStream.range(0, STEPS)
                .mapToDouble(step -> {
                    int count = sizes[step % sizes.length];
                    float[] images = NetworkBlockTest.images(network, 16);
                    float[] labels = labels(16, step % sizes.length);
                    float[] outputs = learner.step(images, labels, count, rate).outputs();
                    return mean(criterion, outputs, labels, count);
                })
                .toArray();
    }

    private static double mean(Criterion criterion, float[] outputs, float[] labels, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> criterion.loss(Arrays.copyOfRange(outputs, 10 * i, 10 * i + 10), (int) labels[i]))
                .average()
                .orElseThrow();
    }

    static Stream<Arguments> bothPaths() {
        var adam = new Learning(Criterion.CROSS_ENTROPY, 0, UpdateRule.Adam.published(), 0.001, Set.of());
        var smooth = new Learning(Criterion.CROSS_ENTROPY, 0.1, new UpdateRule.Sgd(0.9), 0.001, Set.of());
        var plain = Learning.of(Criterion.CROSS_ENTROPY);
        var momentum = Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0.001);
        var paper = Learning.of(Criterion.MAXIMUM_A_POSTERIORI, 0.9, 0.0005);
        var frozen = new Learning(Criterion.CROSS_ENTROPY, 0, new UpdateRule.Sgd(0.9), 0.001, Set.of("stem"));
        return Stream.of(
                Arguments.of(Named.of("LeNet-5 of the paper", LeNet5.paper()), paper, 0.0005),
                Arguments.of(Named.of("LeNet-5, modern", LeNet5.modern()), momentum, 0.01),
                Arguments.of(Named.of("LeNet-5, without momentum", LeNet5.modern()), plain, 0.05),
                Arguments.of(Named.of("LeNet-5 with Adam", LeNet5.modern()), adam, 0.001),
                Arguments.of(Named.of("LeNet-5 with smooth labels", LeNet5.modern()), smooth, 0.01),
                Arguments.of(Named.of("sums and batch norms", residual()), momentum, 0.01),
                Arguments.of(Named.of("sums and batch norms, the stem frozen", residual()), frozen, 0.01),
                Arguments.of(Named.of("a head in the loss", headed()), momentum, 0.01),
                Arguments.of(Named.of("a head in the loss, the stem frozen", headed()), frozen, 0.01));
    }

    @ParameterizedTest
    @MethodSource("bothPaths")
    void bothPathsLearnAlike(Network network, Learning learning, double rate) {
        try (var block = new BlockLearner(new NetworkBlock(network), weights(network), learning);
                var symbol = new SymbolLearner(network, weights(network), learning, ALONE)) {
            double[] expected = losses(network, block, learning.criterion(), rate);
            double[] losses = losses(network, symbol, learning.criterion(), rate);
            assertThat(losses).usingComparatorWithPrecision(1e-3).containsExactly(expected);
            assertThat(expected[STEPS - 2]).isLessThan(expected[0]);
            assertAlike(symbol.weights().values(), block.weights().values(), 2e-3f);
            assertAlike(symbol.state().slots(), block.state().slots(), 2e-3f);
            assertThat(symbol.state().updates()).isEqualTo(STEPS);
            float[] images = NetworkBlockTest.images(network, 3);
            assertThat(symbol.outputs(images, 3))
                    .usingComparatorWithPrecision(5e-3f)
                    .containsExactly(block.outputs(images, 3));
        }
    }

    private static void assertAlike(Map<String, float[]> actual, Map<String, float[]> expected, float precision) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, numbers) -> assertThat(actual.get(name))
                .as(name)
                .usingComparatorWithPrecision(precision)
                .containsExactly(numbers));
    }

    @Test
    void aSmallBatchIsTheMeanOverItsOwnImages() {
        var network = LeNet5.modern();
        var plain = Learning.of(Criterion.CROSS_ENTROPY);
        float[] images = NetworkBlockTest.images(network, 8);
        float[] labels = labels(8, 1);
        float[] twice = Arrays.copyOf(images, images.length);
        System.arraycopy(images, 0, twice, images.length / 2, images.length / 2);
        float[] sameLabels = labels.clone();
        System.arraycopy(labels, 0, sameLabels, 4, 4);
        try (var half = new SymbolLearner(network, weights(network), plain, ALONE);
                var doubled = new SymbolLearner(network, weights(network), plain, ALONE)) {
            half.step(images, labels, 8, 0.05);
            doubled.step(images, labels, 8, 0.05);
            half.step(images, labels, 4, 0.05);
            doubled.step(twice, sameLabels, 8, 0.05);
            assertAlike(half.weights().values(), doubled.weights().values(), 1e-6f);
        }
    }

    @Test
    void outputsMayBeReadAStepLater() {
        var network = LeNet5.modern();
        float[] images = NetworkBlockTest.images(network, 4);
        float[] labels = labels(4, 1);
        try (var learner = new SymbolLearner(network, weights(network), Learning.of(Criterion.CROSS_ENTROPY), ALONE);
                var again = new SymbolLearner(network, weights(network), Learning.of(Criterion.CROSS_ENTROPY), ALONE)) {
            float[] expected = again.step(images, labels, 4, 0.5).outputs();
            var behind = learner.step(images, labels, 4, 0.5);
            var other = learner.step(images, labels, 4, 0.5);
            assertThat(behind.outputs()).containsExactly(expected);
            assertThat(other.outputs()).isNotEqualTo(expected);
            assertThatThrownBy(behind::outputs)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("LeNet-5 (modern): the outputs of a step are kept until they are asked for once,"
                            + " or until 2 steps later");
        }
    }

    @Test
    void dropoutIsDrawnAnewForEachStepAndGoneWhenAnswering() {
        var network = dropping();
        float[] images = NetworkBlockTest.images(network, 4);
        float[] labels = labels(4, 1);
        var still = Learning.of(Criterion.CROSS_ENTROPY);
        try (var learner = new SymbolLearner(network, weights(network), still, ALONE);
                var block = new BlockLearner(new NetworkBlock(network), weights(network), still)) {
            learner.seed(5);
            float[] first = learner.step(images, labels, 4, 0).outputs();
            float[] second = learner.step(images, labels, 4, 0).outputs();
            learner.seed(5);
            float[] again = learner.step(images, labels, 4, 0).outputs();
            assertThat(second).isNotEqualTo(first);
            assertThat(again).containsExactly(first);
            assertThat(learner.outputs(images, 4))
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(block.outputs(images, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 5, 1})
    void replicasHaveEqualWeightsAndLearnAsOneDoes(int count) {
        var network = headed();
        var learning = Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0.001);
        float[] images = NetworkBlockTest.images(network, 16);
        float[] labels = labels(16, 2);
        try (var one = new SymbolLearner(network, weights(network), learning, ALONE);
                var two = new SymbolLearner(network, weights(network), learning, TWO)) {
            for (int step = 0; step < 10; step++) {
                assertThat(two.step(images, labels, count, 0.01).outputs())
                        .usingComparatorWithPrecision(1e-3f)
                        .containsExactly(one.step(images, labels, count, 0.01).outputs());
                assertAlike(two.weights(1).values(), two.weights(0).values(), 0);
            }
            assertAlike(two.weights().values(), one.weights().values(), 1e-4f);
        }
    }

    @Test
    void runningStatisticsAreTheMeanOfTheReplicas() {
        var network = residual();
        var learning = Learning.of(Criterion.CROSS_ENTROPY);
        float[] images = NetworkBlockTest.images(network, 8);
        int size = (int) network.input().size();
        try (var two = new SymbolLearner(network, weights(network), learning, TWO);
                var left = new SymbolLearner(network, weights(network), learning, ALONE);
                var right = new SymbolLearner(network, weights(network), learning, ALONE)) {
            two.step(images, labels(8, 2), 8, 0);
            left.step(images, labels(8, 2), 4, 0);
            right.step(Arrays.copyOfRange(images, 4 * size, 8 * size), labels(8, 2), 4, 0);
            String mean = "stem/batchnorm/mean";
            float[] both = two.weights().values().get(mean);
            assertThat(both).isNotEqualTo(left.weights().values().get(mean));
            for (int i = 0; i < both.length; i++) {
                double half = (left.weights().values().get(mean)[i]
                                + right.weights().values().get(mean)[i])
                        / 2;
                assertThat((double) both[i]).isCloseTo(half, within(1e-6));
            }
            assertAlike(two.weights(1).values(), two.weights(0).values(), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "adam"})
    void whatAnotherLearnerRemembersIsTakenOver(String rule) {
        var network = LeNet5.modern();
        var learning = new Learning(Criterion.CROSS_ENTROPY, 0, rule(rule), 0.001, Set.of());
        float[] images = NetworkBlockTest.images(network, 8);
        float[] labels = labels(8, 2);
        try (var whole = new SymbolLearner(network, weights(network), learning, ALONE)) {
            for (int step = 0; step < 3; step++) {
                whole.step(images, labels, 8, 0.01);
            }
            try (var resumed = new SymbolLearner(network, whole.weights(), learning, ALONE)) {
                resumed.restore(whole.state());
                for (int step = 0; step < 3; step++) {
                    whole.step(images, labels, 8, 0.01);
                    resumed.step(images, labels, 8, 0.01);
                }
                assertAlike(resumed.weights().values(), whole.weights().values(), 0);
                assertAlike(resumed.state().slots(), whole.state().slots(), 0);
            }
        }
    }

    private static UpdateRule rule(String name) {
        return switch (name) {
            case "adam" -> UpdateRule.Adam.published();
            case "momentum" -> new UpdateRule.Sgd(0.9);
            default -> new UpdateRule.Sgd(0);
        };
    }

    @Test
    void theStateOfAnotherRuleIsRefused() {
        var network = dropping();
        var state = new LearnerState(3, Map.of("mean/dense1/weight", new float[64]));
        try (var learner =
                new SymbolLearner(network, weights(network), Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0), ALONE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> learner.restore(state))
                    .withMessage("the state mean/dense1/weight of 64 numbers belongs to no weight that"
                            + " momentum 0.9 moves; it is of another run");
        }
    }

    @Test
    void weightsWithoutThoseOfTheHeadsTrainWithoutHeads() {
        var network = headed();
        var learning = Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0);
        var own = weights(network).withoutHeads(network);
        try (var symbol = new SymbolLearner(network, own, learning, ALONE);
                var block = new BlockLearner(new NetworkBlock(network), own, learning)) {
            double[] expected = losses(network, block, learning.criterion(), 0.01);
            assertThat(losses(network, symbol, learning.criterion(), 0.01))
                    .usingComparatorWithPrecision(1e-3)
                    .containsExactly(expected);
            assertThat(symbol.weights().values().keySet())
                    .containsExactlyElementsOf(own.values().keySet());
        }
    }

    /** The engine keeps compiled operators; those for one thread have no room for two. */
    @Test
    void learnersWithOneThreadAndWithTwoDoNotDisturbEachOther() {
        var network = LeNet5.modern();
        var learning = Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0);
        float[] images = NetworkBlockTest.images(network, 16);
        float[] labels = labels(16, 2);
        for (int round = 0; round < 5; round++) {
            try (var one = new SymbolLearner(network, weights(network), learning, ALONE);
                    var two = new SymbolLearner(network, weights(network), learning, new Parallel(1, 2))) {
                for (int step = 0; step < 5; step++) {
                    assertThat(two.step(images, labels, 16, 0.01).outputs())
                            .usingComparatorWithPrecision(1e-4f)
                            .containsExactly(one.step(images, labels, 16, 0.01).outputs());
                }
            }
        }
    }

    /** Asks the thread that a replica's operators run on how many it would spread them over. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void operatorsAreSpreadOverAsManyThreadsAsAskedFor(int threads) {
        var network = dropping();
        var parallel = new Parallel(1, threads);
        int[] found = {0};
        try (var learner =
                new SymbolLearner(network, weights(network), Learning.of(Criterion.CROSS_ENTROPY), parallel)) {
            learner.step(new float[64], new float[1], 1, 0.1).outputs();
            learner.context()
                    .run(() -> found[0] = Mxnet.openMp("omp_get_max_threads").invokeInt(new Object[0]));
        }
        assertThat(found[0]).isEqualTo(threads);
    }

    @Test
    void otherEnginesSpreadStepsThemselves() {
        assertThat(ALONE.checkedFor("PyTorch")).isEqualTo(ALONE);
        assertThat(new Parallel(2, 4).checkedFor("MXNet")).isEqualTo(new Parallel(2, 4));
        assertThatThrownBy(() -> TWO.checkedFor("PyTorch"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("steps are spread over replicas and threads on MXNet, got 2 replicas × 1 thread on the"
                        + " engine PyTorch; train with 1 replica × 1 thread, and PyTorch takes the threads it likes");
    }

    @Test
    void noReplicasAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallel(0, 2))
                .withMessage("training needs 1 to 8 replicas with at least 1 thread each, got 0 with 2");
    }

    @Test
    void aRunRecordsHowItIsSpread() {
        assertThat(List.of(ALONE, new Parallel(2, 4))).hasToString("[1 replica × 1 thread, 2 replicas × 4 threads]");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var learner = new SymbolLearner(dropping(), weights(dropping()), Learning.of(Criterion.CROSS_ENTROPY), ALONE);
        learner.step(new float[64], new float[1], 1, 0.1);
        learner.close();
        learner.close();
    }
}
