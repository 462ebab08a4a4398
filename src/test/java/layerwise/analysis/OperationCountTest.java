package layerwise.analysis;

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
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.BatchNorm;
import layerwise.layers.Layer;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.Operations;
import layerwise.layers.Shape;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationCountTest {
    /** 2 × 4 × 6 = 48 activations. */
    private static final Shape IMAGE = Shape.of(2, 4, 6);

    private static final Operations NONE = Operations.NONE;

    static Stream<Arguments> layers() {
        return Stream.of(
                // 3 filters, 2·3·3 weights each, 2·4 positions
                arguments(conv(3, 3), new Operations(3 * 18 * 8, 0, 0, 0, 0)),
                arguments(conv(4, 3).groups(2).noBias(), new Operations(4 * 9 * 8, 0, 0, 0, 0)),
                arguments(sequence(flatten(), dense(5)), new Operations(48 * 5, 0, 0, 0, 0)),
                arguments(maxPool(2), new Operations(0, 0, 48, 0, 0)),
                arguments(averagePool(2), new Operations(0, 48, 0, 0, 0)),
                arguments(maxPool(3).stride(1).same(), new Operations(0, 0, 9 * 48, 0, 0)),
                arguments(globalPool(), new Operations(0, 48, 0, 0, 0)),
                arguments(subsample(2), new Operations(12, 48, 0, 0, 0)),
                arguments(
                        sequence(globalPool(), rbf(List.of(List.of(1, 0), List.of(0, 1), List.of(1, 1)))),
                        new Operations(6, 48 + 6, 0, 0, 0)),
                arguments(new BatchNorm(), new Operations(48, 48, 0, 48, 0)),
                arguments(new LocalResponseNorm(5, 2, 1e-4, 0.75), new Operations(5 * 48, 48, 0, 96, 48)),
                arguments(Activation.RELU, new Operations(0, 0, 48, 0, 0)),
                arguments(Activation.RELU6, new Operations(0, 0, 96, 0, 0)),
                arguments(Activation.TANH, new Operations(0, 96, 0, 48, 48)),
                arguments(Activation.SCALED_TANH, new Operations(96, 96, 0, 48, 48)),
                arguments(Activation.SIGMOID, new Operations(0, 48, 0, 48, 48)),
                arguments(Activation.SWISH, new Operations(48, 48, 0, 48, 48)),
                arguments(Activation.HARD_SIGMOID, new Operations(0, 48, 96, 48, 0)),
                arguments(Activation.HARD_SWISH, new Operations(48, 48, 96, 48, 0)),
                arguments(dropout(0.5), NONE),
                arguments(flatten(), NONE),
                arguments(slice(0, 1), NONE),
                arguments(shuffle(2), NONE),
                arguments(padChannels(3), NONE),
                arguments(concat(identity(), identity()), NONE),
                arguments(sum(identity(), identity(), identity()), new Operations(0, 96, 0, 0, 0)),
                arguments(scale(globalPool()), new Operations(48, 48, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerIsCountedByClass(Layer layer, Operations expected) {
        assertThat(OperationCount.of(network("one", IMAGE, layer)).total()).isEqualTo(expected);
    }

    static Stream<Zoo.Entry> zoo() {
        return Zoo.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void partsOfEveryDepthAddUpToTheTotal(Zoo.Entry entry) {
        var network = entry.network();
        var total = OperationCount.of(network).total();
        for (int depth = 1; depth <= 3; depth++) {
            assertThat(Part.of(network, depth).stream().map(Part::operations).reduce(NONE, Operations::plus))
                    .isEqualTo(total);
        }
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void productsWithWeightsAreTheMultiplyAccumulates(Zoo.Entry entry) {
        var weighted = entry.network().steps().stream().filter(step -> step.macs() > 0);
        assertThat(weighted.mapToLong(step -> step.operations().multiplyAdds()).sum())
                .isEqualTo(Cost.of(entry.network()).macs());
    }

    @Test
    void aMultiplyAddIsTwoFloatingPointOperations() {
        assertThat(new Operations(10, 5, 4, 3, 2).total()).isEqualTo(34);
    }

    @Test
    void whatALongCannotHoldIsRefused() {
        var most = Operations.adds(Long.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> most.plus(Operations.adds(1)))
                .withMessage(
                        "a count of 9223372036854775807 + 1 is beyond 2⁶³ − 1; use a smaller input or fewer units");
    }
}
