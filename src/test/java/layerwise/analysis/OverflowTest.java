package layerwise.analysis;

import static java.math.BigInteger.valueOf;
import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.padChannels;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.shuffle;
import static layerwise.layers.Layers.slice;
import static layerwise.layers.Layers.subsample;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.Axis;
import layerwise.layers.BatchNorm;
import layerwise.layers.Count;
import layerwise.layers.Layer;
import layerwise.layers.Parameter;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rounding;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.layers.Window;
import layerwise.network.Graph;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However large the numbers, a count is exact or refused in a sentence; it is never wrapped. */
class OverflowTest {
    private static final int DRAWS = 2_000;
    private static final int HUGE = Integer.MAX_VALUE;
    private static final BigInteger LONGEST = valueOf(Long.MAX_VALUE);

    private final Random random = new Random(20240611);
    private int exact;
    private int refused;

    /** A positive number of any magnitude. */
    private int large() {
        return 1 + random.nextInt(HUGE >>> random.nextInt(31));
    }

    private int small() {
        return 1 + random.nextInt(3);
    }

    private boolean toss() {
        return random.nextBoolean();
    }

    private int either() {
        return toss() ? large() : small();
    }

    /** What {@code ours} gives equals {@code true} one, or is refused, which may only be where a long is too short. */
    private void check(Supplier<Long> ours, BigInteger real) {
        try {
            assertThat(valueOf(ours.get())).isEqualTo(real);
            exact++;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("beyond 2⁶³ − 1; use a smaller input or fewer units");
            assertThat(real).isGreaterThan(LONGEST);
            refused++;
        }
    }

