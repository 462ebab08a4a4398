package layerwise.engine;

import ai.djl.Device;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import layerwise.engine.Handles.Handle;
import layerwise.layers.Parameter;
import layerwise.network.Network;

/**
 * Trains a network on MXNet as one planned graph with the losses inside, and moves all weights with one call: a step costs
 * Java a few calls, whatever the network.
 *
 * <p>With several replicas each learns from its share of the batch in a context of its own; gradients are summed before
 * the one update, and the weights are equal after every step. A batch norm sees its replica's share only, as in all such
 * training.
 */
public final class SymbolLearner implements Learner {
    private static final int PENDING = 2; // steps whose outputs can still be asked for

    private final Network network;
    private final int width;
    private final Parallel parallel;
    private final String engine;
    private final SymbolGraph graph;
    private final List<Replica> replicas = new ArrayList<>();
    private final Exchange exchange;
    private final FlatUpdate update;
    private final Deque<Outputs> pending = new ArrayDeque<>();
    private Optional<Answering> answering = Optional.empty();
    private List<Call> copies = List.of();
    private boolean moved = true;

    /**
     * Loads the engine and gives it {@code weights} in as many CPU contexts as there are replicas.
     *
     * <p>Heads stand in the loss, with their weight, if their numbers are among {@code weights}.
     *
     * @throws Engines.EngineUnavailable if there is no engine for this machine
     * @throws IllegalStateException if the engine is not MXNet
     * @throws IllegalArgumentException if the weights belong to another network, or a part is to be frozen that it does
     *     not have
     */
    public SymbolLearner(Network network, Weights weights, Learning learning, Parallel parallel) {
        this(
                network,
                weights,
                learning,
                parallel,
                () -> IntStream.range(0, parallel.replicas())
                        .mapToObj(replica -> Context.cpu(replica, parallel.threads()))
                        .toList());
    }

    /** As above, with a replica on each of {@code devices}, such as the GPUs of a machine. */
    public SymbolLearner(Network network, Weights weights, Learning learning, List<Device> devices) {
        this(
                network,
                weights,
                learning,
                new Parallel(devices.size(), 1),
                () -> devices.stream().map(Context::of).toList());
    }

    private SymbolLearner(
            Network network, Weights weights, Learning learning, Parallel parallel, Supplier<List<Context>> contexts) {
        this.engine = SymbolNetwork.required(Engines.open().getEngineName()) + " "
                + Engines.open().getVersion();
        this.network = weights.trains(network);
        this.width = Math.toIntExact(network.output().size());
        this.parallel = parallel;
        this.graph = SymbolGraph.training(this.network, learning.checkedFor(network));
        var trained = trained(learning);
        if (parallel.replicas() > 1) {
            Mxnet.separate();
        }
        try {
            for (Context context : contexts.get()) {
                replicas.add(new Replica(this.network, graph, trained, context, weights));
            }
            exchange = new Exchange(replicas);
            update = new FlatUpdate(learning, replicas.get(0));
        } catch (RuntimeException e) {
            Mxnet.MXNDArrayWaitAll();
            replicas.forEach(Replica::close);
            throw e;
        }
    }

    private Map<String, Parameter> trained(Learning learning) {
        var trained = new LinkedHashMap<>(graph.parameters());
        trained.entrySet()
                .removeIf(entry -> !entry.getValue().role().trained()
                        || learning.freezes(
                                entry.getKey().substring(0, entry.getKey().lastIndexOf('/'))));
        return trained;
    }

    @Override
    public Pending step(float[] images, float[] labels, int count, double rate) {
        var outputs = new Outputs();
        pending.add(outputs);
        while (pending.size() > PENDING) {
            pending.peek().drop();
        }
        for (int i = 0; i < replicas.size(); i++) {
            int from = share(i, count);
            int size = share(i + 1, count) - from;
            if (size > 0) {
                outputs.add(replicas.get(i).learn(images, labels, from, size), size);
            } else {
                replicas.get(i).idle();
            }
        }
        exchange.gather();
        update.update(rate, count);
        exchange.scatter();
        moved = true;
        return outputs;
    }

    private int share(int replica, int count) {
        return (int) ((long) count * replica / replicas.size());
    }

    @Override
    public float[] outputs(float[] images, int count) {
        var test = answering.orElseGet(this::answering);
        if (moved) {
            replicas.get(0).settle();
            copies.forEach(Call::run);
            moved = false;
        }
        return test.outputs(images, count);
    }

    private Answering answering() {
        var test = new Answering(network, SymbolGraph.of(network), context());
        copies = test.copies(replicas.get(0));
        answering = Optional.of(test);
        return test;
    }

    @Override
    public Weights weights() {
        return weights(0);
    }

    /** {@return the numbers that replica {@code number} has} */
    Weights weights(int number) {
        var numbers = new LinkedHashMap<String, float[]>();
        graph.parameters().keySet().forEach(name -> numbers.put(name, new float[0])); // in the order of the description
        replicas.get(number).settle();
        replicas.get(number).weights().read(numbers::put);
        replicas.get(number).rest().read(numbers::put);
        return new Weights(numbers);
    }

    @Override
    public LearnerState state() {
        return update.state();
    }

    @Override
    public void restore(LearnerState state) {
        update.restore(state);
    }

    @Override
    public void seed(int seed) {
        Mxnet.check(Mxnet.MXRandomSeed(seed));
    }

    /** {@return the engine, its version and how a step is spread, which decides how sums are rounded} */
    @Override
    public String engine() {
        return engine + ", " + parallel;
    }

    /** {@return where the first replica is} */
    Context context() {
        return replicas.get(0).context();
    }

    @Override
    public void close() {
        Mxnet.MXNDArrayWaitAll(); // nothing is freed under work; what went wrong there is no news when all is over
        while (!pending.isEmpty()) {
            pending.peek().drop();
        }
        answering.ifPresent(Answering::close);
        answering = Optional.empty();
        moved = true;
        replicas.forEach(Replica::close);
    }

    /** The outputs of one step, each replica's in its own array. */
    private final class Outputs implements Pending {
        private final List<Handle> arrays = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private boolean open = true;

        void add(Handle array, int count) {
            arrays.add(array);
            counts.add(count);
        }

        /**
         * {@return the outputs of all images, in the batch's order}
         *
         * @throws IllegalStateException if they were asked for already, or more than a step ago
         */
        @Override
        public float[] outputs() {
            if (!open) {
                throw new IllegalStateException(network.name() + ": the outputs of a step are kept until they are asked"
                        + " for once, or until " + PENDING + " steps later");
            }
            int images = counts.stream().mapToInt(count -> count).sum();
            var all = new float[images * width];
            try {
                int from = 0;
                for (int i = 0; i < arrays.size(); i++) {
                    float[] part = arrays.get(i).read(counts.get(i) * width);
                    System.arraycopy(part, 0, all, from, part.length);
                    from += part.length;
                }
                return all;
            } finally {
                drop();
            }
        }

        void drop() {
            open = false;
            pending.remove(this);
            arrays.forEach(Handle::free);
            arrays.clear();
        }
    }
}
