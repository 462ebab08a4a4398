package layerwise.train;

import java.util.ArrayList;
import java.util.List;

/**
 * The epochs of a run, in order.
 *
 * @param epochs from the first to the last
 */
public record History(List<Epoch> epochs) {

    /** Before the first epoch. */
    public static final History EMPTY = new History(List.of());

    /** Copies the list. */
    public History {
        epochs = List.copyOf(epochs);
    }

    /** {@return this history and one more epoch} */
    History and(Epoch epoch) {
        var longer = new ArrayList<>(epochs);
        longer.add(epoch);
        return new History(longer);
    }

    /**
     * {@return the last epoch}
     *
     * @throws IllegalStateException before the first epoch has ended
     */
    public Epoch last() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("a history has a last epoch once one has ended, got none");
        }
        return epochs.get(epochs.size() - 1);
    }
}
