package layerwise.engine;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.padChannels;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.Axis;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Layer;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.Pool;
import layerwise.layers.Rbf;
import layerwise.layers.Rounding;
import layerwise.layers.Shape;
import layerwise.layers.Shuffle;
import layerwise.layers.Slice;
import layerwise.layers.Subsample;
import layerwise.layers.Window;
import layerwise.layers.Wiring;
import layerwise.network.Head;
import layerwise.network.Network;

/**
 * Legal networks of the whole alphabet, spelled by lists of numbers: each number chooses among what is legal where it is
 * read.
 *
 * <p>Past its end a list reads 0, the plainest choice; so a shorter list of smaller numbers spells a simpler network, and
 * a counterexample shrinks.
 */
final class Spelling {
    private static final int MOST_LAYERS = 10;
    private static final int MOST_CHANNELS = 32;
    private static final int DEEPEST = 3;

    private final Iterator<Integer> letters;
    private int names;

    private Spelling(List<Integer> letters) {
        this.letters = letters.iterator();
    }

    /** {@return the network that {@code letters} spell} */
    static Network network(List<Integer> letters) {
        return new Spelling(letters).network();
    }

    private Network network() {
        var input = Shape.of(1 + choose(10), 1 + choose(20), 1 + choose(20));
        var layers = new ArrayList<Layer>();
        var shape = input;
        do {
            var layer = layer(shape, 0);
            layers.add(layer);
            shape = after(layer, shape);
        } while (letters.hasNext() && layers.size() < MOST_LAYERS);
        var network = Network.network("random", input, layers.toArray(Layer[]::new));
        return choose(4) == 1 ? headed(network) : network;
    }

    private Network headed(Network network) {
        var read = pick(network.graph().nodes());
        var body = build(List.of(
                () -> sequence(flatten(), dense(1 + choose(5))),
                () -> sequence(globalPool(), dense(1 + choose(5))),
                () -> sequence(convolution(read.shape()).relu(), flatten(), dense(1 + choose(5)))));
        return network.head(new Head("aux", read.path(), body, 0.3));
    }

    /** {@return a number from 0 to below {@code bound}} */
    private int choose(int bound) {
        return letters.hasNext() ? Math.floorMod(letters.next(), bound) : 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(choose(choices.size()));
    }

    private Layer build(List<Supplier<Layer>> choices) {
        return pick(choices).get();
    }

    private static Shape after(Layer layer, Shape shape) {
        return Network.network("part", shape, layer).output();
    }

    private Layer layer(Shape shape, int depth) {
        if (shape.channels() > MOST_CHANNELS) {
            return new Slice(0, 1 + choose(MOST_CHANNELS));
        }
        var choices = new ArrayList<>(anywhere(shape));
        if (depth < DEEPEST) {
            choices.addAll(arrangements(shape, depth));
        }
        choices.addAll(shape.area() == 1 ? onVectors(shape) : onMaps(shape, depth));
        var layer = build(choices);
        return choose(4) == 1 ? layer.as("part" + ++names) : layer;
    }

    private List<Supplier<Layer>> anywhere(Shape shape) {
        return List.of(
                () -> pick(List.of(Activation.values())),
                () -> pick(List.of(Activation.values())),
                () -> pick(List.of(Activation.values())),
                () -> convolution(shape),
                () -> convolution(shape),
                () -> wired(shape),
                () -> new Pool(Pool.Kind.MAX, poolingWindow(shape, 1)),
                () -> new Pool(Pool.Kind.AVERAGE, poolingWindow(shape, 1)),
                () -> new Subsample(poolingWindow(shape, 1)),
                () -> new BatchNorm(pick(List.of(1e-5, 1e-3))),
                () -> new LocalResponseNorm(1 + 2 * choose(4), 1 + choose(2), 0.1 * choose(4), 0.25 * (1 + choose(4))),
                () -> new Dropout(0.1 * choose(6)),
                () -> slice(shape),
                () -> new Shuffle(pick(divisors(shape.channels()))),
                () -> padChannels(shape.channels() + choose(9)));
    }

    private List<Supplier<Layer>> arrangements(Shape shape, int depth) {
        return List.of(
                () -> joined(shape, 1 + choose(2), depth, true),
                () -> joined(shape, 1 + choose(2), depth, false),
                () -> scale(gate(shape)));
    }

    private List<Supplier<Layer>> onVectors(Shape shape) {
        return List.of(
                () -> dense(1 + choose(12)),
                () -> dense(1 + choose(12)),
                () -> distances(shape.channels()),
                () -> distances(shape.channels()),
                () -> distances(shape.channels()));
    }

    private Layer dense(int units) {
        return new Dense(units, choose(2) == 0);
    }

    private Layer distances(int length) {
        return new Rbf(
                Stream.generate(() -> centre(length)).limit(1 + choose(5)).toList());
    }

    private List<Integer> centre(int length) {
        int pattern = choose(1 << 16);
        return IntStream.range(0, length)
                .mapToObj(number -> 1 - 2 * (pattern >> number % 16 & 1))
                .toList();
    }

