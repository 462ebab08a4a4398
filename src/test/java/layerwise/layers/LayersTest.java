package layerwise.layers;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.rbf;
import static layerwise.layers.Layers.subsample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that every layer obeys, then what single layers refuse. */
class LayersTest {
    private static final Shape MAPS = Shape.of(8, 12, 10);

    static Stream<Primitive> maps() {
        return Stream.of(
                conv(16, 3).same(),
                conv(16, 5).stride(2).groups(4).noBias(),
                conv(8, 3).groups(8),
                conv(4, 3).wired(Wiring.full(8, 4)),
                maxPool(3).stride(2).roundUp(),
                Layers.averagePool(2),
                subsample(2),
                globalPool(),
                flatten(),
                new BatchNorm(),
                Layers.localResponseNorm(),
                Layers.dropout(0.5),
                Layers.slice(2, 6),
                Layers.shuffle(4),
                Layers.padChannels(12),
                Activation.RELU,
                Activation.SCALED_TANH);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void parametersDoNotDependOnTheSizeOfTheImage(Primitive layer) {
        assertThat(layer.parameters(Shape.of(8, 30, 30))).isEqualTo(layer.parameters(MAPS));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void macsAreConnectionsLessBiasesWhereWeightsMultiply(Primitive layer) {
        long biases = layer.parameters(MAPS).stream()
                .filter(parameter -> parameter.role() == Parameter.Role.BIAS)
                .mapToLong(Parameter::size)
                .sum();
        if (layer instanceof Conv) {
            assertThat(layer.connections(MAPS) - layer.macs(MAPS))
                    .isEqualTo(biases * layer.output(MAPS).area());
        } else {
            assertThat(layer.macs(MAPS)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void whatCouldOverwriteItsInputWritesAsManyNumbers(Primitive layer) {
        if (layer.pointwise()) {
            assertThat(layer.output(MAPS).size()).isEqualTo(MAPS.size());
            assertThat(layer.macs(MAPS)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void groupsDivideWeightsAndMultiplicationsByTheirNumber(int groups) {
        var whole = conv(16, 3).noBias();
        var grouped = whole.groups(groups);
        assertThat(grouped.output(MAPS)).isEqualTo(whole.output(MAPS));
        assertThat(grouped.macs(MAPS) * groups).isEqualTo(whole.macs(MAPS));
        assertThat(grouped.parameters(MAPS).get(0).size() * groups)
                .isEqualTo(whole.parameters(MAPS).get(0).size());
    }

    @Test
    void aFullTableIsNoTable() {
        var wired = conv(16, 5).wired(Wiring.full(8, 16));
        assertThat(wired.macs(MAPS)).isEqualTo(conv(16, 5).macs(MAPS));
        assertThat(wired.parameters(MAPS)).isEqualTo(conv(16, 5).parameters(MAPS));
    }

    @Test
    void oneGroupAChannelIsDepthwise() {
        assertThat(conv(8, 3).groups(8).noBias().parameters(MAPS))
                .containsExactly(Parameter.of("weight", Parameter.Role.WEIGHT, 8, 1, 3, 3));
    }

    @Test
    void aDenseLayerIsAConvolutionThatCoversItsInput() {
        var covering = conv(120, 5);
        var input = Shape.of(16, 5, 5);
        var vector = flatten().output(input);
        assertThat(covering.output(input)).isEqualTo(dense(120).output(vector));
        assertThat(covering.macs(input)).isEqualTo(dense(120).macs(vector));
        assertThat(covering.connections(input)).isEqualTo(dense(120).connections(vector));
    }

    @Test
    void aDenseLayerRefusesMaps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dense(10).output(MAPS))
                .withMessage("a dense layer reads a vector, got 8×12×10; put flatten() or globalPool() before it");
    }

    @Test
    void groupsThatDoNotDivideTheChannelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conv(6, 3).groups(3).output(MAPS))
                .withMessage("groups must divide the input's channels, got 3 groups for 8×12×10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conv(8, 3).groups(3))
                .withMessage("a convolution's groups must divide its filters, got 8 filters in 3 groups");
    }

    @Test
    void aTableForOtherMapsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conv(16, 3).wired(Wiring.full(8, 4)))
                .withMessage("a connection table needs a column for each of the 16 filters, got 4 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conv(4, 3).wired(Wiring.full(9, 4)).output(MAPS))
                .withMessage(
                        "the connection table reads input map 8, counted from 0, got an input of 8×12×10 with 8 maps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conv(4, 3).groups(2).wired(Wiring.full(8, 4)))
                .withMessage("a convolution has a connection table or groups, got both (2 groups); "
                        + "write the groups into the table");
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.slice(2, 9).output(MAPS))
                .withMessage("a slice of maps 2 to 9 needs 9 channels, got 8×12×10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.slice(3, 3))
                .withMessage("a slice is from a map to a later one, got 3 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.shuffle(3).output(MAPS))
                .withMessage("a shuffle's groups must divide the channels, got 3 groups for 8×12×10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.padChannels(4).output(MAPS))
                .withMessage("padding to 4 channels cannot drop any, got 8×12×10; use slice(0, 4) for that");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.dropout(1))
                .withMessage("a dropout's rate is from 0 to below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalResponseNorm(4, 2, 1e-4, 0.75))
                .withMessage("a local response norm reads an odd number of maps, got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchNorm(0))
                .withMessage("a batch norm's epsilon is positive, got 0.0; libraries use 1e-5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dense(0))
                .withMessage("a dense layer needs at least one unit, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conv(0, 5))
                .withMessage("a convolution needs at least one filter, got 0");
    }

    @Test
    void poolingMorePaddingThanWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maxPool(2).pad(2))
                .withMessage("a pooling's padding must be smaller than its window, got padding 2 for a window of 2");
    }

    @Test
    void windowsThatNoPoolingKnowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pool(Pool.Kind.MAX, Window.of(3).dilation(2)))
                .withMessage("a pooling's window is not dilated, got a dilation of 2; use a larger window");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subsample(Window.of(2).pad(2)))
                .withMessage(
                        "a subsampling's padding must be smaller than its window, got padding 2 for a window of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subsample(Window.of(2).roundUp()))
                .withMessage("a subsampling's window rounds down, got one that rounds up; use a pooling for that");
    }

    @Test
    void centresMustFitTheirInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rbf(List.of(List.of(1, -1, 1))).output(Shape.vector(84)))
                .withMessage("the centres have 3 numbers, got an input of 84; give the layer before it 3 units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rbf(List.of(List.of(1, -1), List.of(1))))
                .withMessage("the centres of radial basis units must be equally long, got 2 and 1 numbers");
    }

    @Test
    void countsBeyondALongAreRefused() {
        int huge = Integer.MAX_VALUE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(huge, huge, huge))
                .withMessage("a count of 2147483647·2147483647·2147483647 is beyond 2⁶³ − 1; "
                        + "use a smaller input or fewer units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flatten().output(Shape.of(huge, 2, 1)))
                .withMessage("flattening 2147483647×2×1 makes a vector of 4294967294 units, more than 2147483647; "
                        + "use a smaller input or pool first");
    }

    @Test
    void aShapeWithoutChannelsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(0, 3, 3))
                .withMessage("a shape needs positive channels, height and width, got 0×3×3");
    }
}
