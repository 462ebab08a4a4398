package layerwise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import layerwise.layers.Axis;
import layerwise.layers.Count;
import layerwise.layers.Flow;
import layerwise.layers.Given;
import layerwise.layers.Primitive;
import layerwise.layers.Shape;
import layerwise.layers.Window;
import layerwise.network.Network;

/**
 * The rectangle of the input that one position of a layer sees.
 *
 * <p>Behind a window of k taps, d apart, with stride s and padding p: size + (k − 1)·d·jump, jump·s, start − p·jump.
 * Where branches meet it is the smallest rectangle around all of theirs.
 *
 * @param rows the vertical direction
 * @param columns the horizontal direction
 */
public record ReceptiveField(Extent rows, Extent columns) {

    /** The network's input sees itself. */
    public static final ReceptiveField PIXEL = new ReceptiveField(new Extent(1, 1, 0), new Extent(1, 1, 0));

    /**
     * One direction of a receptive field, in pixels of the input.
     *
     * @param size pixels seen
     * @param jump pixels between the fields of neighbouring positions, the effective stride
     * @param start the first pixel that the first position sees; negative where it sees padding
     */
    public record Extent(long size, long jump, long start) {

        /** {@return zeros before the input that the first position sees, the effective padding} */
        public long padding() {
            return -start;
        }

        /** {@return start + (size − 1)/2: the pixel in the middle of the first position's field, counted from 0} */
        public double centre() {
            return start + (size - 1) / 2.0;
        }

        Extent behind(Axis axis) {
            return new Extent(
                    Count.sum(size, Count.product(axis.extent() - 1, jump)),
                    Count.product(jump, axis.stride()),
                    -Count.sum(-start, Count.product(axis.padding(), jump)));
        }

        Extent around(Extent other) {
            long first = Math.min(start, other.start);
            return new Extent(
                    Count.sum(Math.max(start + size, other.start + other.size), -first),
                    Math.max(jump, other.jump),
                    first);
        }
    }

    ReceptiveField behind(Window window) {
        return new ReceptiveField(rows.behind(window.rows()), columns.behind(window.columns()));
    }

    ReceptiveField around(ReceptiveField other) {
        return new ReceptiveField(rows.around(other.rows), columns.around(other.columns));
    }

    /** {@return the field behind each step of the network, in the order of {@link Network#steps}} */
    public static List<ReceptiveField> of(Network network) {
        Given.value(network, "a network");
        var nodes = network.graph().nodes();
        var fields = ofNodes(network);
        return IntStream.range(0, nodes.size())
                .filter(number -> nodes.get(number).layer().isPresent())
                .mapToObj(fields::get)
                .toList();
    }

    /** {@return the field behind each node of {@link Network#graph}, joints too, in their order} */
    public static List<ReceptiveField> ofNodes(Network network) {
        Given.value(network, "a network");
        var fields = new ArrayList<ReceptiveField>();
        network.send(new Seen(network.input(), PIXEL), new Looking(fields));
        return List.copyOf(fields);
    }

    /**
     * {@return the field behind the part at {@code path}: behind the last node that stands there or inside}
     *
     * @throws IllegalArgumentException if nothing stands there
     */
    public static ReceptiveField behind(Network network, String path) {
        Given.value(network, "a network");
        Given.value(path, "a path");
        var nodes = network.graph().nodes();
        int last = IntStream.range(0, nodes.size())
                .filter(number -> (nodes.get(number).path() + "/").startsWith(path + "/"))
                .max()
                .orElseThrow(() -> new IllegalArgumentException(
                        network.name() + ": no layer stands at " + path + "; ask for a path of its graph, such as "
                                + nodes.get(0).path()));
        return ofNodes(network).get(last);
    }

    /** What flows: a shape, because a window may depend on it, and the field so far. */
    private record Seen(Shape shape, ReceptiveField field) {}

    private record Looking(List<ReceptiveField> fields) implements Flow<Seen> {

        @Override
        public Seen through(String path, Primitive layer, Seen input) {
            var field = input.field().behind(layer.window(input.shape()));
            fields.add(field);
            return new Seen(layer.output(input.shape()), field);
        }

        @Override
        public Seen concat(String path, List<Seen> branches) {
            int channels =
                    branches.stream().mapToInt(seen -> seen.shape().channels()).sum();
            var shape = branches.get(0).shape();
            return joined(new Seen(Shape.of(channels, shape.height(), shape.width()), around(branches)));
        }

        @Override
        public Seen sum(String path, List<Seen> branches) {
            return joined(new Seen(branches.get(0).shape(), around(branches)));
        }

        /** Through the gate every position sees everything; as is usual, the field is that of the scaled maps. */
        @Override
        public Seen scale(String path, Seen input, Seen gate) {
            return joined(input);
        }

        private Seen joined(Seen seen) {
            fields.add(seen.field());
            return seen;
        }

        private static ReceptiveField around(List<Seen> branches) {
            return branches.stream()
                    .map(Seen::field)
                    .reduce(ReceptiveField::around)
                    .orElseThrow();
        }
    }
}
