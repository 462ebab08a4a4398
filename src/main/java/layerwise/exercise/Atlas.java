package layerwise.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.ReceptiveField;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * A network as guesses about it are judged: what each part computes, and what it hands on where its branches have met.
 *
 * @param network which
 * @param graph its nodes
 * @param fields what each node sees
 * @param weighted paths of the nodes that multiply by weights, in the order in which they work
 */
record Atlas(Network network, Graph graph, List<ReceptiveField> fields, List<String> weighted) {
    private static final int SHOWN = 12;

    /** {@return the atlas of {@code network}; whoever asks for many parts draws it once} */
    static Atlas of(Network network) {
        var graph = network.graph();
        var weighted = graph.steps().stream()
                .filter(step -> step.macs() > 0)
                .map(Step::path)
                .toList();
        return new Atlas(network, graph, ReceptiveField.ofNodes(network), weighted);
    }

    /** {@return all of the network, under an empty path} */
    Place all() {
        return new Place(
                this, "", IntStream.range(0, graph.nodes().size()).boxed().toList());
    }

    /** {@return the part at {@code path}; where none is written like that, one that differs in capitals only} */
    Optional<Place> place(String path) {
        return within(path, node -> (node.path() + "/").startsWith(path + "/"))
                .or(() -> within(path, node -> (lower(node.path()) + "/").startsWith(lower(path) + "/")));
    }

    private static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private Optional<Place> within(String path, Predicate<Graph.Node> inside) {
        var nodes = IntStream.range(0, graph.nodes().size())
                .filter(number -> inside.test(graph.nodes().get(number)))
                .boxed()
                .toList();
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Place(this, graph.nodes().get(nodes.get(0)).path().substring(0, path.length()), nodes));
    }

    /** {@return the names of the first parts} */
    String names() {
        return graph.nodes().stream()
                .map(node -> node.path().split("/")[0])
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
    }

    /**
     * A part of a network, or all of it where the path is empty.
     *
     * @param atlas of the network
     * @param path as the network writes it
     * @param nodes numbers of the nodes that stand there or inside
     */
    record Place(Atlas atlas, String path, List<Integer> nodes) {

        /** {@return the primitives in it} */
        List<Step> steps() {
            return nodes.stream()
                    .map(number -> atlas.graph.step(atlas.graph.nodes().get(number)))
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** {@return its last step, where nothing is joined behind it} */
        Optional<Step> end() {
            return atlas.graph.step(atlas.graph.nodes().get(last()));
        }

        private int last() {
            return nodes.get(nodes.size() - 1);
        }

        /** {@return the shape that it hands on} */
        Shape output() {
            return atlas.graph.shape(last());
        }

        /** {@return the side of the square that one position of what it hands on sees} */
        long field() {
            return size(last());
        }

        private long size(int node) {
            return atlas.fields.get(node).rows().size();
        }

        /** {@return what each of the branches sees that meet at its end, if branches do} */
        List<Long> branches() {
            var end = atlas.graph.nodes().get(last());
            return end.joint() == Graph.Joint.NONE
                    ? List.of()
                    : end.inputs().stream()
                            .filter(number -> number != Graph.INPUT)
                            .map(this::size)
                            .toList();
        }

        /** {@return the one step of it with a window or weights, which decides its shape, if no other has} */
        Optional<Step> only() {
            var working =
                    steps().stream().filter(step -> !step.layer().pointwise()).toList();
            return working.size() == 1 ? Optional.of(working.get(0)) : Optional.empty();
        }

        /** {@return the parts with weights that work just before it and just behind it, told apart by as many names} */
        List<Place> neighbours() {
            int names = path.split("/").length;
            var parts = atlas.weighted.stream()
                    .map(step -> cut(step, names))
                    .distinct()
                    .toList();
            int here = parts.indexOf(path);
            return here < 0
                    ? List.of()
                    : Stream.of(here - 1, here + 1)
                            .filter(place -> place >= 0 && place < parts.size())
                            .flatMap(place -> atlas.place(parts.get(place)).stream())
                            .toList();
        }

        private static String cut(String path, int names) {
            return Stream.of(path.split("/")).limit(names).collect(Collectors.joining("/"));
        }
    }
}
