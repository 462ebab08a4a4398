package layerwise.train;

import layerwise.data.Split;

/**
 * A trained network, and the record of its training.
 *
 * @param classifier the trained network
 * @param record what was trained, how, on what, by what, and how it went
 */
public record Run(Classifier classifier, RunRecord record) implements Recorded {

    /** {@return every epoch} */
    public History history() {
        return record.history();
    }

    /** {@return how it was trained} */
    public Recipe recipe() {
        return record.recipe();
    }

    /** {@return what it was trained and tested on} */
    public RunData data() {
        return record.data();
    }

    /** {@return name and version of what did the arithmetic} */
    public String engine() {
        return record.versions().engine();
    }

    /** {@return share of the test images answered rightly after the last epoch} */
    public double accuracy() {
        return record.accuracy();
    }

    /**
     * {@return this run, trained again}
     *
     * @throws IllegalArgumentException if {@code images} are not those it was trained with
     */
    public Run again(Split images) {
        return record.again(classifier.network(), images).run();
    }

    /** {@return a line, as {@link RunRecord#toString} has it} */
    @Override
    public String toString() {
        return record.toString();
    }
}
