package layerwise.train;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import layerwise.data.Batch;
import layerwise.data.Batches;
import layerwise.data.Dataset;
import layerwise.data.Pass;
import layerwise.data.Preparation;
import layerwise.data.Split;
import layerwise.engine.BlockLearner;
import layerwise.engine.Criterion;
import layerwise.engine.Learner;
import layerwise.engine.NetworkBlock;
import layerwise.network.Network;

/**
 * Trains a network on the first half of a split and tests it on the second after every epoch.
 *
 * <p>The same network, recipe, data and engine give the same run. Batches are cut from one contiguous array; the engine
 * is asked for nothing per image.
 */
public final class Training {
    /** A mean loss from which no training comes back; far above what a wild first step may cost. */
    private static final double HOPELESS = 1e9;

    private final Network network;
    private final Recipe recipe;
    private final Split data;
    private final Criterion criterion;
    private final Preparation preparation;
    private final int classes;

    private Training(Network network, Recipe recipe, Split data) {
        this.network = network;
        this.recipe = recipe;
        this.data = data;
        this.criterion = Criterion.of(network);
        this.preparation = new Preparation(network.input(), recipe.low(), recipe.high());
        this.classes = network.output().channels();
        preparation.check(data.train());
        preparation.check(data.test());
        checkClasses(data.train());
        checkClasses(data.test());
    }

    private void checkClasses(Dataset images) {
        if (network.output().area() != 1 || images.classes().size() > classes) {
            throw new IllegalArgumentException(network.name() + ": expected an output for each of the "
                    + images.classes().size() + " classes of " + images.name() + ", got an output of "
                    + network.output() + "; end the network in dense("
                    + images.classes().size() + ")");
        }
    }

    /**
     * {@return the trained network with the record of its training}
     *
     * @throws IllegalArgumentException if the images do not fit the network
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     * @throws IllegalStateException if the loss is no longer a number; the message says in which step
     * @throws CancellationException if the thread was interrupted
     */
    public static Run run(Network network, Recipe recipe, Split data, Progress progress) {
        return new Training(network, recipe, data).run(progress);
    }

    /** As {@link #run(Network, Recipe, Split, Progress)}, silently. */
    public static Run run(Network network, Recipe recipe, Split data) {
        return run(network, recipe, data, Progress.NONE);
    }

    private Run run(Progress progress) {
        var weights = InitialWeights.of(network, recipe.initialization(), recipe.seed());
        var block = new NetworkBlock(network);
        try (var learner = new BlockLearner(block, weights, criterion, recipe.momentum(), recipe.decay())) {
            var history = History.EMPTY;
            for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
                var learned = learn(learner, epoch, progress);
                var tested = test(learner, data.test());
                history = history.and(
                        new Epoch(epoch, learned.loss(), learned.accuracy(), tested.loss(), tested.accuracy()));
                progress.epoch(history, () -> classifier(learner));
            }
            return new Run(classifier(learner), recipe, RunData.of(data), learner.engine(), history);
        }
    }

    private Classifier classifier(Learner learner) {
        return new Classifier(
                network, learner.weights(), preparation, data.train().classes());
    }

    private Tally learn(Learner learner, int epoch, Progress progress) {
        var tally = new Tally(criterion, classes);
        Runnable behind = () -> {};
        try (var batches = Batches.of(data.train(), preparation, recipe.batch(), Pass.plain(recipe.seed(), epoch))) {
            int steps = batches.count();
            int step = 0;
            for (Batch batch : batches) {
                double rate = recipe.rate((epoch - 1L) * steps + step, (long) recipe.epochs() * steps);
                var pending = learner.step(batch.images(), batch.labels(), batch.size(), rate);
                behind.run(); // the step before this one: while the engine works, its outputs are read
                var labels = Arrays.copyOf(batch.labels(), batch.size());
                int number = ++step;
                behind = () -> {
                    tally.add(pending.outputs(), labels);
                    watch(tally, epoch, number);
                    progress.step(new Progress.Step(
                            epoch, recipe.epochs(), tally.images(), batches.images(), tally.loss(), tally.accuracy()));
                };
            }
            behind.run();
        }
        return tally;
    }

    private void watch(Tally tally, int epoch, int step) {
        if (!(tally.loss() < HOPELESS)) {
            throw new IllegalStateException(network.name() + ": training diverged in epoch " + epoch + ", step " + step
                    + ": the loss is " + tally.loss() + "; use a learning rate below " + recipe.rate());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(
                    network.name() + ": training was interrupted in epoch " + epoch + ", step " + step);
        }
    }

    private Tally test(Learner learner, Dataset images) {
        var tally = new Tally(criterion, classes);
        Classifier.forEachBatch(
                images, preparation, batch -> tally.add(learner.outputs(batch.images(), batch.size()), batch.labels()));
        return tally;
    }
}
