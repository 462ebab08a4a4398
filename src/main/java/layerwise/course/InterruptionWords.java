package layerwise.course;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import layerwise.train.Interruption;
import layerwise.train.Run;

/** The word for what a stopped training has learned; every cell can use it without an import. */
public final class InterruptionWords {
    private static final AtomicReference<Optional<Run>> LAST = new AtomicReference<>(Optional.empty());

    private InterruptionWords() {}

    /**
     * {@return the run of the training that was stopped last: its whole epochs, and the weights as the last of them left
     * them}
     *
     * @throws IllegalStateException if none was stopped after a whole epoch
     */
    public static Run interrupted() {
        return LAST.get()
                .orElseThrow(() -> new IllegalStateException(
                        "interrupted: expected a training that was stopped after a whole epoch, got none; a training that"
                                + " ends by itself is what train(…) returns"));
    }

    /** Keeps what a stopped training has learned, and says how to come by it; one without a whole epoch leaves the last. */
    static void keep(Interruption interruption) {
        interruption.run().ifPresent(run -> LAST.set(Optional.of(run)));
        System.out.println(sentence(interruption));
    }

    private static String sentence(Interruption interruption) {
        String stopped = "stopped in epoch " + interruption.epoch() + "; ";
        int whole = interruption.run().map(run -> run.history().epochs().size()).orElse(0);
        return switch (whole) {
            case 0 -> stopped + "no epoch was whole, so that there is no run";
            case 1 -> stopped + "interrupted() is the run of the whole epoch before it";
            default -> stopped + "interrupted() is the run of the " + whole + " whole epochs before it";
        };
    }
}
