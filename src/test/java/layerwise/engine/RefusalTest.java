package layerwise.engine;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.slice;
import static layerwise.layers.Layers.subsample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.layers.Axis;
import layerwise.layers.Conv;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rounding;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.layers.Window;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the description refuses MXNet refuses too: nothing is refused that could run.
 *
 * <p>Windows that rounding up puts wholly outside are the exception: MXNet accepts them, and pools nothing there.
 */
class RefusalTest {
    private static final Shape IMAGE = Shape.of(3, 6, 5);

    static Stream<Arguments> impossible() {
        return Stream.of(
                        conv(4, 7),
                        conv(4, 6).stride(2),
                        conv(4, 3).dilation(3),
                        conv(4, 3, 8).pad(0, 1),
                        conv(4, 3).groups(2),
                        maxPool(6),
                        averagePool(7).pad(0).roundUp(),
                        subsample(6),
                        slice(2, 4))
                .map(layer -> Arguments.of(layer, IMAGE));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatIsRefusedCannotRun(Primitive layer, Shape input) {
        assertThatIllegalArgumentException().isThrownBy(() -> layer.output(input));
        assertThatThrownBy(() -> inferred(layer, input)).isInstanceOf(EngineException.class);
    }

    @Property(seed = "1998", generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE)
    void aWindowIsRefusedWhereMxnetRefusesItAndNowhereElse(
            @ForAll @IntRange(min = 1, max = 8) int height,
            @ForAll @IntRange(min = 1, max = 8) int width,
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll @IntRange(max = 3) int padding,
            @ForAll @IntRange(min = 1, max = 3) int dilation) {
        var axis = new Axis(size, stride, padding, dilation);
        var window = new Window(axis, axis, Rounding.DOWN);
        same(new Conv(2, window, 1, true, Optional.empty()), Shape.of(3, height, width));
        if (dilation == 1 && padding < size) {
            same(new Pool(Pool.Kind.MAX, window), Shape.of(3, height, width));
            same(new Pool(Pool.Kind.AVERAGE, window), Shape.of(3, height, width));
        }
    }

    private static void same(Primitive layer, Shape input) {
        assertThat(attempt(() -> Sides.batch(2, layer.output(input), false)))
                .isEqualTo(attempt(() -> inferred(layer, input)));
    }

    private static Optional<ai.djl.ndarray.types.Shape> attempt(
            java.util.function.Supplier<ai.djl.ndarray.types.Shape> shape) {
        try {
            return Optional.of(shape.get());
        } catch (IllegalArgumentException | EngineException refused) {
            return Optional.empty();
        }
    }

    private static ai.djl.ndarray.types.Shape inferred(Primitive layer, Shape input) {
        var nodes = new SymbolNodes();
        var images = Wire.maps(nodes.variable(SymbolGraph.IMAGES));
        var wire = layer.accept(new SymbolOf(nodes, new Step("layer", layer, input, input), images, false, false));
        var graph = new SymbolGraph(nodes.json(List.of(wire.node())), nodes.parameters(), nodes.constants());
        return Inferred.of(graph, input, 2).outputs().get(0);
    }
}
