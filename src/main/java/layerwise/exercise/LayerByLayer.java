package layerwise.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rounding;
import layerwise.layers.Window;
import layerwise.network.Graph;
import layerwise.network.Graph.Joint;
import layerwise.network.Graph.Node;
import layerwise.network.Network;

/**
 * The law that a network has the layers of a model, each with its options, in its order, reading what it reads.
 *
 * <p>Names are left open, and so is the rounding of a pooling where it leaves the same shape.
 *
 * @param model which
 */
record LayerByLayer(Network model) implements Law {

    /** {@return the laws that only networks keep which are like {@code model} layer by layer; the first complaint says most} */
    static List<Law> of(Network model) {
        var cost = Cost.of(model);
        var exactly = new LayerByLayer(model);
        return List.of(
                Law.input(model.input()),
                exactly::ofOrder,
                Law.layers(model),
                Law.output(model.output()),
                Law.parameters(cost.parameters()),
                Law.macs(cost.macs()),
                Law.activations(model),
                exactly);
    }

    /** What a node does, and what it reads. */
    private record Spot(Joint joint, Optional<Primitive> layer, List<Integer> inputs) {

        static List<Spot> of(Graph graph) {
            return graph.nodes().stream()
                    .map(node -> new Spot(node.joint(), node.layer().map(Spot::plain), node.inputs()))
                    .toList();
        }

        private static Primitive plain(Primitive layer) {
            return layer instanceof Pool pool
                    ? new Pool(
                            pool.taken(),
                            new Window(pool.window().rows(), pool.window().columns(), Rounding.DOWN))
                    : layer;
        }

        /** {@return the layer as a sentence names it, {@code maxpool 3×3 stride 2}} */
        String word() {
            return layer.map(Spot::word).orElse(joint.name().toLowerCase(Locale.ROOT));
        }

        private static String word(Primitive layer) {
            return layer.kind() + detail(layer);
        }

        private static String detail(Primitive layer) {
            if (layer instanceof Conv conv) {
                return " of " + conv.filters() + ", " + conv.window()
                        + (conv.groups() == 1 ? "" : ", " + conv.groups() + " groups")
                        + (conv.bias() ? "" : ", no bias");
            }
            if (layer instanceof Pool pool) {
                return " " + pool.window();
            }
            if (layer instanceof Dropout dropout) {
                return " " + dropout.rate();
            }
            return layer instanceof Dense dense ? " of " + dense.units() + (dense.bias() ? "" : ", no bias") : "";
        }
    }

    /** All layers of the model are there, but one stands where another belongs. */
    private Optional<String> ofOrder(Network network) {
        var expected = words(Spot.of(model.graph()));
        var got = words(Spot.of(network.graph()));
        if (!sorted(expected).equals(sorted(got))) {
            return Optional.empty();
        }
        return IntStream.range(0, expected.size())
                .filter(at -> !expected.get(at).equals(got.get(at)))
                .mapToObj(at -> "the layers are right, their order is not: " + expected.get(at) + " comes before "
                        + got.get(at))
                .findFirst();
    }

    private static List<String> words(List<Spot> spots) {
        return spots.stream().map(Spot::word).toList();
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    @Override
    public Optional<String> complaint(Network network) {
        var expected = Spot.of(model.graph());
        var graph = network.graph();
        var got = Spot.of(graph);
        return IntStream.range(0, Math.max(expected.size(), got.size()))
                .filter(at -> at >= expected.size()
                        || at >= got.size()
                        || !expected.get(at).equals(got.get(at)))
                .mapToObj(at -> difference(expected, got, graph, at))
                .findFirst();
    }

    private static String difference(List<Spot> expected, List<Spot> got, Graph graph, int at) {
        String wanted = at < expected.size() ? expected.get(at).word() : "nothing";
        String given = at < got.size() ? got.get(at).word() : "nothing";
        if (!wanted.equals(given)) {
            return "expected " + wanted + place(wanted, given, graph, at) + ", got " + given;
        }
        return "expected " + graph.nodes().get(at).path() + " to read "
                + read(graph, expected.get(at).inputs()) + ", got one that reads "
                + read(graph, got.get(at).inputs());
    }

    /** Where the same kind of layer stands there it is called by its path, else by what it follows. */
    private static String place(String wanted, String given, Graph graph, int at) {
        if (wanted.split(" ")[0].equals(given.split(" ")[0])) {
            return " at " + graph.nodes().get(at).path();
        }
        return at == 0
                ? " at the beginning"
                : " behind " + graph.nodes().get(at - 1).path();
    }

    private static String read(Graph graph, List<Integer> inputs) {
        return inputs.stream()
                .flatMap(number -> number == Graph.INPUT
                        ? Stream.of("the input")
                        : graph.nodes().stream().skip(number).limit(1).map(Node::path))
                .collect(Collectors.joining(" and "));
    }
}
