package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import layerwise.train.Ending.Cause;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final long SECOND = 1_000_000_000;

    private long now;
    private long memory;

    private Watch watch(Guards guards) {
        return new Watch(guards, 10, () -> now, () -> memory);
    }

    private static History history(double... testLosses) {
        var history = History.EMPTY;
        for (double loss : testLosses) {
            var tested = new Evaluation(1, loss, 0, 0, 10, List.of(), new Calibration(List.of()));
            history = history.and(new Epoch(history.epochs().size() + 1, 1, 1, loss, 0, 0, tested, List.of()));
        }
        return history;
    }

    @Test
    void withoutGuardsTheRecipeEndsIt() {
        var watch = watch(Guards.NONE);
        assertThat(watch.beforeEpoch(history(9, 8, 7))).isEmpty();
        assertThat(watch.afterStep(1, 5)).isEmpty();
        assertThat(watch.beforeEpoch(history(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .contains(new Ending(Cause.RECIPE, "all 10 epochs of the recipe are done"));
    }

    @Test
    void anEpochThatWouldOutlastTheTimeIsNotBegun() {
        var watch = watch(Guards.NONE.time(Duration.ofSeconds(100)));
        assertThat(watch.beforeEpoch(history())).isEmpty();
        now += 40 * SECOND;
        watch.afterEpoch();
        assertThat(watch.beforeEpoch(history(2))).isEmpty();
        now += 30 * SECOND;
        watch.afterEpoch();
        assertThat(watch.beforeEpoch(history(2, 1)))
                .contains(new Ending(Cause.TIME, "an epoch takes up to 40.0 s, and of 1 min 40 s 30.0 s are left"));
    }

    @Test
    void timeEndsAnEpochThatIsUnderWay() {
        var watch = watch(Guards.NONE.time(Duration.ofMillis(1500)));
        watch.beforeEpoch(history());
        assertThat(watch.afterStep(1, 64)).isEmpty();
        now += 2 * SECOND;
        assertThat(watch.afterStep(1, 128))
                .contains(new Ending(Cause.TIME, "1.5 s are over, in epoch 1 after 128 images"));
    }

    @Test
    void memoryEndsIt() {
        var watch = watch(Guards.NONE.memory(500_000_000));
        memory = 500_000_000;
        assertThat(watch.afterStep(2, 64)).isEmpty();
        memory = 501_000_000;
        assertThat(watch.afterStep(2, 128))
                .contains(new Ending(
                        Cause.MEMORY,
                        "the process has 501 MB in memory, 500 MB are its budget, in epoch 2 after 128 images"));
    }

    @Test
    void patienceEndsItAfterEpochsWithoutALowerTestLoss() {
        var watch = watch(Guards.NONE.patience(2));
        assertThat(watch.beforeEpoch(history(1, 0.5, 0.6))).isEmpty();
        assertThat(watch.beforeEpoch(history(1, 0.5, 0.6, 0.5)))
                .contains(new Ending(
                        Cause.PATIENCE, "the test loss has not been below 0.5000, that of epoch 2, for 2 epochs"));
    }

    @Test
    void epochsMayBeFewerThanTheRecipes() {
        var watch = watch(Guards.NONE.epochs(3));
        assertThat(watch.beforeEpoch(history(3, 2))).isEmpty();
        assertThat(watch.beforeEpoch(history(3, 2, 1)))
                .contains(new Ending(Cause.EPOCHS, "the budget of 3 epochs is used up"));
    }

    @Test
    void theProcessHasSomethingInMemory() {
        assertThat(Footprint.bytes()).isGreaterThan(10_000_000);
    }

    @Test
    void budgetsOfNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.NONE.time(Duration.ZERO))
                .withMessage("a guard's time is above 0, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.NONE.memory(0))
                .withMessage("a guard's memory is above 0 bytes, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.NONE.epochs(0))
                .withMessage("a guard's epochs is at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.NONE.patience(0))
                .withMessage("a guard's patience is at least 1 epoch, got 0");
    }
}
