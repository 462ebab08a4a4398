package layerwise.engine;

import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import layerwise.engine.Handles.Handle;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * A network at test time as one planned graph in one context, with weights of its own.
 *
 * <p>They are copies even beside a replica that trains: MXNet lays out the weights of a network that answers as its
 * processor likes them, which would be undone and done again in every step of training.
 */
final class Answering implements AutoCloseable {
    private static final int SIZES = 2; // of batches whose plans are kept: whole ones, and the last

    private final Network network;
    private final SymbolGraph graph;
    private final Context context;
    private final Handles handles = new Handles();
    private final Plans<Plan> plans = new Plans<>(SIZES, Plan::new);
    private final Map<String, Handle> weights = new LinkedHashMap<>();
    private final Map<String, Handle> arrays = new LinkedHashMap<>();
    private final List<Integer> widths;

    /**
     * Gives the graph its arrays, the weights without numbers.
     *
     * @param graph of the network alone, or with its heads
     */
    Answering(Network network, SymbolGraph graph, Context context) {
        this.network = network;
        this.graph = graph;
        this.context = context;
        this.widths = Stream.concat(Stream.of(network), network.headNetworks().stream())
                .map(each -> Math.toIntExact(each.output().size()))
                .toList();
        try {
            graph.parameters().forEach((name, parameter) -> weights.put(name, array(parameter.sides())));
            weights.forEach((name, array) -> arrays.put(SymbolNodes.plain(name), array));
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

    private Handle array(List<Integer> sides) {
        return context.array(handles, sides.stream().mapToLong(side -> side).toArray());
    }

    /** Takes these numbers. */
    void write(Weights numbers) {
        weights.forEach((name, array) -> array.write(numbers.values().get(name)));
    }

    /** {@return calls that each take over a weight of {@code replica} as it is then} */
    List<Call> copies(Replica replica) {
        var copies = new ArrayList<Call>();
        weights.forEach((name, copy) -> {
            var part = replica.weights().parts().containsKey(name) ? replica.weights() : replica.rest();
            copies.add(new Call("_copyto", List.of(part.parts().get(name)), List.of(copy), Map.of()));
        });
        return copies;
    }

    /** {@return the network's own outputs for {@code count} images, one after another} */
    float[] outputs(float[] images, int count) {
        return everyOutput(images, count).get(0);
    }

    /** {@return each of the graph's outputs for {@code count} images: the network's own, then those of its heads} */
    List<float[]> everyOutput(float[] images, int count) {
        return plans.of(count).outputs(images);
    }

    @Override
    public void close() {
        plans.close();
        handles.close();
    }

    /** The graph for one size of batch: what it needs beside its weights is laid out once. */
    private final class Plan implements Plans.Plan {
        private final int count;
        private final Handles handles = new Handles();
        private final CachedGraph cached;
        private final Handle images;
        private final Memory memory;
        private final Memory inputs;

        Plan(int count) {
            this.count = count;
            Shape input = network.input();
            try {
                cached = new CachedGraph(handles, graph.json(), Set.of(SymbolGraph.IMAGES));
                images = context.array(handles, count, input.channels(), input.height(), input.width());
                memory = new Memory(Float.BYTES * count * input.size());
                var all = new LinkedHashMap<>(arrays);
                all.put(SymbolGraph.IMAGES, images);
                inputs = cached.inputs(all);
            } catch (RuntimeException e) {
                handles.close();
                throw e;
            }
        }

        List<float[]> outputs(float[] numbers) {
            int size = Math.toIntExact(count * network.input().size());
            memory.write(0, numbers, 0, size);
            Mxnet.check(Mxnet.MXNDArraySyncCopyFromCPU(images.address(), memory, size));
            var outputs = cached.run(inputs);
            try {
                var read = new ArrayList<float[]>();
                for (int i = 0; i < outputs.size(); i++) {
                    read.add(outputs.get(i).read(count * widths.get(i)));
                }
                return read;
            } finally {
                outputs.forEach(Handle::free);
            }
        }

        @Override
        public void close() {
            handles.close();
        }
    }
}
