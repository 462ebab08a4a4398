package layerwise.engine;

import java.util.ArrayList;
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

    /** The variable for a batch of labels, in a graph that learns. */
    static final String LABELS = "labels";

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

    /**
     * {@return the network as it learns: its own output, cut off from gradients, then the softmax of each loss, the
     * network's own first}
     *
     * <p>The gradient of a softmax's node is that of the sum of a batch's losses, times the head's weight; labels come in
     * as {@link #LABELS}. Parts that {@code learning} freezes answer as at test time.
     */
    static SymbolGraph training(Network network, Learning learning) {
        var lowering = new SymbolLowering(learning::freezes, true);
        var body = lowering.body(network);
        var heads = lowering.heads(network, body);
        var outputs = new ArrayList<>(List.of(lowering.cut(body)));
        outputs.add(lowering.loss("", body, network.output().channels(), 1, learning));
        for (int i = 0; i < heads.size(); i++) {
            var head = network.heads().get(i);
            int classes = network.headNetworks().get(i).output().channels();
            outputs.add(lowering.loss(head.name() + "/", heads.get(i), classes, head.weight(), learning));
        }
        return lowering.graph(outputs);
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
