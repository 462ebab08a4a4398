package layerwise.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerwise.layers.Primitive;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Graph.Joint;
import layerwise.network.Graph.Node;
import layerwise.network.Network;

/** Writes a network's body and its heads into one graph; what they hand out can be read by further nodes, as a loss is. */
final class SymbolLowering {
    private static final int NONE = -1;

    private final SymbolNodes nodes = new SymbolNodes();
    private final Wire images = Wire.maps(nodes.variable(SymbolGraph.IMAGES));
    private final Predicate<String> frozen;
    private final boolean filled;
    private int labels = NONE;

    /** For a network that answers. */
    SymbolLowering() {
        this(path -> false, false);
    }

    /**
     * For a network that learns.
     *
     * @param frozen paths of parts that answer as at test time
     * @param filled whether narrow convolutions are filled up to {@link Lanes}; the wires of the body then carry more
     */
    SymbolLowering(Predicate<String> frozen, boolean filled) {
        this.frozen = frozen;
        this.filled = filled;
    }

    /**
     * A part that is written.
     *
     * @param wires what each node of its graph writes
     * @param output what it hands out
     */
    record Lowered(List<Wire> wires, Wire output) {}

    /** Writes the network's own part. */
    Lowered body(Network network) {
        var graph = network.graph();
        return lower("", graph, images, filled ? Lanes.of(graph, read(network)) : Set.of());
    }

    /** {@return the nodes that heads read} */
    private static Set<Integer> read(Network network) {
        return network.heads().stream()
                .map(head -> network.graph().last(head.after()).orElseThrow())
                .collect(Collectors.toSet());
    }

    /** Writes the heads that read {@code body}, each under its name. */
    List<Lowered> heads(Network network, Lowered body) {
        var graph = network.graph();
        var branches = network.headNetworks();
        return IntStream.range(0, branches.size())
                .mapToObj(number -> {
                    var head = network.heads().get(number);
                    var read = body.wires().get(graph.last(head.after()).orElseThrow());
                    return lower(head.name() + "/", branches.get(number).graph(), read, Set.of());
                })
                .toList();
    }

    private Lowered lower(String prefix, Graph graph, Wire input, Set<Integer> lanes) {
        var wires = new ArrayList<Wire>();
        for (Node node : graph.nodes()) {
            boolean fill = lanes.contains(wires.size());
            var read = node.inputs().stream()
                    .map(number -> number == Graph.INPUT ? input : wires.get(number))
                    .toList();
            wires.add(node.layer()
                    .map(layer -> through(prefix + node.path(), layer, graph, node, read.get(0), fill))
                    .orElseGet(() -> join(prefix + node.path(), node.joint(), read)));
        }
        return new Lowered(wires, output(graph, wires.isEmpty() ? input : wires.get(wires.size() - 1)));
    }

    private Wire through(String path, Primitive layer, Graph graph, Node node, Wire read, boolean fill) {
        var step = new Step(path, layer, graph.shape(node.inputs().get(0)), node.shape());
        return layer.accept(new SymbolOf(nodes, step, read, frozen.test(path), fill));
    }

    private Wire join(String path, Joint joint, List<Wire> branches) {
        int[] read = branches.stream().mapToInt(nodes::maps).toArray();
        return Wire.maps(
                switch (joint) {
                    case CONCAT -> nodes.add("Concat", path, Map.of("num_args", "" + read.length, "dim", "1"), read);
                    case SUM -> nodes.add("add_n", path, Map.of("num_args", "" + read.length), read);
                    case SCALE -> nodes.add("broadcast_mul", path, Map.of(), read);
                    case NONE -> read[0];
                });
    }

    /** {@return the part's last wire as its readers want it: a vector where it carries one number a map} */
    private Wire output(Graph graph, Wire last) {
        if (last.equals(images)) {
            return Wire.maps(nodes.add("_copy", "output", Map.of(), images.node())); // a variable is no output
        }
        return graph.output().area() == 1 ? Wire.vector(nodes.vector(last)) : last;
    }

    /** {@return what {@code part} hands out, for reading only: no gradient comes back this way} */
    Wire cut(Lowered part) {
        return part.output()
                .through(nodes.add(
                        "BlockGrad", "outputs", Map.of(), part.output().node()));
    }

    /**
     * Writes the loss of {@code part} by {@code learning}.
     *
     * @param prefix before the node's name
     * @param classes how many outputs {@code part} has
     * @param weight by which the gradient is multiplied
     */
    Wire loss(String prefix, Lowered part, int classes, double weight, Learning learning) {
        if (labels == NONE) {
            labels = nodes.variable(SymbolGraph.LABELS);
        }
        int logits = learning.criterion().logits(nodes, prefix, nodes.vector(part.output()));
        var options = Map.of("grad_scale", "" + weight, "smooth_alpha", "" + elsewhere(learning.smoothing(), classes));
        return Wire.vector(nodes.add("SoftmaxOutput", prefix + "softmax", options, logits, labels));
    }

    /** {@return what labels smoothed by ε give to all other classes: MXNet's α spares the right one} */
    private static double elsewhere(double smoothing, int classes) {
        return smoothing * (classes - 1) / classes;
    }

    /** {@return the graph that hands out {@code outputs}} */
    SymbolGraph graph(List<Wire> outputs) {
        var heads = outputs.stream().map(Wire::node).collect(Collectors.toList());
        return new SymbolGraph(nodes.json(heads), nodes.parameters(), nodes.constants());
    }
}
