package layerwise.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The weighted layers of an MXNet graph, each with what tells it from all others: its operator, the sides of its weight,
 * and the same of all weighted layers before it.
 *
 * <p>So the layers of two graphs of one network find each other whatever they are called, and in whichever order the
 * branches of a sum stand. What has no weights (activations, pools, reshapes) is passed over.
 */
final class Alignment {
    private static final Set<String> WEIGHTED = Set.of("Convolution", "FullyConnected", "BatchNorm");
    private static final Set<String> SUMS =
            Set.of("elemwise_add", "_Plus", "_plus", "broadcast_add", "add_n", "ElementWiseSum", "_add");
    private static final Set<String> STACKS = Set.of("Concat", "concat", "broadcast_mul", "elemwise_mul", "_mul");
    private static final String VARIABLE = "null";

    /**
     * A weighted layer.
     *
     * @param signature what tells it from others; layers of equal signature are told apart by their order
     * @param parameters the names of its variables, in the order of its operator's inputs
     * @param unitScale whether it is a batch norm whose scale counts as 1, whatever its array says
     */
    record Weighted(String signature, List<String> parameters, boolean unitScale) {}

    private final JsonArray nodes;
    private final Map<String, List<Integer>> sides;
    private final List<String> signatures = new ArrayList<>();
    private final List<Weighted> weighted = new ArrayList<>();

    private Alignment(JsonArray nodes, Map<String, List<Integer>> sides) {
        this.nodes = nodes;
        this.sides = sides;
    }

    /**
     * {@return the weighted layers of a graph, in the order in which they work}
     *
     * @param graph as MXNet writes it
     * @param sides of each array by its variable's name
     */
    static List<Weighted> of(JsonObject graph, Map<String, List<Integer>> sides) {
        var alignment = new Alignment(graph.getAsJsonArray("nodes"), sides);
        alignment.nodes.forEach(node -> alignment.add(node.getAsJsonObject()));
        return number(alignment.weighted);
    }

    private void add(JsonObject node) {
        String operator = node.get("op").getAsString();
        var inputs = node.getAsJsonArray("inputs");
        if (operator.equals(VARIABLE)) {
            signatures.add("images");
        } else if (WEIGHTED.contains(operator)) {
            var names = variables(inputs);
            String own = operator + sides.getOrDefault(names.get(0), List.of()) + "(" + signature(inputs, 0) + ")";
            signatures.add(brief(own));
            weighted.add(new Weighted(brief(own), names, operator.equals("BatchNorm") && unitScale(node)));
        } else if (SUMS.contains(operator)) {
            signatures.add(brief("sum" + data(inputs).sorted().toList()));
        } else if (STACKS.contains(operator)) {
            signatures.add(brief("stack" + data(inputs).toList()));
        } else {
            signatures.add(inputs.size() == 0 ? operator : signature(inputs, 0));
        }
    }

    /** The batch norm of MXNet has a scale of 1 unless it is told otherwise. */
    private static boolean unitScale(JsonObject node) {
        var options = Stream.of("attrs", "attr", "param")
                .filter(node::has)
                .map(node::getAsJsonObject)
                .findFirst();
        return options.map(each -> each.get("fix_gamma"))
                .map(JsonElement::getAsString)
                .map(word -> !word.equals("False") && !word.equals("0"))
                .orElse(true);
    }

    private Stream<String> data(JsonArray inputs) {
        return Stream.iterate(0, i -> i < inputs.size(), i -> i + 1).map(i -> signature(inputs, i));
    }

    private String signature(JsonArray inputs, int number) {
        return signatures.get(node(inputs, number));
    }

    private static int node(JsonArray inputs, int number) {
        return inputs.get(number).getAsJsonArray().get(0).getAsInt();
    }

    /** The variables behind all inputs but the first, through what reshapes or masks them. */
    private List<String> variables(JsonArray inputs) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < inputs.size(); i++) {
            var node = nodes.get(node(inputs, i)).getAsJsonObject();
            while (!node.get("op").getAsString().equals(VARIABLE)) {
                node = nodes.get(node(node.getAsJsonArray("inputs"), 0)).getAsJsonObject();
            }
            names.add(node.get("name").getAsString());
        }
        return names;
    }

    /** Signatures nest, so that those of a deep network would be longer than its weights. */
    private static String brief(String signature) {
        return Digests.sha256(signature);
    }

    /** Parallel branches that begin alike are told apart by their order. */
    private static List<Weighted> number(List<Weighted> layers) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        return layers.stream()
                .map(layer -> new Weighted(
                        layer.signature() + seen.merge(layer.signature(), 1, Integer::sum),
                        layer.parameters(),
                        layer.unitScale()))
                .toList();
    }
}
