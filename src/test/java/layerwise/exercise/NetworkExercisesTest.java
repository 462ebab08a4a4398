package layerwise.exercise;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.Concat;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Layer;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Shape;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that is asked for layer by layer is right only layer by layer; what is wrong with another is said. */
class NetworkExercisesTest {
    private static final int DRAWINGS = 12;

    private static Problem<Network> drawn(String id, long seed) {
        @SuppressWarnings("unchecked") // its kind is that of networks
        var problem = (Problem<Network>) Exercises.find(id).problem(seed);
        return problem;
    }

    @ParameterizedTest
    @ValueSource(strings = {"04.8", "05.8", "06.7", "07.4"})
    void oneOptionOfOneLayerChangedMakesANetworkWrong(String id) {
        int tried = 0;
        for (int seed = 0; seed < DRAWINGS; seed++) {
            var problem = drawn(id, seed);
            for (Network mutant : mutants(problem.right())) {
                tried++;
                assertThat(problem.remark(mutant))
                        .as(mutant.body().toString())
                        .hasValueSatisfying(remark ->
                                assertThat(remark).startsWith("mutant: ").doesNotContain("is not it"));
            }
        }
        assertThat(tried).isGreaterThan(DRAWINGS * 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04.8", "05.8", "06.7", "07.4"})
    void namesAreLeftOpen(String id) {
        for (int seed = 0; seed < DRAWINGS; seed++) {
            var right = drawn(id, seed).right();
            var named = network("mine", right.input(), right.body().as("all of it"));
            assertThat(drawn(id, seed).remark(named)).isEmpty();
        }
    }

    private static List<Network> mutants(Network right) {
        var all = new ArrayList<Network>();
        var layers = right.steps();
        for (int at = 0; at < layers.size(); at++) {
            for (Supplier<Primitive> option : options(layers.get(at).layer())) {
                mutant(right, at, option).ifPresent(all::add);
            }
        }
        return all;
    }

    /** Nothing where no such layer or network can be. */
    private static Optional<Network> mutant(Network right, int at, Supplier<Primitive> option) {
        try {
            var changed = option.get();
            return Optional.of(network("mutant", right.input(), changed(right.body(), new int[] {at}, changed)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The layer with its primitive of number {@code left[0]} changed. */
    private static Layer changed(Layer layer, int[] left, Primitive to) {
        return layer instanceof Primitive
                ? left[0]-- == 0 ? to : layer
                : layer.replacing(inner -> changed(inner, left, to));
    }

    private static List<Supplier<Primitive>> options(Primitive layer) {
        if (layer instanceof Conv conv) {
            int side = conv.window().rows().size();
            int pad = conv.window().rows().padding();
            return List.of(
                    () -> new Conv(conv.filters() + 2, conv.window(), conv.groups(), true, conv.wiring()),
                    () -> conv(conv.filters(), side + 2)
                            .stride(conv.window().rows().stride())
                            .pad(pad + 1)
                            .groups(conv.groups()),
                    () -> conv.stride(conv.window().rows().stride() + 1),
                    () -> conv.pad(pad + 1),
                    () -> conv.pad(pad).dilation(2),
                    () -> conv.groups(3 - conv.groups()),
                    conv::noBias);
        }
        if (layer instanceof Pool pool) {
            int side = pool.window().rows().size();
            int stride = pool.window().rows().stride();
            int pad = pool.window().rows().padding();
            return List.of(
                    () -> pool.taken() == Pool.Kind.MAX
                            ? averagePool(side).stride(stride).pad(pad)
                            : maxPool(side).stride(stride).pad(pad),
                    () -> maxPool(side + 1).stride(stride).pad(pad),
                    () -> maxPool(side + 2).stride(stride).pad(pad + 1),
                    () -> pool.stride(stride + 1),
                    () -> pool.pad(pad + 1));
        }
        if (layer instanceof Activation was) {
            return Stream.of(Activation.values())
                    .filter(other -> other != was)
                    .<Supplier<Primitive>>map(other -> () -> other)
                    .toList();
        }
        if (layer instanceof Dropout was) {
            return List.of(() -> dropout(0.9), () -> dropout(0.1), () -> dropout(was.rate() / 2));
        }
        return layer instanceof Dense was
                ? List.of(() -> dense(was.units() + 1), () -> new Dense(was.units(), false))
                : List.of();
    }

    @Test
    void branchesInAnotherOrderAreWrong() {
        for (int seed = 0; seed < DRAWINGS; seed++) {
            var problem = drawn("07.4", seed);
            var branches = new ArrayList<>(((Concat) layer(problem.right())).branches());
            for (int turn = 1; turn < branches.size(); turn++) {
                Collections.rotate(branches, 1);
                var turned = network("mine", problem.right().input(), concat(branches.toArray(Layer[]::new)));
                assertThat(problem.remark(turned))
                        .hasValueSatisfying(remark ->
                                assertThat(remark).startsWith("mine: the layers are right, their order is not: "));
            }
        }
    }

    private static Layer layer(Network module) {
        var found = new ArrayList<Layer>();
        collect(module.body(), found);
        return found.stream().filter(Concat.class::isInstance).findFirst().orElseThrow();
    }

    private static void collect(Layer layer, List<Layer> into) {
        into.add(layer);
        layer.replacing(inner -> {
            collect(inner, into);
            return inner;
        });
    }

    private static Network narrow(Layer first, Layer pool, Layer last) {
        return network(
                "mine",
                Shape.of(1, 28, 28),
                first,
                pool,
                conv(64, 3).same().relu(),
                maxPool(2),
                flatten(),
                last,
                dense(10));
    }

    private static Network blocks(Layer pool, Layer second) {
        return network(
                "mine",
                Shape.of(3, 227, 227),
                conv(96, 11).stride(4).relu(),
                pool,
                conv(256, 5).pad(2).groups(2).then(second),
                maxPool(3).stride(2));
    }

    private static Layer tower(int reduced, int filters, int kernel) {
        return sequence(conv(reduced, 1).relu(), conv(filters, kernel).same().relu());
    }

    private static Network module(Layer... branches) {
        return network("mine", Shape.of(192, 28, 28), concat(branches));
    }

    private static Layer pooled(int size) {
        return sequence(maxPool(size).stride(1).same(), conv(32, 1).relu());
    }

    static Stream<Arguments> wrong() {
        var seven = conv(32, 7).same();
        var units = dense(64).relu().then(dropout(0.5));
        var one = conv(64, 1).relu();
        return Stream.of(
                Arguments.of("04.8", narrow(seven.tanh(), maxPool(2), units), "expected relu behind conv1, got tanh"),
                Arguments.of(
                        "04.8",
                        narrow(seven.relu(), maxPool(2), dense(64).relu().then(dropout(0.9))),
                        "expected dropout 0.5 at dropout, got dropout 0.9"),
                Arguments.of(
                        "04.8",
                        narrow(
                                seven.relu(),
                                maxPool(2),
                                dense(64).then(dropout(0.5)).relu()),
                        "the layers are right, their order is not: relu comes before dropout 0.5"),
                Arguments.of(
                        "04.8",
                        network(
                                "mine",
                                Shape.of(1, 28, 28),
                                narrow(seven.relu(), maxPool(2), units).body().relu()),
                        "expected nothing behind dense2, got relu"),
                Arguments.of(
                        "05.8", blocks(maxPool(3).stride(2), Activation.TANH), "expected relu behind conv2, got tanh"),
                Arguments.of(
                        "05.8",
                        blocks(maxPool(2), Activation.RELU),
                        "expected maxpool 3×3 stride 2 at maxpool1, got maxpool 2×2 stride 2"),
                Arguments.of(
                        "06.7",
                        stage(
                                conv(128, 3).same().tanh(),
                                conv(128, 3).same().tanh(),
                                conv(128, 3).same().tanh()),
                        "expected relu behind conv1, got tanh"),
                Arguments.of(
                        "06.7",
                        stage(
                                conv(128, 3).same().sigmoid(),
                                conv(128, 3).same().tanh(),
                                conv(128, 3).same().relu()),
                        "expected relu behind conv1, got sigmoid"),
                Arguments.of(
                        "07.4",
                        module(tower(96, 128, 3), one, tower(16, 32, 5), pooled(3)),
                        "the layers are right, their order is not: conv of 64, 1×1 comes before conv of 96, 1×1"),
                Arguments.of(
                        "07.4",
                        module(one, tower(96, 128, 3), tower(16, 32, 5), pooled(5)),
                        "expected maxpool 3×3 pad 1 at maxpool, got maxpool 5×5 pad 2"));
    }

    private static Network stage(Layer... layers) {
        return network(
                "mine",
                Shape.of(64, 56, 56),
                Stream.concat(Stream.of(layers), Stream.of(maxPool(2))).toArray(Layer[]::new));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongWithANetworkIsSaid(String id, Network network, String remark) {
        assertThat(drawn(id, Draw.CHAPTER).remark(network)).hasValue("mine: " + remark);
    }

    @Test
    void aPoolingThatHalvesAModuleIsTheOneToChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> module(
                        conv(64, 1).relu(),
                        sequence(maxPool(3).same(), conv(32, 1).relu())))
                .withMessage("mine: branches of a concat must agree in height and width, got 64×28×28 and"
                        + " 32×10×10; give maxpool a stride of 1, or the larger branch a stride of 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00.6", "02.8"})
    void aFunctionThatIsAskedForByNameIsTheOne(String id) {
        for (int seed = 0; seed < DRAWINGS; seed++) {
            var problem = drawn(id, seed);
            var right = problem.right();
            for (int at = 0; at < right.steps().size(); at++) {
                if (right.steps().get(at).layer() instanceof Activation) {
                    var other = network("mine", right.input(), changed(right.body(), new int[] {at}, Activation.TANH));
                    assertThat(problem.remark(other))
                            .hasValueSatisfying(remark -> assertThat(remark)
                                    .startsWith("mine: expected the activations relu")
                                    .contains("tanh"));
                }
            }
        }
    }

    @Test
    void layersThatReadSomethingElseAreNamed() {
        var model = network("model", Shape.of(2, 8, 8), concat(conv(2, 1), sequence(conv(2, 1), conv(2, 1))));
        var other = network(
                "mine",
                Shape.of(2, 8, 8),
                conv(2, 1).as("a"),
                concat(conv(2, 1).as("b"), conv(2, 1).as("c")));
        assertThat(new LayerByLayer(model).complaint(other))
                .hasValue("expected b to read the input, got one that reads a");
        assertThat(IntStream.range(0, 3).mapToObj(at -> other.steps().get(at).path()))
                .containsExactly("a", "b", "c");
    }
}
