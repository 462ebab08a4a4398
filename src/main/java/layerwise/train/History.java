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

    /** {@return this history, in which only the last epoch still says how each class was answered and how surely} */
    public History brief() {
        var brief = new ArrayList<>(epochs);
        brief.subList(0, Math.max(0, brief.size() - 1)).replaceAll(Epoch::brief);
        return new History(brief);
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

    /** {@return epochs after that with the least test loss, the first of equals; 0 before the first has ended} */
    int sinceLeastTestLoss() {
        int best = 0;
        for (int i = 1; i < epochs.size(); i++) {
            best = epochs.get(i).testLoss() < epochs.get(best).testLoss() ? i : best;
        }
        return Math.max(0, epochs.size() - 1 - best);
    }
}
