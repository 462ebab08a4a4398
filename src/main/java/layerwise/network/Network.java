package layerwise.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerwise.layers.Flow;
import layerwise.layers.Given;
import layerwise.layers.Layer;
import layerwise.layers.Layers;
import layerwise.layers.Scope;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.layers.WindowMisfit;

/**
 * A network is a value: its shapes, its parameters, its cost, its picture, its block and its training run are computed
 * from it.
 *
 * <p>A network that exists is possible: one whose shapes do not fit is refused when it is made, with the path of the
 * layer at fault.
 *
 * @param name as the paper writes it
 * @param input the shape of one image
 * @param body what works on it
 * @param heads classifiers beside its own, for training; not among its {@link #steps}
 * @param source the paper it follows, where there is one
 */
public record Network(String name, Shape input, Layer body, List<Head> heads, Optional<Source> source) {

    /**
     * Sends the input's shape through the body.
     *
     * @throws WindowMisfit if the image is too small; the message names the layer and the smallest square image that is not
     * @throws IllegalArgumentException if a layer cannot read what reaches it, or two parts have the same path; the
     *     message starts with the path; or if its numbers, activations, multiply-accumulates or connections are more
     *     than a {@code long} counts
     */
    public Network {
        Given.value(name, "a network's name");
        Given.value(input, "the shape of an image of " + name);
        Given.value(body, "the body of " + name);
        Given.value(source, "the source of " + name + ", or Optional.empty(),");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a network needs a name, got an empty one");
        }
        heads = Given.all(heads, "a head of " + name);
        var sketch = new Sketch(name, body, heads);
        try {
            sketch.check(input);
        } catch (WindowMisfit e) {
            throw sketch.larger(input)
                    .map(side ->
                            new WindowMisfit(e.getMessage() + "; the smallest square input is " + side + "×" + side))
                    .orElse(e);
        }
    }

    /** What is drawn on an image before it is known whether it fits. */
    private record Sketch(String name, Layer body, List<Head> heads) {
        private static final int LARGEST = 1024;

        void check(Shape image) {
            var graph = Graph.of(name, image, body);
            checkHeads(name, graph, heads);
            Totals.check(name, graph);
        }

        /** The smallest side above that of {@code image} which fits, where there is one. */
        Optional<Integer> larger(Shape image) {
            int least = Math.min(image.height(), image.width());
            return IntStream.rangeClosed(Math.min(least, LARGEST) + 1, LARGEST)
                    .filter(side -> fits(Shape.of(image.channels(), side, side)))
                    .boxed()
                    .findFirst();
        }

        boolean fits(Shape image) {
            try {
                check(image);
                return true;
            } catch (IllegalArgumentException misfit) {
                return false;
            }
        }
    }

    /** {@return whether the layers fit an image of this shape} */
    public boolean fits(Shape image) {
        return new Sketch(name, body, heads).fits(image);
    }

    /** Heads fit where they hang, and their names lead to nothing else: a path has one meaning. */
    private static void checkHeads(String name, Graph graph, List<Head> heads) {
        var taken = new HashSet<String>();
        graph.nodes().forEach(node -> taken.add(node.path().split("/")[0]));
        for (Head head : heads) {
            if (!taken.add(head.name())) {
                throw new IllegalArgumentException(name + ": a head and another part are both named " + head.name()
                        + "; names are paths, so give each its own");
            }
            Graph.of(name + "/" + head.name(), graph.shape(place(name, graph, head)), head.body());
        }
    }

    /** {@return the network of {@code layers} one after another, drawn for {@code input}} */
    public static Network network(String name, Shape input, Layer... layers) {
        return new Network(name, input, sequence(name, layers), List.of(), Optional.empty());
    }

    private static Layer sequence(String name, Layer... layers) {
        return Scope.located(name, () -> Layers.sequence(layers));
    }

    /** {@return this network with the paper it follows} */
    public Network from(Source source) {
        return new Network(name, input, body, heads, Optional.of(Given.value(source, "the source of " + name)));
    }

    /** {@return this network for another input; whether it fits is checked again} */
    public Network over(Shape input) {
        return new Network(name, input, body, heads, source);
    }

    /** {@return this network with one more head} */
    public Network head(Head head) {
        var more = new ArrayList<>(heads);
        more.add(head);
        return new Network(name, input, body, more, source);
    }

    /** {@return each head as a network of its own, for the shape that it reads} */
    public List<Network> headNetworks() {
        var graph = graph();
        return heads.stream()
                .map(head -> new Network(
                        name + "/" + head.name(),
                        graph.shape(place(name, graph, head)),
                        head.body(),
                        List.of(),
                        Optional.empty()))
                .toList();
    }

    /** The number of the node whose output {@code head} reads. */
    private static int place(String name, Graph graph, Head head) {
        return graph.last(head.after())
                .orElseThrow(() -> new IllegalArgumentException(name + ": the head " + head.name() + " reads a part "
                        + head.after() + ", which there is not; hang it after a part of the network, such as "
                        + places(graph)));
    }

    private static String places(Graph graph) {
        return graph.nodes().stream()
                .map(node -> node.path().split("/")[0])
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    /** {@return the primitives at work, in the order in which they work: the rows of every table} */
    public List<Step> steps() {
        return graph().steps();
    }

    /** {@return primitives and joints as numbered nodes with their edges} */
    public Graph graph() {
        return Graph.of(name, input, body);
    }

    /**
     * {@return the number of the node of {@link #graph} that writes what the part at {@code path} hands on}
     *
     * @throws IllegalArgumentException if there is no such part; the message names the nearest
     */
    public int node(String path) {
        Given.value(path, "the path of a part of " + name);
        var graph = graph();
        return graph.last(path)
                .orElseThrow(() -> new IllegalArgumentException(name + ": expected the path of a part, got "
                        + (path.isEmpty() ? "an empty one" : path) + "; the nearest are "
                        + String.join(", ", Nearest.to(path, graph.paths(), word -> word))));
    }

    /** {@return the shape that comes out at the end} */
    public Shape output() {
        return graph().output();
    }

    /**
     * {@return what comes out when {@code input} flows through the body}
     *
     * @param <V> what flows
     */
    public <V> V send(V input, Flow<V> flow) {
        return body.send(input, Scope.of(name, body), flow);
    }
}