    private static <T> Optional<T> possible(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).{20,}").hasMessageNotContaining("null");
            return Optional.empty();
        }
    }

    private void bothHappened() {
        assertThat(exact).isGreaterThan(DRAWS / 20);
        assertThat(refused).isGreaterThan(DRAWS / 20);
    }

    @Test
    void productsAndSumsAreThoseOfBigIntegersOrRefused() {
        for (int draw = 0; draw < DRAWS; draw++) {
            long[] numbers = random.longs(1 + random.nextInt(4))
                    .map(number -> (number & Long.MAX_VALUE) >>> random.nextInt(64))
                    .toArray();
            check(() -> Count.product(numbers), bigs(numbers).reduce(BigInteger.ONE, BigInteger::multiply));
            check(() -> Count.sum(numbers), bigs(numbers).reduce(BigInteger.ZERO, BigInteger::add));
        }
        bothHappened();
    }

    private static Stream<BigInteger> bigs(long... numbers) {
        return Arrays.stream(numbers).mapToObj(BigInteger::valueOf);
    }

    @Test
    void positionsAreExactOrRefused() {
        for (int draw = 0; draw < DRAWS; draw++) {
            var axis = new Axis(either(), either(), toss() ? large() : 0, either());
            int length = large();
            var rounding = toss() ? Rounding.UP : Rounding.DOWN;
            var room = valueOf(length)
                    .add(valueOf(axis.padding()).shiftLeft(1))
                    .subtract(valueOf(axis.dilation()).multiply(valueOf(axis.size() - 1L)))
                    .subtract(BigInteger.ONE);
            var extra = rounding == Rounding.UP ? valueOf(axis.stride() - 1L) : BigInteger.ZERO;
            var positions = room.add(extra).divide(valueOf(axis.stride())).add(BigInteger.ONE);
            var ours = possible(() -> axis.positions(length, rounding));
            if (ours.isPresent()) {
                exact++;
                assertThat(room).isNotNegative();
                assertThat(valueOf(ours.get())).isEqualTo(positions);
                assertThat(axis.ignored(length)).isNotNegative();
            } else {
                refused++;
                assertThat(room.signum() < 0 || positions.bitLength() > 31 || rounding == Rounding.UP)
                        .isTrue();
            }
        }
        bothHappened();
    }

    @Test
    void samePaddingIsExactOrRefused() {
        for (int draw = 0; draw < DRAWS; draw++) {
            int size = either();
            int dilation = either();
            possible(() -> Window.of(size).dilation(dilation).same())
                    .ifPresent(window -> assertThat(
                                    valueOf(window.rows().padding()).shiftLeft(1))
                            .isEqualTo(valueOf(dilation).multiply(valueOf(size - 1L))));
        }
    }

    private Shape shape() {
        return possible(() -> Shape.of(either(), either(), either())).orElseGet(() -> Shape.of(large(), 1, 1));
    }

    @Test
    void convolutionsAreCountedExactlyOrRefused() {
        for (int draw = 0; draw < DRAWS; draw++) {
            var input = shape();
            var conv = conv(large(), small(), small()).stride(either());
            var output = possible(() -> conv.output(input));
            if (output.isPresent()) {
                var weights = big(conv.filters(), input.channels())
                        .multiply(valueOf(conv.window().area()));
                var area = big(output.get().height(), output.get().width());
                var wires = weights.add(valueOf(conv.filters())).multiply(area);
                check(() -> conv.macs(input), weights.multiply(area));
                check(() -> conv.connections(input), wires);
                check(
                        () -> new Step("conv", conv, input, output.get()).parameters(),
                        weights.add(valueOf(conv.filters())));
            }
        }
        bothHappened();
    }

    @Test
    void denseLayersPoolingsAndNormsAreCountedExactlyOrRefused() {
        for (int draw = 0; draw < DRAWS; draw++) {
            var vector = Shape.vector(large());
            var units = dense(large());
            check(() -> units.macs(vector), big(vector.channels(), units.units()));
            check(() -> units.connections(vector), big(vector.channels() + 1L, units.units()));
            var maps = shape();
            check(() -> new BatchNorm().connections(maps), big(2, maps.size()));
            var pool = maxPool(either()).stride(1);
            possible(() -> pool.output(maps))
                    .ifPresent(output -> check(
                            () -> pool.connections(maps),
                            valueOf(pool.window().area()).multiply(valueOf(output.size()))));
        }
        assertThat(exact).isPositive();
        assertThat(refused).isPositive();
    }

    private static BigInteger big(long... factors) {
        return bigs(factors).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private Layer layer() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> conv(either(), small()).stride(either()).pad(random.nextInt(2));
            case 3 -> conv(either(), 1).pad(either()).noBias();
            case 4 ->
                new Pool(Pool.Kind.MAX, Window.of(small()).stride(either()).roundUp());
            case 5 -> averagePool(3).stride(1).pad(1);
            case 6 -> subsample(small());
            case 7 -> new BatchNorm();
            case 8 -> Activation.RELU;
            case 9 -> concat(identity(), conv(either(), 1));
            case 10 -> sum(identity(), identity());
            case 11 -> sequence(flatten(), dense(either()));
            case 12 -> sequence(globalPool(), dense(large()));
            default -> toss() ? padChannels(either()) : toss() ? shuffle(small()) : slice(0, small());
        };
    }

    private Optional<Network> drawn() {
        var layers = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> layer().as("part" + i))
                .toArray(Layer[]::new);
        var input = shape();
        return possible(() -> network("Drawn", input, layers));
    }

    private static BigInteger total(Network network, ToLongFunction<Step> count) {
        return network.steps().stream()
                .map(step -> valueOf(count.applyAsLong(step)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** A network that exists can be counted: whatever is added up was seen to fit when it was made. */
    @Test
    void everyTotalOfANetworkIsThatOfBigIntegers() {
        for (int draw = 0; draw < DRAWS; draw++) {
            var made = drawn();
            if (made.isEmpty()) {
                refused++;
                continue;
            }
            exact++;
            var network = made.get();
            var cost = Cost.of(network);
            assertThat(valueOf(cost.parameters())).isEqualTo(total(network, Step::parameters));
            assertThat(valueOf(cost.macs())).isEqualTo(total(network, Step::macs));
            assertThat(valueOf(cost.connections())).isEqualTo(total(network, Step::connections));
            assertThat(valueOf(ParameterCount.of(network).total()))
                    .isEqualTo(total(
                            network,
                            step -> step.layer().parameters(step.input()).stream()
                                    .mapToLong(Parameter::size)
                                    .sum()));
            assertThat(valueOf(Neurons.of(network, Neurons.Rule.CONNECTED).count()))
                    .isEqualTo(total(
                            network,
                            step -> step.connections() > 0 ? step.output().size() : 0));
            var written = network.graph().nodes().stream()
                    .map(node -> valueOf(node.shape().size()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            var held = Activations.of(network, Buffers.SEPARATE);
            assertThat(valueOf(held.kept())).isEqualTo(written);
            assertThat(valueOf(held.peak()))
                    .isBetween(
                            BigInteger.ONE, written.add(valueOf(network.input().size())));
        }
        bothHappened();
    }

    @Test
    void operationsOfANetworkAreExactOrRefused() {
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn().ifPresent(network -> {
                var real = network.steps().stream()
                        .map(step -> bigs(
                                step.operations().multiplyAdds(),
                                step.operations().adds()))
                        .flatMap(counts -> counts)
                        .reduce(BigInteger.ZERO, BigInteger::add);
                check(
                        () -> Count.sum(
                                OperationCount.of(network).total().multiplyAdds(),
                                OperationCount.of(network).total().adds()),
                        real.add(joints(network)));
            });
        }
        assertThat(exact).isGreaterThan(DRAWS / 20);
    }

    /** What the sums of drawn networks add: they have two branches. */
    private static BigInteger joints(Network network) {
        return network.graph().nodes().stream()
                .filter(node -> node.joint() == Graph.Joint.SUM)
                .map(node -> valueOf(node.shape().size()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Test
    void bytesAreExactOrRefusedWithTheNetworksName() {
        for (int draw = 0; draw < DRAWS; draw++) {
            var made = drawn();
            if (made.isEmpty()) {
                continue;
            }
            var network = made.get();
            var numbers = ParameterCount.of(network);
            int images = large();
            var held = Activations.of(network, Buffers.SEPARATE);
            var bits = valueOf(32);
            var real = valueOf(numbers.total())
                    .add(valueOf(numbers.trainable()).multiply(valueOf(3)))
                    .add(valueOf(held.kept())
                            .add(valueOf(network.input().size()))
                            .add(valueOf(held.peak()))
                            .multiply(valueOf(images)))
                    .multiply(bits)
                    .divide(valueOf(8));
            bytes(
                    () -> Memory.training(network, images, Optimizer.ADAM, Buffers.SEPARATE)
                            .total(),
                    real);
            bytes(
                    () -> ModelFile.checkpoint(network, Optimizer.ADAM).bytes(),
                    valueOf(numbers.total())
                            .add(valueOf(numbers.trainable()).shiftLeft(1))
                            .shiftLeft(2));
            bytes(
                    () -> Memory.inference(network, Precision.FP32, Buffers.SEPARATE)
                            .total(),
                    valueOf(numbers.total()).add(valueOf(held.peak())).shiftLeft(2));
        }
        bothHappened();
    }

    /** Bits are counted on the way to bytes, so that an eighth of what a long holds may be refused. */
    private void bytes(Supplier<Long> ours, BigInteger real) {
        try {
            assertThat(valueOf(ours.get())).isEqualTo(real);
            exact++;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("Drawn: a count of ").hasMessageEndingWith("fewer units");
            assertThat(real).isGreaterThan(LONGEST.shiftRight(4));
            refused++;
        }
    }

    /** size, jump and start of one direction, by the formulas and without bounds. */
    private record Seen(BigInteger size, BigInteger jump, BigInteger start) {
        Seen behind(Axis axis) {
            return new Seen(
                    size.add(valueOf(axis.extent() - 1).multiply(jump)),
                    jump.multiply(valueOf(axis.stride())),
                    start.subtract(valueOf(axis.padding()).multiply(jump)));
        }

        boolean fits() {
            return Stream.of(size, jump, start).allMatch(number -> number.abs().compareTo(LONGEST) <= 0);
        }
    }

    @Test
    void receptiveFieldsAreExactOrRefusedWithTheirPath() {
        for (int draw = 0; draw < DRAWS; draw++) {
            var layers = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> conv(1, small()).stride(large()).pad(1))
                    .toArray(Layer[]::new);
            var input = Shape.of(1, large(), large());
            var made = possible(() -> network("Drawn", input, layers));
            if (made.isEmpty()) {
                continue;
            }
            var network = made.get();
            var seen = new Seen(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
            boolean fits = true;
            for (Step step : network.steps()) {
                seen = seen.behind(step.layer().window(step.input()).rows());
                fits = fits && seen.fits();
            }
            try {
                var field = ReceptiveField.of(network).get(layers.length - 1).rows();
                assertThat(new Seen(valueOf(field.size()), valueOf(field.jump()), valueOf(field.start())))
                        .isEqualTo(seen);
                exact++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("Drawn/conv\\d?: a count of .* is beyond 2⁶³ − 1; .*");
                assertThat(fits).isFalse();
                refused++;
            }
        }
        bothHappened();
    }

    static Stream<Function<Random, Object>> wild() {
        return Stream.of(
                random -> conv(any(random), any(random), any(random)),
                random -> conv(8, 3)
                        .stride(any(random))
                        .pad(any(random), any(random))
                        .dilation(any(random)),
                random -> conv(any(random), 3).groups(any(random)).same(),
                random -> maxPool(any(random))
                        .stride(any(random))
                        .pad(any(random))
                        .roundUp(),
                random -> subsample(any(random)),
                random -> dense(any(random)),
                random -> slice(any(random), any(random)),
                random -> shuffle(any(random)),
                random -> padChannels(any(random)),
                random -> Shape.of(any(random), any(random), any(random)));
    }

    private static int any(Random random) {
        int number = random.nextInt() >>> random.nextInt(32);
        return random.nextInt(4) == 0 ? -number : number;
    }

    /** No other exception escapes, whatever the numbers are, from words or from counting what they make. */
    @ParameterizedTest
    @MethodSource("wild")
    void wildNumbersMakeALayerOrASentence(Function<Random, Object> word) {
        for (int draw = 0; draw < DRAWS; draw++) {
            var made = possible(() -> word.apply(random));
            var input = shape();
            if (made.isPresent() && made.get() instanceof Primitive layer) {
                counts().forEach(count -> possible(() -> count.apply(layer, input))
                        .ifPresent(number -> assertThat(number).isNotNegative()));
                possible(() -> network("n", input, layer))
                        .ifPresent(
                                network -> assertThat(Cost.of(network).macs()).isNotNegative());
            }
        }
    }

    private static List<BiFunction<Primitive, Shape, Long>> counts() {
        return List.of(
                (layer, input) -> layer.output(input).size(),
                Primitive::macs,
                Primitive::connections,
                (layer, input) -> new Step("step", layer, input, layer.output(input)).parameters());
    }

    @Test
    void totalsOfAllPartsAreRefusedInASentence() {
        var most = new Cost(Long.MAX_VALUE, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> most.plus(new Cost(1, 0, 0)))
                .withMessage(
                        "a count of 9223372036854775807 + 1 is beyond 2⁶³ − 1; use a smaller input or fewer units");
        var numbers = new ParameterCount(Long.MAX_VALUE, 1, 0, 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(numbers::trainable)
                .withMessage("a count of 9223372036854775807 + 1 + 0 + 0 is beyond 2⁶³ − 1; "
                        + "use a smaller input or fewer units");
    }

    @Test
    void trafficBetweenTowersIsRefusedWithTheNetworksName() {
        var towers = network(
                "Towers",
                Shape.of(2, 1 << 30, 1 << 30),
                conv(2, 1),
                conv(64, 1).stride(HUGE).noBias(),
                conv(64, 1).groups(32));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Towers.of(towers))
                .withMessage("Towers: a count of 31·2305843009213693952 is beyond 2⁶³ − 1; "
                        + "use a smaller input or fewer units");
    }

    @Test
    void aNetworkOfNothingIsCountedToo() {
        var nothing = network("n", Shape.of(HUGE, HUGE, 1));
        assertThat(Cost.of(nothing)).isEqualTo(Cost.ZERO);
        assertThat(nothing.graph().shape(Graph.INPUT).size()).isEqualTo((long) HUGE * HUGE);
    }
}
