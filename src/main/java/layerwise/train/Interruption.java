package layerwise.train;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A training was interrupted in the midst of an epoch; the epochs that were whole by then are a run. */
public final class Interruption extends CancellationException {
    private static final long serialVersionUID = 1;

    private final int epoch;
    private final transient Optional<Run> run;

    Interruption(String message, int epoch, Optional<Run> run) {
        super(message);
        this.epoch = epoch;
        this.run = run;
    }

    /** {@return the epoch that was not ended, counted from 1} */
    public int epoch() {
        return epoch;
    }

    /** {@return the run of the whole epochs, with the weights as the last of them left them; nothing where none was whole} */
    public Optional<Run> run() {
        return run;
    }
}
