package layerwise.engine;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerwise.engine.Handles.Handle;
import layerwise.layers.Parameter;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * A network's arrays in one context, and its graph there: from a batch to the gradients of all trained parameters with
 * two calls of the engine.
 */
final class Replica implements AutoCloseable {
    private static final int SIZES = 4; // of batches whose plans are kept
    private static final int TURNS = 2; // inputs are written while the step before still reads its own

    private final Network network;
    private final SymbolGraph graph;
    private final Context context;
    private final Handles handles = new Handles();
    private final Flat weights;
    private final Flat gradients;
    private final Flat rest;
    private final Map<String, Handle> arrays = new LinkedHashMap<>();
    private final Plans<Plan> plans = new Plans<>(SIZES, Plan::new);
    private final Memory before = new Memory(Integer.BYTES);
    private final Call settle;

    /**
     * Gives the graph its arrays.
     *
     * @param trained the parameters that the gradients are of; the others are moved by the graph itself, or by no one
     */
    Replica(Network network, SymbolGraph graph, Map<String, Parameter> trained, Context context, Weights numbers) {
        this.network = network;
        this.graph = graph;
        this.context = context;
        var others = new LinkedHashMap<>(graph.parameters());
        others.keySet().removeAll(trained.keySet());
        try {
            weights = Flat.zeros(handles, context, trained);
            gradients = Flat.zeros(handles, context, trained);
            rest = Flat.zeros(handles, context, others);
            weights.write(numbers.values());
            rest.write(numbers.values());
            weights.parts().forEach((name, part) -> arrays.put(SymbolNodes.plain(name), part));
            rest.parts().forEach((name, part) -> arrays.put(SymbolNodes.plain(name), part));
            graph.constants().forEach((name, constant) -> arrays.put(SymbolNodes.plain(name), array(constant)));
            mark();
            settle = new Call("_mul_scalar", List.of(rest.whole()), List.of(rest.whole()), Map.of("scalar", 1));
        } catch (RuntimeException e) {
            handles.close();
            throw e;
        }
    }

    private Handle array(Constant constant) {
        var array = context.array(
                handles, constant.sides().stream().mapToLong(side -> side).toArray());
        array.write(constant.values());
        return array;
    }

    /** Has every backward pass write the gradients where they are, over those of the last. */
    private void mark() {
        var requests =
                new Memory((long) Integer.BYTES * Math.max(1, weights.parts().size()));
        for (int i = 0; i < weights.parts().size(); i++) {
            requests.setInt((long) Integer.BYTES * i, Mxnet.WRITE);
        }
        Mxnet.check(Mxnet.MXAutogradMarkVariables(
                weights.parts().size(), addresses(weights), requests, addresses(gradients)));
    }

    private static Memory addresses(Flat flat) {
        return Mxnet.list(flat.parts().values().stream().map(Handle::address).toList());
    }

    /** {@return what is trained} */
    Flat weights() {
        return weights;
    }

    /** {@return of the summed loss of the last batch, by the trained} */
    Flat gradients() {
        return gradients;
    }

    /** {@return running statistics and what is fixed; to be settled before it is read} */
    Flat rest() {
        return rest;
    }

    /**
     * Has what comes next see the running statistics of every step so far.
     *
     * <p>A planned graph says of arrays that it moves itself that it reads them, so the engine would let others read them
     * too early; no one writes them before it has read, and this writes them as they are.
     */
    void settle() {
        settle.run();
    }

    Context context() {
        return context;
    }

    Handles handles() {
        return handles;
    }

    /** {@return the network's own outputs, to be freed; the gradients follow when the engine has them} */
    Handle learn(float[] images, float[] labels, int from, int count) {
        return plans.of(count).learn(images, labels, from);
    }

    /** Has nothing to learn from this time: a batch has fewer images than there are replicas. */
    void idle() {
        Call.once("zeros_like", gradients.whole(), gradients.whole());
    }

    @Override
    public void close() {
        plans.close();
        handles.close();
    }

    /** The graph for one size of batch, with inputs for two batches in turn. */
    private final class Plan implements Plans.Plan {
        private final int count;
        private final Handles handles = new Handles();
        private final CachedGraph cached;
        private final List<Turn> turns = new ArrayList<>();
        private final Memory losses;
        private int next;

        /** The inputs of every other batch. */
        private record Turn(Handle images, Handle labels, Memory memory, Memory inputs) {}

        Plan(int count) {
            this.count = count;
            try {
                cached = new CachedGraph(handles, graph.json(), Set.of(SymbolGraph.IMAGES, SymbolGraph.LABELS));
                for (int turn = 0; turn < TURNS; turn++) {
                    turns.add(turn());
                }
                losses = Mxnet.list(
                        java.util.Collections.nCopies(1 + network.heads().size(), Pointer.NULL));
            } catch (RuntimeException e) {
                handles.close();
                throw e;
            }
        }

        private Turn turn() {
            Shape input = network.input();
            var images = context.array(handles, count, input.channels(), input.height(), input.width());
            var labels = context.array(handles, count);
            var all = new LinkedHashMap<>(arrays);
            all.put(SymbolGraph.IMAGES, images);
            all.put(SymbolGraph.LABELS, labels);
            var memory = new Memory(Float.BYTES * (count * input.size() + count));
            return new Turn(images, labels, memory, cached.inputs(all));
        }

        Handle learn(float[] images, float[] labels, int from) {
            var turn = turns.get(next++ % TURNS);
            int size = Math.toIntExact(network.input().size());
            copy(turn.images, turn.memory, 0, images, from * size, count * size);
            copy(turn.labels, turn.memory, (long) Float.BYTES * count * size, labels, from, count);
            var outputs = forward(turn);
            try {
                backward(outputs);
                return outputs.get(0);
            } catch (RuntimeException e) {
                outputs.get(0).free();
                throw e;
            } finally {
                outputs.subList(1, outputs.size()).forEach(Handle::free);
            }
        }

        private void copy(Handle array, Memory memory, long offset, float[] numbers, int from, int size) {
            memory.write(offset, numbers, from, size);
            Mxnet.check(Mxnet.MXNDArraySyncCopyFromCPU(array.address(), memory.share(offset), size));
        }

        private List<Handle> forward(Turn turn) {
            Mxnet.check(Mxnet.MXAutogradSetIsRecording(1, before));
            Mxnet.check(Mxnet.MXAutogradSetIsTraining(1, before));
            try {
                return cached.run(turn.inputs);
            } finally {
                Mxnet.check(Mxnet.MXAutogradSetIsRecording(0, before));
                Mxnet.check(Mxnet.MXAutogradSetIsTraining(0, before));
            }
        }

        private void backward(List<Handle> outputs) {
            for (int loss = 1; loss < outputs.size(); loss++) {
                losses.setPointer(
                        (long) Native.POINTER_SIZE * (loss - 1),
                        outputs.get(loss).address());
            }
            Mxnet.check(Mxnet.MXAutogradBackwardEx(
                    outputs.size() - 1, losses, Pointer.NULL, 0, Pointer.NULL, 0, 0, 1, Pointer.NULL, Pointer.NULL));
        }

        @Override
        public void close() {
            handles.close();
        }
    }
}
