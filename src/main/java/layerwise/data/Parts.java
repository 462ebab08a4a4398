package layerwise.data;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a folder holds of a published dataset: the part to train on, the part to test on, or one of them.
 *
 * @param train the training part, where there is one
 * @param test the test part, where there is one
 */
public record Parts(Optional<Dataset> train, Optional<Dataset> test) {

    /**
     * Refuses nothing at all.
     *
     * @throws IllegalArgumentException if both parts are absent
     */
    public Parts {
        if (train.isEmpty() && test.isEmpty()) {
            throw new IllegalArgumentException("parts of a dataset: expected train, test or both, got neither");
        }
    }

    /** {@return both parts as published; of a single part, the first four fifths to train on and the rest to test on} */
    public Split split() {
        return both().orElseGet(() -> Split.of(single(), single().size() * 4 / 5));
    }

    /**
     * {@return the first {@code count} images to train on, and the published test part; of a single part, the rest of it}
     *
     * @throws IllegalArgumentException if there are fewer, or none would be left to test on
     */
    public Split split(int count) {
        return both().map(split -> new Split(split.train().first(count), split.test()))
                .orElseGet(() -> Split.of(single(), count));
    }

    private Optional<Split> both() {
        return train.flatMap(known -> test.map(unseen -> new Split(known, unseen)));
    }

    private Dataset single() {
        return Stream.concat(train.stream(), test.stream()).findFirst().orElseThrow();
    }
}
