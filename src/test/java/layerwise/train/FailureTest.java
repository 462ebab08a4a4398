package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import layerwise.engine.BlockLearner;
import layerwise.engine.Learner;
import layerwise.engine.LearnerState;
import layerwise.engine.Learners;
import layerwise.engine.NetworkBlock;
import layerwise.engine.Parallel;
import layerwise.engine.SymbolLearner;
import layerwise.engine.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trainings that fail in the midst of a step give everything back, keep the last whole epoch, and disturb no other. */
class FailureTest {
    private static final int STEPS = 10; // of an epoch
    private static final int FATAL = 25;
    private static final Recipe RECIPE = Nets.quick().epochs(4);
    private static final Parallel TWO = new Parallel(2, 1);

    @TempDir
    private Path folder;

    private int opened;
    private int closed;

    /** Where it goes wrong. */
    enum Fault {
        /** Before the engine is asked. */
        BEFORE,
        /** When the first half of the batch is under way: there are no images for the second. */
        BETWEEN,
        /** When the outputs are asked for. */
        AFTER
    }

    /** Does what another learner does, but for one step. */
    private final class Faulty implements Learner {
        private final Learner learner;
        private final Fault fault;
        private int steps;

        Faulty(Learner learner, Fault fault) {
            this.learner = learner;
            this.fault = fault;
            opened++;
        }

        @Override
        public Pending step(float[] images, float[] labels, int count, double rate) {
            if (++steps != FATAL) {
                return learner.step(images, labels, count, rate);
            }
            return switch (fault) {
                case BEFORE -> throw new IndexOutOfBoundsException("before");
                case BETWEEN -> learner.step(Arrays.copyOf(images, images.length / 2), labels, count, rate);
                case AFTER -> {
                    learner.step(images, labels, count, rate);
                    yield () -> {
                        throw new IndexOutOfBoundsException("after");
                    };
                }
            };
        }

        @Override
        public float[] outputs(float[] images, int count) {
            return learner.outputs(images, count);
        }

        @Override
        public Weights weights() {
            return learner.weights();
        }

        @Override
        public LearnerState state() {
            return learner.state();
        }

        @Override
        public void restore(LearnerState state) {
            learner.restore(state);
        }

        @Override
        public void seed(int seed) {
            learner.seed(seed);
        }

        @Override
        public String engine() {
            return learner.engine();
        }

        @Override
        public void close() {
            closed++;
            learner.close();
        }
    }

    private void run(Training training, TrainingLoop.Opening opening, Fault fault) {
        training.run((network, weights, learning, parallel) ->
                new Faulty(opening.open(network, weights, learning, parallel), fault));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aStepThatFailsOnTheGraphLeavesTheLastWholeEpoch(Fault fault) throws IOException {
        var file = folder.resolve("net");
        var whole = folder.resolve("whole");
        Training.of(Nets.small(), RECIPE, Nets.FEW).spread(TWO).saving(whole).run();
        var training = Training.of(Nets.small(), RECIPE, Nets.FEW).spread(TWO).saving(file);
        assertThatThrownBy(() -> run(training, SymbolLearner::new, fault))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertGivenBack();
        var rest = Training.resumed(Nets.small(), Nets.FEW, file, said -> {});
        assertThat(rest.done()).isEqualTo(FATAL / STEPS);
        rest.run();
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(whole));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aStepThatFailsOnBlocksDoesNotDisturbTheNextTraining(Fault fault) {
        TrainingLoop.Opening blocks = (network, weights, learning, parallel) ->
                new BlockLearner(new NetworkBlock(network), weights, learning);
        var training = Training.of(Nets.small(), RECIPE, Nets.FEW);
        var before = Training.run(Nets.small(), RECIPE, Nets.FEW).history();
        assertThatThrownBy(() -> run(training, blocks, fault)).isInstanceOf(IndexOutOfBoundsException.class);
        assertGivenBack();
        assertThat(Training.run(Nets.small(), RECIPE, Nets.FEW).history()).isEqualTo(before);
    }

    @Test
    void anInterruptInTheMidstGivesEverythingBack() {
        var training = Training.of(Nets.small(), RECIPE, Nets.FEW).heardBy(interrupting(2));
        assertThatThrownBy(() -> run(training, SymbolLearner::new, Fault.BEFORE))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertGivenBack();
    }

    @Test
    void anInterruptionOnTheGraphHasTheRunOfItsWholeEpochs() {
        assertTheWholeEpochsAreARun(SymbolLearner::new);
    }

    @Test
    void anInterruptionOnBlocksHasTheRunOfItsWholeEpochs() {
        assertTheWholeEpochsAreARun((network, weights, learning, parallel) ->
                new BlockLearner(new NetworkBlock(network), weights, learning));
    }

    private static void assertTheWholeEpochsAreARun(TrainingLoop.Opening opening) {
        var shorter = Training.of(Nets.small(), RECIPE.epochs(4), Nets.FEW)
                .guarded(Guards.NONE.epochs(2))
                .run(opening);
        var interruption = interruption(opening, 3);
        assertThat(interruption.epoch()).isEqualTo(3);
        var run = interruption.run().orElseThrow();
        assertThat(run.history()).isEqualTo(shorter.history());
        assertThat(Subject.digest(run.classifier().weights()))
                .isEqualTo(Subject.digest(shorter.classifier().weights()));
        assertThat(run.classifier().evaluate(Nets.FEW.test()).top1()).isEqualTo(run.accuracy());
        assertThat(run.record().ending())
                .isEqualTo(new Ending(Ending.Cause.INTERRUPTED, "it was interrupted in epoch 3, step 5"));
    }

    @Test
    void anInterruptionInTheFirstEpochHasNoRun() {
        assertThat(interruption(SymbolLearner::new, 1).run()).isEmpty();
    }

    @Test
    void aRunThatWasInterruptedIsTrainedAgainToItsLastWholeEpoch() {
        var run = interruption(SymbolLearner::new, 2).run().orElseThrow();
        assertThat(run.again(Nets.FEW).history()).isEqualTo(run.history());
    }

    @Test
    void aTrainingThatGoesOnIsInterruptedWithTheEpochsThatWereThereBefore() throws IOException {
        var file = folder.resolve("net");
        Training.of(Nets.small(), RECIPE, Nets.FEW)
                .guarded(Guards.NONE.epochs(2))
                .saving(file)
                .run();
        var saved = Checkpoint.load(file, Nets.small());
        var rest = Training.resumed(Nets.small(), Nets.FEW, file, said -> {}).heardBy(interrupting(3));
        var run = interruption(rest, Learners::open).run().orElseThrow();
        assertThat(run.history().epochs()).hasSize(2);
        assertThat(Subject.digest(run.classifier().weights())).isEqualTo(Subject.digest(saved.weights()));
    }

    private static Interruption interruption(TrainingLoop.Opening opening, int epoch) {
        return interruption(Training.of(Nets.small(), RECIPE, Nets.FEW).heardBy(interrupting(epoch)), opening);
    }

    private static Interruption interruption(Training training, TrainingLoop.Opening opening) {
        var interruption = catchThrowableOfType(Interruption.class, () -> training.run(opening));
        assertThat(Thread.interrupted()).isTrue();
        return interruption;
    }

    private static Progress interrupting(int epoch) {
        return new Progress() {
            @Override
            public void step(Step step) {
                if (step.epoch() == epoch && step.images() > 100) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void epoch(History history, Supplier<Classifier> classifier) {}
        };
    }

    private void assertGivenBack() {
        assertThat(opened).isEqualTo(1);
        assertThat(closed).isEqualTo(1);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("layerwise-batches");
    }
}
