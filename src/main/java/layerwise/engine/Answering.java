package layerwise.engine;

import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerwise.engine.Handles.Handle;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * A network at test time, beside the replica that trains it.
 *
 * <p>It has copies of the weights: MXNet lays out the weights of a network that answers as its processor likes them, which
 * would be undone and done again in every step of training.
 */
final class Answering implements AutoCloseable {
    private final Network network;
    private final Context context;
    private final Handles handles = new Handles();
    private final CachedGraph cached;
    private final Map<String, Handle> arrays = new LinkedHashMap<>();
    private final List<Call> copies = new ArrayList<>();

    Answering(Network network, Replica replica) {
        this.network = network;
        this.context = replica.context();
        var graph = SymbolGraph.of(network);
        try {
            cached = new CachedGraph(handles, graph.json(), Set.of(SymbolGraph.IMAGES), false);
            graph.parameters().keySet().forEach(name -> follow(name, replica));
            graph.constants().forEach((name, constant) -> {
                var array = array(constant.sides());
                array.write(constant.values());
                arrays.put(SymbolNodes.plain(name), array);
            });
        } catch (RuntimeException e) {
            handles.close();
            throw e;
        }
    }

    private void follow(String name, Replica replica) {
        var part = replica.weights().parts().containsKey(name) ? replica.weights() : replica.rest();
        var copy = array(part.layout().get(name).sides());
        copies.add(new Call("_copyto", List.of(part.parts().get(name)), List.of(copy), Map.of()));
        arrays.put(SymbolNodes.plain(name), copy);
    }

    private Handle array(List<Integer> sides) {
        return context.array(handles, sides.stream().mapToLong(side -> side).toArray());
    }

    /** Takes over the replica's weights as they are now. */
    void refresh() {
        copies.forEach(Call::run);
    }

    /** {@return the outputs for {@code count} images, one after another} */
    float[] outputs(float[] images, int count) {
        Shape input = network.input();
        int size = Math.toIntExact(count * input.size());
        try (var batch = new Handles();
                var memory = new Memory((long) Float.BYTES * size)) {
            var array = context.array(batch, count, input.channels(), input.height(), input.width());
            memory.write(0, images, 0, size);
            Mxnet.check(Mxnet.MXNDArraySyncCopyFromCPU(array.address(), memory, size));
            var all = new LinkedHashMap<>(arrays);
            all.put(SymbolGraph.IMAGES, array);
            var output = cached.run(cached.inputs(all)).get(0);
            batch.add(output.address(), Mxnet::MXNDArrayFree);
            return output.read(Math.toIntExact(count * network.output().size()));
        }
    }

    @Override
    public void close() {
        handles.close();
    }
}
