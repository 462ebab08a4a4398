package layerwise.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import layerwise.network.Graph;

/** Trains a {@link NetworkBlock} on any engine of DJL, operator by operator. */
public final class BlockLearner implements Learner {
    private final Engine engine;
    private final Learning learning;
    private final NetworkBlock block;
    private final List<HeadBlock> heads;
    private final Model model;
    private final NDManager manager;
    private final ParameterStore store;
    private final Updater updater;
    private final Map<String, NDArray> trained = new LinkedHashMap<>();

    /**
     * Loads the engine and gives it {@code weights}, to be trained by stochastic gradient descent.
     *
     * @param momentum share of the last update that is added to this one
     * @param decay share of a weight that is added to its gradient
     * @throws Engines.EngineUnavailable if there is no engine for this machine
     */
    public BlockLearner(NetworkBlock block, Weights weights, Criterion criterion, double momentum, double decay) {
        this(block, weights, Learning.of(criterion, momentum, decay));
    }

    /**
     * Loads the engine and gives it {@code weights}.
     *
     * <p>Heads stand in the loss, with their weight, if their numbers are among {@code weights}.
     *
     * @throws Engines.EngineUnavailable if there is no engine for this machine
     * @throws IllegalArgumentException if a part is to be frozen that the network does not have
     */
    public BlockLearner(NetworkBlock block, Weights weights, Learning learning) {
        this.engine = Engines.open();
        this.learning = learning.checkedFor(block.network());
        this.block = block;
        this.heads = HeadBlock.of(weights.trains(block.network()));
        this.model = Model.newInstance(block.network().name(), Device.cpu(), engine.getEngineName());
        this.manager = model.getNDManager();
        this.store = new ParameterStore(manager, false);
        this.updater = new Updater(learning.rule(), learning.decay(), manager);
        try {
            begin(weights);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private void begin(Weights weights) {
        block.freeze(learning::freezes);
        block.initialize(manager);
        weights.withoutHeads(block.network()).into(block);
        heads.forEach(head -> head.begin(manager, learning, weights));
        named().forEach((name, parameter) -> {
            parameter.getArray().setRequiresGradient(parameter.requiresGradient());
            if (parameter.requiresGradient()) {
                trained.put(name, parameter.getArray());
            }
        });
    }

    @Override
    public Pending step(float[] images, float[] labels, int count, double rate) {
        var scope = manager.newSubManager();
        try {
            var output = learn(scope, images, labels, count);
            updater.update(trained, rate);
            return () -> read(scope, output);
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    private NDArray learn(NDManager scope, float[] images, float[] labels, int count) {
        var x = batch(scope, images, count);
        var y = scope.create(FloatBuffer.wrap(labels, 0, count), new ai.djl.ndarray.types.Shape(count));
        try (var gradients = engine.newGradientCollector()) {
            var values = block.forward(store, x, true);
            var output = block.output(x, values);
            var loss = learning.criterion().loss(output, y, learning.smoothing());
            for (HeadBlock head : heads) {
                loss = loss.add(head.loss(store, values, y, learning));
            }
            gradients.backward(loss);
            return output;
        }
    }

    private Map<String, Parameter> named() {
        var named = new LinkedHashMap<>(block.named());
        heads.forEach(head -> named.putAll(head.named()));
        return named;
    }

    /** {@return |g| of each trained parameter for one batch, as training would see it; nothing is changed but dropout's
     * random numbers} Statistics of a batch norm move, so ask a learner of its own. */
    Map<String, Double> gradientNorms(float[] images, float[] labels, int count) {
        try (var scope = manager.newSubManager()) {
            learn(scope, images, labels, count);
            var norms = new LinkedHashMap<String, Double>();
            trained.forEach((name, weight) -> {
                try (NDArray gradient = weight.getGradient()) {
                    norms.put(name, Weights.norm(gradient.toFloatArray()));
                }
            });
            return norms;
        }
    }

    /** Hands what each node writes for {@code count} images at test time to {@code work}, in the graph's order. */
    void forEachNode(float[] images, int count, BiConsumer<Graph.Node, float[]> work) {
        try (var scope = manager.newSubManager()) {
            block.forEachNode(
                    store, batch(scope, images, count), (node, array) -> work.accept(node, array.toFloatArray()));
        }
    }

    private NDArray batch(NDManager scope, float[] images, int count) {
        var input = block.network().input();
        int length = Math.toIntExact(count * input.size());
        return scope.create(FloatBuffer.wrap(images, 0, length), Sides.batch(count, input, false));
    }

    private static float[] read(NDManager scope, NDArray output) {
        try (scope) {
            return output.toFloatArray();
        }
    }

    @Override
    public float[] outputs(float[] images, int count) {
        var scope = manager.newSubManager();
        return read(
                scope,
                block.forward(store, new NDList(batch(scope, images, count)), false)
                        .singletonOrThrow());
    }

    @Override
    public Weights weights() {
        var values = new LinkedHashMap<String, float[]>();
        named().forEach((name, parameter) ->
                values.put(name, parameter.getArray().toFloatArray()));
        return new Weights(values);
    }

    @Override
    public LearnerState state() {
        return updater.state();
    }

    @Override
    public void restore(LearnerState state) {
        updater.restore(state, trained);
    }

    @Override
    public void seed(int seed) {
        engine.setRandomSeed(seed);
    }

    @Override
    public String engine() {
        return engine.getEngineName() + " " + engine.getVersion();
    }

    @Override
    public void close() {
        model.close();
    }
}
