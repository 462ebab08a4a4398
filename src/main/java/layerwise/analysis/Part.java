package layerwise.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import layerwise.layers.Given;
import layerwise.layers.Operations;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * A named part of a network with what it costs: a row of a paper's table, such as {@code inception3a}.
 *
 * @param path the part's path, at most as many names as were asked for
 * @param steps the primitives in it
 * @param output what leaves it
 * @param cost the costs of its steps added
 * @param parameters the numbers of its steps, by what they are for
 * @param operations its arithmetic by class, joints of branches included
 */
public record Part(
        String path, List<Step> steps, Shape output, Cost cost, ParameterCount parameters, Operations operations) {

    /** Copies the list. */
    public Part {
        steps = List.copyOf(steps);
    }

    /**
     * {@return the parts of {@code network}, in the order in which they begin to work}
     *
     * @param depth names of a path that tell parts apart; 1 for {@code inception3a}, 2 for {@code inception3a/5x5}
     */
    public static List<Part> of(Network network, int depth) {
        Given.value(network, "a network");
        if (depth < 1) {
            throw new IllegalArgumentException(
                    network.name() + ": parts are told apart by at least 1 name of a path, got a depth of " + depth);
        }
        var graph = network.graph();
        var members = new LinkedHashMap<String, List<Graph.Node>>();
        graph.nodes()
                .forEach(node -> members.computeIfAbsent(head(node.path(), depth), path -> new ArrayList<>())
                        .add(node));
        return members.entrySet().stream()
                .map(part -> of(graph, part.getKey(), part.getValue()))
                .toList();
    }

    private static Part of(Graph graph, String path, List<Graph.Node> nodes) {
        var steps = nodes.stream().map(graph::step).flatMap(Optional::stream).toList();
        var operations =
                nodes.stream().map(node -> OperationCount.of(graph, node)).reduce(Operations.NONE, Operations::plus);
        var output = nodes.get(nodes.size() - 1).shape();
        return new Part(path, steps, output, Cost.of(steps), ParameterCount.of(steps), operations);
    }

    /** The first {@code depth} names of a path. */
    private static String head(String path, int depth) {
        int end = -1;
        for (int names = 0; names < depth; names++) {
            end = path.indexOf('/', end + 1);
            if (end < 0) {
                return path;
            }
        }
        return path.substring(0, end);
    }
}
