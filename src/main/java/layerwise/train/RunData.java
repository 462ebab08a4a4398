package layerwise.train;

import layerwise.data.Dataset;
import layerwise.data.Split;

/**
 * What a run was trained and tested on, so that it can be found again.
 *
 * @param train the images to learn from
 * @param test the images to test on
 */
public record RunData(Images train, Images test) {

    /**
     * A set of images by name and content.
     *
     * @param name of the set
     * @param size images in it
     * @param sha256 of shape, labels and pixels
     */
    public record Images(String name, int size, String sha256) {
        static Images of(Dataset data) {
            return new Images(data.name(), data.size(), data.identity());
        }
    }

    static RunData of(Split split) {
        return new RunData(Images.of(split.train()), Images.of(split.test()));
    }
}
