package layerwise.engine;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanesTest {
    private static final Learning LEARNING = Learning.of(Criterion.CROSS_ENTROPY, 0.9, 0.001);

    private static Network of(Layer... layers) {
        return network("of", Shape.of(3, 14, 14), layers);
    }

    static Stream<Network> filled() {
        return Stream.of(
                LeNet5.modern(),
                of(conv(9, 3).tanh(), maxPool(2), conv(12, 3).noBias().relu6(), conv(9, 3), flatten(), dense(10)),
                of(conv(12, 3).noBias().sigmoid(), averagePool(2), conv(4, 1).swish(), flatten(), dense(10)),
                of(conv(7, 1), sum(identity(), sequence(conv(15, 3).same().relu(), conv(7, 1))), flatten(), dense(10)));
    }

    @ParameterizedTest
    @MethodSource("filled")
    void aFilledGraphLearnsAsTheBlockDoes(Network network) {
        assertThat(SymbolGraph.training(network, LEARNING).constants()).isNotEmpty();
        float[] images = NetworkBlockTest.images(network, 8);
        float[] labels = {0, 1, 2, 3, 4, 5, 6, 7};
        var weights = SymbolLearnerTest.weights(network);
        try (var symbol = new SymbolLearner(network, weights, LEARNING, new Parallel(2, 1));
                var block = new BlockLearner(new NetworkBlock(network), weights, LEARNING)) {
            for (int step = 0; step < 20; step++) {
                assertThat(symbol.step(images, labels, 8, 0.01).outputs())
                        .usingComparatorWithPrecision(1e-3f)
                        .containsExactly(block.step(images, labels, 8, 0.01).outputs());
            }
            var learned = symbol.weights().values();
            block.weights()
                    .values()
                    .forEach((name, numbers) -> assertThat(learned.get(name))
                            .as(name)
                            .usingComparatorWithPrecision(1e-4f)
                            .containsExactly(numbers));
            assertThat(learned.keySet())
                    .containsExactlyElementsOf(block.weights().values().keySet());
        }
    }

    @Test
    void narrowConvolutionsBeforeOthersAreFilled() {
        assertThat(lanes(LeNet5.modern())).containsExactly(0);
        assertThat(lanes(of(conv(12, 3).relu(), maxPool(2), conv(9, 3), conv(4, 1), flatten(), dense(10))))
                .containsExactlyInAnyOrder(0, 3);
    }

    @Test
    void otherNetworksStayAsTheyAre() {
        for (var network : List.of(
                LeNet5.paper(),
                of(conv(16, 3).relu(), conv(32, 3), flatten(), dense(10)),
                of(conv(4, 5).relu(), conv(16, 3), flatten(), dense(10)),
                of(conv(8, 5).relu(), conv(16, 3), flatten(), dense(10)),
                of(conv(6, 3).relu(), conv(16, 3), flatten(), dense(10)),
                of(conv(6, 5).relu(), conv(32, 3), flatten(), dense(10)),
                of(conv(12, 3).relu(), flatten(), dense(10)),
                of(conv(12, 3).batchNorm().relu(), conv(8, 3), flatten(), dense(10)),
                of(conv(12, 3), dropout(0.5), conv(8, 3), flatten(), dense(10)),
                of(conv(12, 3), conv(6, 3).groups(2), flatten(), dense(10)),
                of(conv(12, 3), concat(conv(8, 1), conv(8, 3).same()), flatten(), dense(10)))) {
            assertThat(lanes(network)).as("%s", network.body()).isEmpty();
        }
    }

    @Test
    void whatAHeadReadsStaysAsItIs() {
        var body = sequence(averagePool(6), flatten(), dense(10));
        var plain = network(
                "headed",
                Shape.of(1, 12, 12),
                conv(12, 3).relu().as("C1"),
                averagePool(2).as("S2"),
                conv(8, 3).as("C3"),
                flatten(),
                dense(10));
        var headed = plain.head(new Head("aux", "C1", body, 0.3));
        assertThat(SymbolGraph.training(plain, LEARNING).constants()).isNotEmpty();
        assertThat(SymbolGraph.training(headed, LEARNING).constants()).isEmpty();
    }

    @Test
    void answeringNeedsNone() {
        assertThat(SymbolGraph.of(LeNet5.modern()).constants()).isEmpty();
    }

    private static Set<Integer> lanes(Network network) {
        return Lanes.of(network.graph(), Set.of());
    }
}
