package layerwise.train;

import java.time.Duration;
import java.util.Optional;

/**
 * What ends training before its recipe does: budgets of a small machine, and patience.
 *
 * @param time of this run from its first step on
 * @param memory bytes that the process may have in memory
 * @param epochs that the history may have
 * @param patience epochs without a lower test loss
 */
public record Guards(
        Optional<Duration> time, Optional<Long> memory, Optional<Integer> epochs, Optional<Integer> patience) {

    /** No guards: training ends with its recipe. */
    public static final Guards NONE =
            new Guards(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses budgets of nothing. */
    public Guards {
        time.ifPresent(budget -> require(budget.toNanos() > 0, "time", "above 0", budget));
        memory.ifPresent(budget -> require(budget > 0, "memory", "above 0 bytes", budget));
        epochs.ifPresent(budget -> require(budget >= 1, "epochs", "at least 1", budget));
        patience.ifPresent(budget -> require(budget >= 1, "patience", "at least 1 epoch", budget));
    }

    private static void require(boolean holds, String word, String expected, Object got) {
        if (!holds) {
            throw new IllegalArgumentException("a guard's " + word + " is " + expected + ", got " + got);
        }
    }

    /** {@return these guards, and an end before an epoch that would outlast {@code budget}, or within the first} */
    public Guards time(Duration budget) {
        return new Guards(Optional.of(budget), memory, epochs, patience);
    }

    /** {@return these guards, and an end when the process has {@code bytes} in memory} */
    public Guards memory(long bytes) {
        return new Guards(time, Optional.of(bytes), epochs, patience);
    }

    /** {@return these guards, and an end after {@code most} epochs, whatever the recipe's schedule was made for} */
    public Guards epochs(int most) {
        return new Guards(time, memory, Optional.of(most), patience);
    }

    /** {@return these guards, and an end after {@code epochs} without a lower test loss} */
    public Guards patience(int epochs) {
        return new Guards(time, memory, this.epochs, Optional.of(epochs));
    }
}
