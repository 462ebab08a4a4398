package layerwise.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import layerwise.data.Batch;
import layerwise.data.Batches;
import layerwise.data.Preparation;
import layerwise.engine.Criterion;
import layerwise.engine.Learner;
import layerwise.engine.LearnerState;
import layerwise.engine.Learning;
import layerwise.engine.Parallel;
import layerwise.engine.Weights;
import layerwise.network.Network;

/**
 * One training, under way: learns from every image once an epoch, then tests, then saves.
 *
 * <p>Batches are cut from one contiguous array; the engine is asked for nothing per image.
 */
final class TrainingLoop implements AutoCloseable {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final Training training;
    private final Network trained;
    private final Recipe recipe;
    private final Criterion criterion;
    private final Learning learning;
    private final Preparation preparation;
    private final int classes;
    private final Subject subject;
    private final RunData data;
    private final Watch watch;
    private final Learner learner;
    private final long start = System.nanoTime();
    private History history;
    private Optional<Classifier> whole = Optional.empty();
    private Optional<Ending> ending = Optional.empty();

    /** How a learner is opened. */
    @FunctionalInterface
    interface Opening {
        Learner open(Network network, Weights weights, Learning learning, Parallel parallel);
    }

    TrainingLoop(Training training, Opening opening) {
        this.training = training;
        this.recipe = training.recipe();
        this.trained = training.trained();
        this.criterion = Criterion.of(trained);
        this.learning = recipe.learning(trained);
        this.preparation = new Preparation(trained.input(), recipe.low(), recipe.high());
        this.classes = trained.output().channels();
        this.subject = Subject.of(training.network());
        this.data = RunData.of(training.data());
        this.history = training.history();
        this.learner = learner(opening);
        this.watch = Watch.of(training.guards(), recipe.epochs());
        this.whole = training.start().map(from -> classifier());
    }

    private Learner learner(Opening opening) {
        var learner = opening.open(trained, training.begin(trained), learning, training.parallel());
        try {
            training.start().map(Checkpoint.Resumption::state).ifPresent(learner::restore);
            return learner;
        } catch (RuntimeException e) {
            learner.close();
            throw e;
        }
    }

    Run run() {
        while (ending.isEmpty()) {
            ending = watch.beforeEpoch(history);
            if (ending.isEmpty()) {
                epoch(history.epochs().size() + 1);
            }
        }
        return new Run(whole.orElseGet(this::classifier), record(ending.get()));
    }

    private RunRecord record(Ending why) {
        var names = training.data().train().classes();
        return new RunRecord(
                subject,
                recipe,
                data,
                training.first(),
                Optional.of(training.parallel()),
                names,
                Versions.of(learner.engine()),
                why,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                (System.nanoTime() - start) / 1e9,
                history);
    }

    private void epoch(int number) {
        var images = new layerwise.data.Pass(recipe.seed(), number, recipe.augmentation());
        try (var batches = Batches.of(training.data().train(), preparation, recipe.batch(), images)) {
            epoch(new Pass(number, batches));
        }
    }

    private void epoch(Pass pass) {
        pass.learn();
        var learned = pass.tally;
        var tested = test();
        pass.check("test loss", tested.loss());
        history = history.and(new Epoch(
                pass.epoch,
                learned.images(),
                pass.rate(0),
                learned.loss(),
                learned.accuracy(),
                learned.top5(),
                tested,
                pass.layers));
        var weights = learner.weights();
        var now = classifier(weights);
        whole = Optional.of(now);
        if (ending.isEmpty()) {
            watch.afterEpoch();
            training.file().ifPresent(file -> save(now, weights, file));
        }
        training.progress().epoch(history, () -> now);
    }

    /** Only whole epochs are saved: what a budget cut short is learned again. */
    private void save(Classifier now, Weights weights, Path file) {
        LearnerState state = learner.state();
        var position = new Checkpoint.Position(
                subject, recipe, data, training.first(), state.updates(), history, training.parallel());
        try {
            Checkpoint.save(now, weights, position, state, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Classifier classifier() {
        return classifier(learner.weights());
    }

    private Classifier classifier(Weights weights) {
        return new Classifier(
                training.network(),
                weights,
                preparation,
                training.data().train().classes());
    }

    private Evaluation test() {
        var tally = new Tally(criterion, classes);
        Classifier.forEachBatch(
                training.data().test(),
                preparation,
                batch -> tally.add(learner.outputs(batch.images(), batch.size()), batch.labels()));
        return tally.evaluation();
    }

    @Override
    public void close() {
        learner.close();
    }

    /** One pass over the training images. */
    private final class Pass {
        private final int epoch;
        private final Batches batches;
        private final Tally tally = new Tally(criterion, classes);
        private List<LayerMeasure> layers = List.of();
        private Optional<Batch> last = Optional.empty();
        private int done;

        Pass(int epoch, Batches batches) {
            this.epoch = epoch;
            this.batches = batches;
        }

        void learn() {
            Runnable behind = () -> {};
            int step = 0;
            for (Batch batch : batches) {
                if (step == 0) {
                    begin(batch);
                }
                var pending = learner.step(batch.images(), batch.labels(), batch.size(), rate(step));
                behind.run(); // the step before this one: while the engine works, its outputs are read
                var labels = Arrays.copyOf(batch.labels(), batch.size());
                int number = ++step;
                behind = () -> {
                    tally.add(pending.outputs(), labels);
                    after(number, batch);
                };
                if (ending.isPresent()) {
                    break;
                }
            }
            behind.run();
        }

        /** How each layer takes the first step is measured on learners of its own, so that training is the same without. */
        private void begin(Batch batch) {
            if (training.isMeasured()) {
                seed();
                layers = new Measuring(trained, learning, learner).layers(batch, rate(0));
            }
            seed();
        }

        /** Dropout's numbers depend on recipe and epoch alone, from here on. */
        private void seed() {
            learner.seed((int) ((recipe.seed() * ODD + epoch) >>> 33));
        }

        double rate(int step) {
            long steps = batches.count();
            return recipe.rate(
                    new Schedule.Moment((epoch - 1) * steps + step, recipe.epochs() * steps, recipe.epochs(), history));
        }

        private void after(int step, Batch batch) {
            done = step;
            last = Optional.of(batch);
            check("loss", tally.loss());
            if (Thread.currentThread().isInterrupted()) {
                throw interruption(step);
            }
            ending = ending.or(() -> watch.afterStep(epoch, tally.images()));
            training.progress()
                    .step(new Progress.Step(
                            epoch, recipe.epochs(), tally.images(), batches.images(), tally.loss(), tally.accuracy()));
        }

        /** What was learned in this epoch is let go, so that history and weights tell of the same epoch. */
        private Interruption interruption(int step) {
            var why = new Ending(Ending.Cause.INTERRUPTED, "it was interrupted in epoch " + epoch + ", step " + step);
            return new Interruption(
                    trained.name() + ": training was interrupted in epoch " + epoch + ", step " + step,
                    epoch,
                    whole.map(classifier -> new Run(classifier, record(why))));
        }

        /** Ends training that no longer is any. */
        void check(String what, double loss) {
            if (Divergence.hopeless(loss)) {
                throw new Divergence(training, epoch, done, what, loss).found(learner.weights(), last.orElseThrow());
            }
        }
    }
}
