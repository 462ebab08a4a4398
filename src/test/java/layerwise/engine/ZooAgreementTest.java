package layerwise.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.layers.Parameter;
import layerwise.layers.Step;
import layerwise.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Block and graph of a network compute the same from the same weights, one image at its native resolution.
 *
 * <p>A build runs the smallest network of each paper; {@code mvn test -Dtest=ZooAgreementTest
 * -Dlayerwise.random.networks=10000} runs every network below 30 million parameters.
 */
class ZooAgreementTest {
    private static final boolean ALL = Integer.getInteger("layerwise.random.networks", 0) >= 10_000;

    static Stream<String> ids() {
        var entries = Zoo.entries().stream().filter(entry -> parameters(entry) < 30_000_000);
        return (ALL ? entries : smallest(entries)).map(Zoo.Entry::id);
    }

    private static long parameters(Zoo.Entry entry) {
        return Cost.of(entry.network()).parameters();
    }

    private static Stream<Zoo.Entry> smallest(Stream<Zoo.Entry> entries) {
        var papers = entries.collect(Collectors.toMap(
                entry -> entry.source().title(),
                Function.identity(),
                BinaryOperator.minBy(Comparator.comparingLong(ZooAgreementTest::parameters)),
                LinkedHashMap::new));
        return papers.values().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void blockAndGraphComputeTheSame(String id) {
        var network = Zoo.network(id);
        var images = NetworkBlockTest.images(network, 1);
        Engines.open();
        try (var manager = NDManager.newBaseManager()) {
            var block = new NetworkBlock(network);
            block.initialize(manager);
            var batch = new NDList(manager.create(images, Sides.batch(1, network.input(), false)));
            var store = new ParameterStore(manager, false);
            settle(block, store, batch);
            var expected = block.forward(store, batch, false).singletonOrThrow().toFloatArray();
            try (var symbol = new SymbolNetwork(network, Weights.of(block))) {
                assertAgree(symbol.outputs(images, 1), expected);
            }
        }
    }

    private static void assertAgree(float[] outputs, float[] expected) {
        assertThat(outputs).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) outputs[i]).isCloseTo(expected[i], within(1e-4 * Math.max(1, Math.abs(expected[i]))));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        assertThat(largest).as("outputs neither explode nor fade").isBetween(0.01, 1000.0);
    }

    /**
     * Gives the block weights, and every batch norm the statistics of {@code batch}: without them the sums of a residual
     * network double with every unit.
     */
    private static void settle(NetworkBlock block, ParameterStore store, NDList batch) {
        Naive.tame(block.network(), 3).into(block);
        try (var collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(
                    block.forward(store, batch, true).singletonOrThrow().sum());
        }
        var weights = new LinkedHashMap<>(Weights.of(block).values());
        for (Step step : block.network().steps()) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                measure(parameter.role(), weights.get(Weights.name(step, parameter)));
            }
        }
        new Weights(weights).into(block);
    }

    /** MXNet adds a tenth of a batch's statistic to nine tenths of the running one, which begins at 0 or 1. */
    private static void measure(Parameter.Role role, float[] running) {
        for (int i = 0; i < running.length; i++) {
            running[i] = switch (role) {
                case MEAN -> 10 * running[i];
                case VARIANCE -> Math.max(0.01f, 10 * (running[i] - 0.9f));
                default -> running[i];
            };
        }
    }
}