    /** What ends the maps stands outermost only. */
    private List<Supplier<Layer>> onMaps(Shape shape, int depth) {
        return List.of(
                () -> roundedUp(Pool.Kind.MAX, shape),
                () -> roundedUp(Pool.Kind.MAX, shape),
                () -> roundedUp(Pool.Kind.MAX, shape),
                () -> roundedUp(Pool.Kind.AVERAGE, shape),
                () -> roundedUp(Pool.Kind.AVERAGE, shape),
                () -> roundedUp(Pool.Kind.AVERAGE, shape),
                () -> depth > 0 ? new BatchNorm() : build(List.of(() -> flatten(), () -> globalPool())));
    }

    private Conv convolution(Shape shape) {
        int groups = pick(divisors(shape.channels()));
        var window = new Window(axis(shape.height()), axis(shape.width()), Rounding.DOWN);
        return new Conv(groups * (1 + choose(4)), window, groups, choose(2) == 0, Optional.empty());
    }

    private Layer wired(Shape shape) {
        var rows = Stream.generate(() -> row(shape.channels()))
                .limit(1 + choose(5))
                .toList();
        var window = new Window(axis(shape.height()), axis(shape.width()), Rounding.DOWN);
        return new Conv(rows.size(), window, 1, choose(2) == 0, Optional.of(new Wiring(rows)));
    }

    private List<Integer> row(int channels) {
        int first = choose(channels);
        int crosses = 1 + choose(channels - first);
        return IntStream.range(first, first + crosses).boxed().toList();
    }

    private Axis axis(int length) {
        int stride = pick(List.of(1, 1, 1, 2, 3));
        int padding = choose(4);
        int dilation = 1 + choose(3);
        int largest = (length + 2 * padding - 1) / dilation + 1;
        return new Axis(1 + choose(Math.min(7, largest)), stride, padding, dilation);
    }

    private Layer roundedUp(Pool.Kind taken, Shape shape) {
        var window = poolingWindow(shape, 2);
        return new Pool(taken, fits(window.roundUp(), shape) ? window.roundUp() : window);
    }

    private Window poolingWindow(Shape shape, int leastStride) {
        return new Window(
                poolingAxis(shape.height(), leastStride), poolingAxis(shape.width(), leastStride), Rounding.DOWN);
    }

    private Axis poolingAxis(int length, int leastStride) {
        int size = 1 + choose(5);
        int least = Math.max(0, (size - length + 1) / 2);
        return new Axis(size, leastStride + choose(2), least + choose(size - least), 1);
    }

    /** {@return whether no window that is rounded up lies wholly outside} */
    private static boolean fits(Window window, Shape shape) {
        try {
            window.over(shape, shape.channels());
            return true;
        } catch (IllegalArgumentException outside) {
            return false;
        }
    }

    private Layer slice(Shape shape) {
        int from = choose(shape.channels());
        return new Slice(from, from + 1 + choose(shape.channels() - from));
    }

    private static List<Integer> divisors(int number) {
        return IntStream.rangeClosed(1, number)
                .filter(divisor -> number % divisor == 0)
                .boxed()
                .toList();
    }

    private Layer joined(Shape shape, int stride, int depth, boolean stacked) {
        int channels = stride == 1 && choose(2) == 0 ? shape.channels() : 1 + choose(12);
        var branches = IntStream.range(0, 1 + choose(3))
                .mapToObj(branch -> branch(shape, stacked ? 1 + choose(12) : channels, stride, depth))
                .toArray(Layer[]::new);
        return stacked ? concat(branches) : sum(branches);
    }

    /** {@return a way from {@code shape} to {@code channels} maps with every {@code stride}th row and column} */
    private Layer branch(Shape shape, int channels, int stride, int depth) {
        var choices = new ArrayList<Supplier<Layer>>();
        choices.add(() -> same(channels).stride(stride));
        choices.add(() ->
                sequence(same(1 + choose(6)).batchNorm().relu(), same(channels).stride(stride)));
        choices.add(() -> sequence(maxPool(3).same().stride(stride), conv(channels, 1)));
        if (channels >= shape.channels()) {
            choices.add(() -> sequence(maxPool(1).stride(stride), padChannels(channels)));
        }
        if (channels == shape.channels() && stride == 1) {
            choices.add(() -> identity());
            choices.add(() -> scale(gate(shape)));
        }
        if (depth + 1 < DEEPEST) {
            choices.add(() -> sequence(
                    joined(shape, 1, depth + 1, choose(2) == 0), same(channels).stride(stride)));
        }
        return build(choices);
    }

    private Conv same(int filters) {
        return conv(filters, 1 + 2 * choose(3), 1 + 2 * choose(3)).same();
    }

    private Layer gate(Shape shape) {
        return build(List.of(
                () -> sequence(globalPool(), dense(shape.channels()).sigmoid()),
                () -> sequence(
                        globalPool(),
                        dense(1 + choose(4)).relu(),
                        dense(shape.channels()).hardSigmoid()),
                () -> sequence(globalPool(), conv(shape.channels(), 1).swish())));
    }
}
