package layerwise.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.layers.Flow;
import layerwise.layers.Layer;
import layerwise.layers.Primitive;
import layerwise.layers.Scope;
import layerwise.layers.Shape;
import layerwise.layers.Step;

/**
 * A network as numbered nodes with edges, each node after those it reads: what diagrams, engines and schedules work on.
 *
 * @param input the shape of one image, which node {@link #INPUT} stands for
 * @param nodes in the order in which they work; node {@code i} of the list has number {@code i}
 */
public record Graph(Shape input, List<Node> nodes) {

    /** The number that stands for the network's input in {@link Node#inputs}. */
    public static final int INPUT = -1;

    /** What a node does with what it reads. */
    public enum Joint {
        /** Nothing is joined: one primitive works on one input. */
        NONE,
        /** The inputs are stacked along the channels. */
        CONCAT,
        /** The inputs are added. */
        SUM,
        /** The first input is multiplied by the second, one number a map. */
        SCALE
    }

    /**
     * A primitive at work, or a joint of branches.
     *
     * @param path where it stands
     * @param joint how inputs are joined; {@link Joint#NONE} for a primitive
     * @param layer the primitive, where it is one
     * @param inputs numbers of the nodes it reads
     * @param shape what it writes
     */
    public record Node(String path, Joint joint, Optional<Primitive> layer, List<Integer> inputs, Shape shape) {}

    /** Copies the list. */
    public Graph {
        nodes = List.copyOf(nodes);
    }

    static Graph of(String name, Shape input, Layer body) {
        var drawing = new Drawing(input);
        body.send(INPUT, Scope.of(name, body), drawing);
        return new Graph(input, drawing.nodes);
    }

    /** {@return what node {@code number} writes, or the input's shape for {@link #INPUT}} */
    public Shape shape(int number) {
        return number == INPUT ? input : nodes.get(number).shape();
    }

    /** {@return the number of the node that writes what the part {@code path} hands on, where there is such a part} */
    public OptionalInt last(String path) {
        return IntStream.range(0, nodes.size())
                .filter(number -> nodes.get(number).path().equals(path)
                        || nodes.get(number).path().startsWith(path + "/"))
                .reduce((earlier, later) -> later);
    }

    /** {@return the paths of all nodes, and those of the parts that they stand in} */
    public Set<String> paths() {
        var paths = new LinkedHashSet<String>();
        for (Node node : nodes) {
            for (int end = node.path().indexOf('/'); end >= 0; end = node.path().indexOf('/', end + 1)) {
                paths.add(node.path().substring(0, end));
            }
            paths.add(node.path());
        }
        return paths;
    }

    /** {@return what the last node writes} */
    public Shape output() {
        return shape(nodes.size() - 1);
    }

    /** {@return the primitives among the nodes, each with what it reads and writes} */
    public List<Step> steps() {
        return nodes.stream().map(this::step).flatMap(Optional::stream).toList();
    }

    /** {@return {@code node} with what it reads and writes, where it is a primitive} */
    public Optional<Step> step(Node node) {
        return node.layer()
                .map(layer -> new Step(node.path(), layer, shape(node.inputs().get(0)), node.shape()));
    }

    /** Numbers the nodes as the network is walked through, and checks that shapes fit. */
    private static final class Drawing implements Flow<Integer> {
        private final List<Node> nodes = new ArrayList<>();
        private final Shape input;

        Drawing(Shape input) {
            this.input = input;
        }

        @Override
        public Integer through(String path, Primitive layer, Integer from) {
            return add(new Node(path, Joint.NONE, Optional.of(layer), List.of(from), layer.output(shape(from))));
        }

        @Override
        public Integer concat(String path, List<Integer> branches) {
            var shapes = branches.stream().map(this::shape).toList();
            agree("concat", "height and width", branches, shape -> shape.height() + "×" + shape.width());
            var first = shapes.get(0);
            int channels = channels(shapes);
            return add(new Node(
                    path, Joint.CONCAT, Optional.empty(), branches, Shape.of(channels, first.height(), first.width())));
        }

