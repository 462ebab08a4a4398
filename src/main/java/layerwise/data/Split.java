package layerwise.data;

/**
 * What a network learns from and what it is tested on.
 *
 * @param train images that training sees
 * @param test images that it never sees
 */
public record Split(Dataset train, Dataset test) {

    /**
     * {@return the first {@code train} images to learn from, all others to test on}
     *
     * @throws IllegalArgumentException if either side would be empty
     */
    public static Split of(Dataset data, int train) {
        if (train < 1 || train >= data.size()) {
            throw new IllegalArgumentException(data.name() + ": asked to train on " + train + " of " + data.size()
                    + " images and test on the others; leave at least one for each");
        }
        return new Split(data.first(train), data.last(data.size() - train));
    }
}
