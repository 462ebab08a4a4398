package layerwise.engine;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import layerwise.layers.Parameter;

/**
 * A graph of MXNet operators, written down node by node, each after those it reads.
 *
 * <p>Variables are what the graph is given when it runs: images, a network's parameters, and constants, which belong to
 * the translation and not to the network.
 */
final class SymbolNodes {
    /** The version whose reading of the text is meant: 1.9.0, as the library of MXNet 1.9.1 calls itself. */
    private static final int VERSION = 1_09_00;

    private static final String VARIABLE = "null"; // as MXNet calls the operator of a node that computes nothing

    /**
     * A node as MXNet reads it; the components bear the names of the format.
     *
     * @param op the operator
     * @param name the node's name
     * @param attrs the operator's options
     * @param inputs for each input the node's number, which of its outputs, and 0
     */
    private record Node(String op, String name, Map<String, String> attrs, List<List<Integer>> inputs) {}

    /** The whole text; the components bear the names of the format. */
    private record Text(
            List<Node> nodes, List<Integer> arg_nodes, List<List<Integer>> heads, Map<String, List<Object>> attrs) {}

    private static final Pattern NOT_PLAIN = Pattern.compile("[^ -}]|[\"\\\\]");
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();

    /**
     * {@return {@code name} as MXNet takes it, with each letter that is not ASCII as a tilde and its number}
     *
     * <p>Names pass through the machine's own encoding, and MXNet's reader of JSON knows few escapes.
     */
    static String plain(String name) {
        return NOT_PLAIN
                .matcher(name)
                .replaceAll(letter -> String.format("~%04x", letter.group().codePointAt(0)));
    }

    /** {@return a new node that is given from outside} */
    int variable(String name) {
        return add(VARIABLE, name, Map.of());
    }

    /** {@return a new node that is given the numbers of {@code parameter}} */
    int parameter(String name, Parameter parameter) {
        parameters.put(name, parameter);
        return variable(name);
    }

    /** {@return a new node that is given the numbers of {@code constant}} */
    int constant(String name, Constant constant) {
        constants.put(name, constant);
        return variable(name);
    }

    /** {@return a new node that works on what the nodes {@code inputs} write} */
    int add(String operator, String name, Map<String, String> options, int... inputs) {
        nodes.add(new Node(
                operator,
                plain(name),
                new TreeMap<>(options), // the same text in every run
                Arrays.stream(inputs).mapToObj(SymbolNodes::entry).toList()));
        return nodes.size() - 1;
    }

    /** {@return the node that writes what {@code wire} carries as batch × maps × height × width} */
    int maps(Wire wire) {
        return wire.vector()
                ? add("Reshape", "maps" + nodes.size(), Map.of("shape", "(0, 0, 1, 1)"), wire.node())
                : wire.node();
    }

    /** {@return the node that writes what {@code wire} carries as batch × units} */
    int vector(Wire wire) {
        return wire.vector() ? wire.node() : add("Flatten", "vector" + nodes.size(), Map.of(), wire.node());
    }

    private static List<Integer> entry(int node) {
        return List.of(node, 0, 0);
    }

    /** {@return the graph's parameters by name, in the order of the description} */
    Map<String, Parameter> parameters() {
        return parameters;
    }

    /** {@return the graph's constants by name} */
    Map<String, Constant> constants() {
        return constants;
    }

    /** {@return the text of the graph whose outputs the nodes {@code outputs} write} */
    String json(List<Integer> outputs) {
        var variables = IntStream.range(0, nodes.size())
                .filter(number -> nodes.get(number).op().equals(VARIABLE))
                .boxed()
                .toList();
        var heads = outputs.stream().map(SymbolNodes::entry).toList();
        return JSON.toJson(new Text(nodes, variables, heads, Map.of("mxnet_version", List.of("int", VERSION))));
    }
}