        private static int channels(List<Shape> shapes) {
            long channels = shapes.stream().mapToLong(Shape::channels).sum();
            if (channels > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a concat of " + channels + " channels is beyond " + Integer.MAX_VALUE + "; use fewer filters");
            }
            return (int) channels;
        }

        @Override
        public Integer sum(String path, List<Integer> branches) {
            agree("sum", "shape", branches, Shape::toString);
            return add(new Node(path, Joint.SUM, Optional.empty(), branches, shape(branches.get(0))));
        }

        @Override
        public Integer scale(String path, Integer from, Integer gate) {
            var expected = Shape.vector(shape(from).channels());
            if (!shape(gate).equals(expected)) {
                throw new IllegalArgumentException("the gate of a scale must give one number a map, " + expected
                        + " for an input of " + shape(from) + ", got " + shape(gate) + "; end it in dense("
                        + expected.channels() + ")");
            }
            return add(new Node(path, Joint.SCALE, Optional.empty(), List.of(from, gate), shape(from)));
        }

        private Shape shape(int number) {
            return number == INPUT ? input : nodes.get(number).shape();
        }

        private int add(Node node) {
            nodes.add(node);
            return nodes.size() - 1;
        }

        private void agree(String joint, String what, List<Integer> branches, Function<Shape, String> part) {
            int first = branches.get(0);
            Predicate<Integer> differs = branch -> !part.apply(shape(branch)).equals(part.apply(shape(first)));
            branches.stream().filter(differs).findFirst().ifPresent(other -> {
                throw new IllegalArgumentException("branches of a " + joint + " must agree in " + what + ", got "
                        + branches.stream()
                                .map(branch -> shape(branch).toString())
                                .distinct()
                                .collect(Collectors.joining(" and "))
                        + cure(joint, first, other));
            });
        }

        private String cure(String joint, int first, int other) {
            boolean shrinks = shape(first).area() >= shape(other).area();
            var large = shape(shrinks ? first : other);
            var small = shape(shrinks ? other : first);
            int stride = (large.height() - 1) / small.height() + 1;
            if (shrunk(large.height(), stride) != small.height() || shrunk(large.width(), stride) != small.width()) {
                return "; give both the same stride and padding";
            }
            int channels = (stride == 1 ? shape(first) : small).channels();
            return joint.equals("sum")
                    ? "; project the shortcut with conv(" + channels + ", 1)"
                            + (stride == 1 ? "" : ".stride(" + stride + ")")
                    : "; give "
                            + striding(shrinks ? other : first, shrinks ? first : other)
                                    .map(path -> path + " a stride of 1, or ")
                                    .orElse("")
                            + "the larger branch a stride of " + stride;
        }

        /** The last layer of the branch {@code small} that moves by more than 1, as a pooling does unless told otherwise. */
        private Optional<String> striding(int small, int large) {
            var shared = back(large).toList();
            return back(small)
                    .takeWhile(number -> !shared.contains(number))
                    .map(nodes::get)
                    .filter(node -> node.layer()
                            .filter(layer -> strides(layer, shape(node.inputs().get(0))))
                            .isPresent())
                    .map(Node::path)
                    .findFirst();
        }

        /** The node {@code number} and what it reads, back to the network's input. */
        private Stream<Integer> back(int number) {
            return Stream.iterate(
                    number,
                    each -> each != INPUT,
                    each -> nodes.get(each).inputs().get(0));
        }

        private static boolean strides(Primitive layer, Shape input) {
            return layer.window(input).rows().stride() > 1;
        }

        /** What a window of 1 that moves by {@code stride} leaves of a side. */
        private static int shrunk(int side, int stride) {
            return (side - 1) / stride + 1;
        }
    }
}
