package layerwise.train;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import layerwise.train.Ending.Cause;

/** Keeps an eye on the {@link Guards} of one run: time from now on, memory of this process. */
final class Watch {
    private final Guards guards;
    private final int epochs;
    private final LongSupplier clock;
    private final LongSupplier memory;
    private final long start;
    private long begun;
    private long longest;

    Watch(Guards guards, int epochs, LongSupplier clock, LongSupplier memory) {
        this.guards = guards;
        this.epochs = epochs;
        this.clock = clock;
        this.memory = memory;
        this.start = clock.getAsLong();
    }

    /** {@return why the next epoch is not to begin, if it is not} */
    Optional<Ending> beforeEpoch(History history) {
        begun = clock.getAsLong();
        int done = history.epochs().size();
        if (done >= epochs) {
            return end(Cause.RECIPE, "all " + epochs + " epochs of the recipe are done");
        }
        if (guards.epochs().filter(most -> done >= most).isPresent()) {
            return end(Cause.EPOCHS, "the budget of " + guards.epochs().get() + " epochs is used up");
        }
        return patience(history).or(() -> time(history));
    }

    private Optional<Ending> patience(History history) {
        int waited = history.sinceLeastTestLoss();
        return guards.patience().filter(most -> waited >= most).flatMap(most -> {
            Epoch best = history.epochs().get(history.epochs().size() - 1 - waited);
            return end(
                    Cause.PATIENCE,
                    String.format(
                            Locale.ROOT,
                            "the test loss has not been below %.4f, that of epoch %d, for %d epochs",
                            best.testLoss(),
                            best.number(),
                            waited));
        });
    }

    private Optional<Ending> time(History history) {
        long passed = begun - start;
        return guards.time()
                .filter(budget -> longest > 0 && passed + longest > budget.toNanos())
                .flatMap(budget -> end(
                        Cause.TIME,
                        "an epoch takes up to " + words(longest) + ", and of " + words(budget.toNanos()) + " "
                                + words(Math.max(0, budget.toNanos() - passed)) + " are left"));
    }

    /** An epoch has ended as a whole. */
    void afterEpoch() {
        longest = Math.max(longest, clock.getAsLong() - begun);
    }

    /** {@return why the epoch is not to go on after {@code images} images, if it is not} */
    Optional<Ending> afterStep(int epoch, int images) {
        String where = ", in epoch " + epoch + " after " + images + " images";
        if (guards.time()
                .filter(budget -> clock.getAsLong() - start > budget.toNanos())
                .isPresent()) {
            return end(Cause.TIME, words(guards.time().get().toNanos()) + " are over" + where);
        }
        return guards.memory().flatMap(most -> {
            long used = memory.getAsLong();
            return used <= most
                    ? Optional.empty()
                    : end(
                            Cause.MEMORY,
                            "the process has " + used / 1_000_000 + " MB in memory, " + most / 1_000_000
                                    + " MB are its budget" + where);
        });
    }

    private static Optional<Ending> end(Cause cause, String why) {
        return Optional.of(new Ending(cause, why));
    }

    private static String words(long nanos) {
        double seconds = nanos / 1e9;
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d min %02d s", (int) seconds / 60, (int) seconds % 60);
    }

    static Watch of(Guards guards, int epochs) {
        return new Watch(guards, epochs, System::nanoTime, Footprint::bytes);
    }
}
