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

    /**
     * Checks that {@code split} is this data.
     *
     * @throws IllegalArgumentException if it has other images, other labels, or another order
     */
    void check(Split split) {
        check("learn from", train, split.train());
        check("test on", test, split.test());
    }

    private static void check(String use, Images expected, Dataset got) {
        if (!expected.sha256().equals(got.identity())) {
            throw new IllegalArgumentException("expected to " + use + " " + expected.size() + " images of "
                    + expected.name() + " with the digest " + Subject.brief(expected.sha256()) + ", got " + got.size()
                    + " of " + got.name() + " with " + Subject.brief(got.identity())
                    + "; give the images that were trained with");
        }
    }
}
