package layerwise.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import layerwise.layers.Parameter;
import layerwise.network.Network;

/**
 * A network as one graph of MXNet's own operators, which the engine plans as a whole and runs with one call.
 *
 * @param json the graph as MXNet reads it; its variables are {@link #IMAGES}, the parameters and the constants
 * @param parameters those of the network by name, as in {@link Weights}
 * @param constants what the translation needs beside them
 */
record SymbolGraph(String json, Map<String, Parameter> parameters, Map<String, Constant> constants) {

    /** The variable for batch × channels × height × width images. */
    static final String IMAGES = "images";

    /** {@return the network as it answers: one output, batch × units, or batch × maps × height × width} */
    static SymbolGraph of(Network network) {
        var lowering = new SymbolLowering();
        return lowering.graph(List.of(lowering.body(network).output()));
    }

    /**
     * {@return the network as it is trained: its own output, then that of each head}
     *
     * <p>The parameters of a head are named after it, {@code aux1/conv/weight}.
     */
    static SymbolGraph withHeads(Network network) {
        var lowering = new SymbolLowering();
        var body = lowering.body(network);
        var heads = lowering.heads(network, body).stream().map(SymbolLowering.Lowered::output);
        return lowering.graph(Stream.concat(Stream.of(body.output()), heads).toList());
    }

    /** {@return the network with its heads and with the output of every node, in the order of {@link Network#graph}} */
    static SymbolGraph ofEveryNode(Network network) {
        var lowering = new SymbolLowering();
        var body = lowering.body(network);
        var heads = lowering.heads(network, body);
        return lowering.graph(Stream.concat(Stream.of(body), heads.stream())
                .flatMap(part -> part.wires().stream())
                .toList());
    }
}
