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
    private static final int SIZES = 2; // of batches whose plans are kept: whole ones, and the last

    private final Network network;
    private final Context context;
    private final Handles handles = new Handles();
    private final SymbolGraph graph;
    private final Map<Integer, Plan> plans = new LinkedHashMap<>();
    private final Map<String, Handle> arrays = new LinkedHashMap<>();
    private final List<Call> copies = new ArrayList<>();

    Answering(Network network, Replica replica) {
        this.network = network;
        this.context = replica.context();
        this.graph = SymbolGraph.of(network);
        try {
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
        var plan = plans.remove(count);
        if (plan == null) {
            drop(SIZES - 1);
            plan = new Plan(count);
        }
        plans.put(count, plan); // the last of the map is the one used last
        return plan.outputs(images);
    }

    private void drop(int most) {
        if (plans.size() > most) {
            Mxnet.MXNDArrayWaitAll();
        }
        var oldest = plans.entrySet().iterator();
        while (plans.size() > most) {
            oldest.next().getValue().handles.close();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        drop(0);
        handles.close();
    }

    /** The graph for one size of batch: what it needs beside its weights is laid out once. */
    private final class Plan {
        private final int count;
        private final Handles handles = new Handles();
        private final CachedGraph cached;
        private final Handle images;
        private final Memory inputs;

        Plan(int count) {
            this.count = count;
            Shape input = network.input();
            try {
                cached = new CachedGraph(handles, graph.json(), Set.of(SymbolGraph.IMAGES));
                images = context.array(handles, count, input.channels(), input.height(), input.width());
                var all = new LinkedHashMap<>(arrays);
                all.put(SymbolGraph.IMAGES, images);
                inputs = cached.inputs(all);
            } catch (RuntimeException e) {
                handles.close();
                throw e;
            }
        }

        float[] outputs(float[] numbers) {
            int size = Math.toIntExact(count * network.input().size());
            try (var memory = new Memory((long) Float.BYTES * size)) {
                memory.write(0, numbers, 0, size);
                Mxnet.check(Mxnet.MXNDArraySyncCopyFromCPU(images.address(), memory, size));
            }
            var output = cached.run(inputs).get(0);
            try {
                return output.read(Math.toIntExact(count * network.output().size()));
            } finally {
                output.free();
            }
        }
    }
}
