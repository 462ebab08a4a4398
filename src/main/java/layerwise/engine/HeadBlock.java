package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import layerwise.network.Head;
import layerwise.network.Network;

/**
 * A network's head as a block beside it.
 *
 * @param head its description
 * @param read the number of the network's node that it reads
 * @param block what it does
 */
record HeadBlock(Head head, int read, NetworkBlock block) {

    /** {@return the heads of {@code network}} */
    static List<HeadBlock> of(Network network) {
        var graph = network.graph();
        var branches = network.headNetworks();
        return IntStream.range(0, branches.size())
                .mapToObj(number -> {
                    var head = network.heads().get(number);
                    int read = graph.last(head.after()).orElseThrow();
                    return new HeadBlock(head, read, new NetworkBlock(branches.get(number)));
                })
                .toList();
    }

    /** Gives the head's parameters arrays with the numbers that {@code weights} has under the head's name. */
    void begin(NDManager manager, Learning learning, Weights weights) {
        block.freeze(path -> learning.freezes(prefix() + path));
        block.initialize(manager);
        var own = new LinkedHashMap<String, float[]>();
        block.named().keySet().forEach(name -> own.put(name, weights.values().get(prefix() + name)));
        new Weights(own).into(block);
    }

    private String prefix() {
        return head.name() + "/";
    }

    /** {@return the mean loss of a batch at this head, times the head's weight} */
    NDArray loss(ParameterStore store, List<NDArray> values, NDArray labels, Learning learning) {
        var output = block.forward(store, new NDList(values.get(read)), true).singletonOrThrow();
        return learning.criterion().loss(output, labels, learning.smoothing()).mul((float) head.weight());
    }

    /** {@return every parameter under its name, that of the head first, {@code aux1/conv/weight}} */
    Map<String, Parameter> named() {
        var named = new LinkedHashMap<String, Parameter>();
        block.named().forEach((name, parameter) -> named.put(prefix() + name, parameter));
        return named;
    }
}
