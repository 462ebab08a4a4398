package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DepthTest {
    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource({
        "lenet5, WEIGHTED, 5, three convolutions and two dense layers of lecture notes; the RBF is one of them",
        "lenet5, WITH_SUBSAMPLING, 7, 'LeCun et al. 1998, section II-B: seven layers not counting the input'",
        "lenet5-modern, WEIGHTED, 5, three convolutions and two dense layers",
        "lenet5-modern, WITH_POOLING, 7, 'C1, S2, C3, S4, C5, F6 and OUTPUT'",
        "alexnet, WEIGHTED, 8, Krizhevsky et al. 2012: five convolutional and three fully connected layers",
        "vgg-16, WEIGHTED, 16, 'Simonyan and Zisserman 2014, table 1, column D'",
        "googlenet, WEIGHTED, 22, Szegedy et al. 2014 section 5: layers with parameters",
        "googlenet, WITH_POOLING, 27, Szegedy et al. 2014 section 5: if pooling is counted too",
        "resnet-50, WEIGHTED, 50, 'He et al. 2015, table 1'"
    })
    void depthIsThePublishedOne(String id, Depth.Rule rule, int layers, String source) {
        var depth = Depth.of(Zoo.network(id), rule);
        assertThat(depth.layers()).as(source).isEqualTo(layers);
        assertThat(depth.paths()).hasSize(layers);
        assertThat(depth.rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void thePathIsPartOfTheNetworkInItsOrder(Network network) {
        var paths = network.steps().stream().map(step -> step.path()).toList();
        var depth = Depth.of(network);
        assertThat(paths).containsSubsequence(depth.paths());
        assertThat(Depth.of(network, Depth.Rule.WITH_POOLING).layers()).isGreaterThanOrEqualTo(depth.layers());
    }

    @Test
    void aShortcutIsNotTheWayThatCounts() {
        var unit = sum(identity(), sequence(conv(3, 3).same(), conv(3, 3).same()));
        assertThat(Depth.of(network("unit", Shape.of(3, 8, 8), unit)).paths()).containsExactly("conv1", "conv2");
    }

    @Test
    void aGateIsBesideThePath() {
        var gate = sequence(globalPool(), dense(2), dense(8));
        assertThat(Depth.of(network("gated", Shape.of(3, 8, 8), conv(8, 3), scale(gate), conv(8, 3)))
                        .paths())
                .containsExactly("conv1", "conv2");
    }

    @Test
    void aNetworkWithoutLayersHasNoDepth() {
        assertThat(Depth.of(network("nothing", Shape.of(3, 8, 8))).layers()).isZero();
    }

    @Test
    void alexNetHas659272NeuronsWhereItsAbstractSays650000() {
        assertThat(Neurons.of(Zoo.network("alexnet")))
                .as("290,400 + 186,624 + 64,896 + 64,896 + 43,264 + 4,096 + 4,096 + 1,000; figure 2 prints 253,440"
                        + " for the first layer and so sums to 622,312")
                .isEqualTo(new Neurons(659_272, Neurons.Rule.CONVOLUTION_AND_DENSE));
    }

    @Test
    void poolingHasUnitsOnlyByTheRuleOfLeCun() {
        var lenet = LeNet5.paper();
        assertThat(Neurons.of(lenet).count()).isEqualTo(4704 + 1600 + 120 + 84);
        assertThat(Neurons.of(lenet, Neurons.Rule.CONNECTED).count())
                .isEqualTo(4704 + 1176 + 1600 + 400 + 120 + 84 + 10);
    }
}
