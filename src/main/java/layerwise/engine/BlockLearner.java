package layerwise.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.FloatBuffer;

/** Trains a {@link NetworkBlock} with stochastic gradient descent on any engine of DJL, operator by operator. */
public final class BlockLearner implements Learner {
    private final Engine engine;
    private final Criterion criterion;
    private final NetworkBlock block;
    private final Model model;
    private final Trainer trainer;
    private final NDManager manager;
    private float rate;

    /**
     * Loads the engine and gives it {@code weights}.
     *
     * @param momentum share of the last update that is added to this one
     * @param decay share of a weight that is added to its gradient
     * @throws Engines.EngineUnavailable if there is no engine for this machine
     */
    public BlockLearner(NetworkBlock block, Weights weights, Criterion criterion, double momentum, double decay) {
        this.engine = Engines.open();
        this.criterion = criterion;
        this.block = block;
        this.model = Model.newInstance(block.network().name(), Device.cpu(), engine.getEngineName());
        model.setBlock(block);
        this.trainer = model.newTrainer(config((float) momentum, (float) decay));
        this.manager = trainer.getManager();
        block.initialize(model.getNDManager());
        weights.into(block);
    }

    private DefaultTrainingConfig config(float momentum, float decay) {
        Tracker tracker = update -> rate;
        var sgd = Optimizer.sgd()
                .setLearningRateTracker(tracker)
                .optMomentum(momentum)
                .optWeightDecays(decay)
                .build();
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(sgd)
                .optDevices(new Device[] {Device.cpu()});
    }

    @Override
    public Pending step(float[] images, float[] labels, int count, double rate) {
        this.rate = (float) rate;
        var scope = manager.newSubManager();
        try {
            var output = learn(scope, images, labels, count);
            trainer.step();
            return () -> read(scope, output);
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    private NDArray learn(NDManager scope, float[] images, float[] labels, int count) {
        var x = batch(scope, images, count);
        var y = scope.create(FloatBuffer.wrap(labels, 0, count), new ai.djl.ndarray.types.Shape(count));
        try (var gradients = trainer.newGradientCollector()) {
            var output = trainer.forward(new NDList(x)).singletonOrThrow();
            gradients.backward(criterion.loss(output, y));
            return output;
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
                scope, trainer.evaluate(new NDList(batch(scope, images, count))).singletonOrThrow());
    }

    @Override
    public Weights weights() {
        return Weights.of(block);
    }

    @Override
    public String engine() {
        return engine.getEngineName() + " " + engine.getVersion();
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
