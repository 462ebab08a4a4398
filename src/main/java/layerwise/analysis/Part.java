package layerwise.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 */
public record Part(String path, List<Step> steps, Shape output, Cost cost, ParameterCount parameters) {

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
        if (depth < 1) {
            throw new IllegalArgumentException(
                    network.name() + ": parts are told apart by at least 1 name of a path, got a depth of " + depth);
        }
        var graph = network.graph();
        var outputs = outputs(graph, depth);
        Map<String, List<Step>> members = new LinkedHashMap<>();
        outputs.keySet().forEach(path -> members.put(path, new ArrayList<>()));
        graph.steps().forEach(step -> members.get(head(step.path(), depth)).add(step));
        return members.entrySet().stream()
                .map(part -> of(part.getKey(), part.getValue(), outputs.get(part.getKey())))
                .toList();
    }

    private static Part of(String path, List<Step> steps, Shape output) {
        return new Part(path, steps, output, Cost.of(steps), ParameterCount.of(steps));
    }

    private static Map<String, Shape> outputs(Graph graph, int depth) {
        Map<String, Shape> outputs = new LinkedHashMap<>();
        graph.nodes().forEach(node -> outputs.put(head(node.path(), depth), node.shape()));
        return outputs;
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
