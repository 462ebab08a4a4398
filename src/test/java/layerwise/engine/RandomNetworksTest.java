package layerwise.engine;

import static org.assertj.core.api.Assertions.assertThat;

import layerwise.network.Network;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Networks drawn at random from the whole alphabet, with every option of every layer, are what MXNet and plain loops say
 * they are.
 *
 * <p>A build draws 300 networks, always the same; {@code mvn test -Dtest=RandomNetworksTest
 * -Dlayerwise.random.networks=10000} draws 10,000.
 */
class RandomNetworksTest {
    private static final String SEED = "1998";
    private static final int LEAST = 20;

    @Provide
    Arbitrary<Network> networks() {
        return Arbitraries.integers()
                .between(0, 1 << 20)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMinSize(10)
                .ofMaxSize(160)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Spelling::network);
    }

    @Property(seed = SEED, generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE)
    void everyNodeAndParameterHasTheShapeThatMxnetInfers(@ForAll("networks") Network network) {
        ShapeOracle.assertAgrees(network);
    }

    @Property(seed = SEED, generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE)
    void theGraphComputesWhatPlainLoopsCompute(@ForAll("networks") Network network) {
        var weights = Naive.tame(network, 3);
        var images = NetworkBlockTest.images(network, 2);
        try (var symbol = new SymbolNetwork(network, weights)) {
            NetworkBlockTest.assertComputes(network, weights, images, symbol.outputs(images, 2));
        }
    }

    @Property(seed = SEED, generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE)
    void theBlockComputesWhatPlainLoopsCompute(@ForAll("networks") Network network) {
        var weights = Naive.tame(network, 3);
        var images = NetworkBlockTest.images(network, 2);
        NetworkBlockTest.assertComputes(
                network, weights, images, NetworkBlockTest.outputs(network, weights, images, 2));
    }

    @Property(seed = SEED, generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void everyLayerOptionAndArrangementIsDrawnOftenEnough(@ForAll("networks") Network network) {
        var drawn = DrawnOptions.of(network);
        assertThat(DrawnOptions.ALL).containsAll(drawn);
        drawn.forEach(Statistics::collect);
        Statistics.coverage(checker ->
                DrawnOptions.ALL.forEach(option -> checker.check(option).count(count -> count >= LEAST)));
    }
}
