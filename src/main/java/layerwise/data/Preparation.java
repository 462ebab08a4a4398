package layerwise.data;

import layerwise.layers.Shape;

/**
 * How images become a network's input: centred on background (0) to its shape, then low + p · (high − low) / 255.
 *
 * @param input channels × height × width that the network expects
 * @param low what pixel 0 becomes
 * @param high what pixel 255 becomes
 */
public record Preparation(Shape input, float low, float high) {

    /**
     * Refuses levels that are not two different numbers.
     *
     * @throws IllegalArgumentException if low or high is not finite, or both are equal
     */
    public Preparation {
        if (!Float.isFinite(low) || !Float.isFinite(high) || low == high) {
            throw new IllegalArgumentException("preparation for " + input
                    + ": expected two different finite levels for pixels 0 and 255, got " + low + " and " + high);
        }
    }

    /** {@return pixels 0 … 255 as 0 … 1} */
    public static Preparation standard(Shape input) {
        return new Preparation(input, 0, 1);
    }

    /**
     * {@return pixels 0 … 255 as −0.1 … 1.175, which brings the mean near 0} LeCun, Bottou, Bengio and Haffner, 1998,
     * section II.B, who add that the variance is roughly 1; of our digits it is 0.15. Their background is white, here
     * it is 0.
     */
    public static Preparation lecun(Shape input) {
        return new Preparation(input, -0.1f, 1.175f);
    }

    /**
     * {@return an empty batch for up to {@code capacity} images, to be filled again and again}
     *
     * @throws IllegalArgumentException if the capacity is below 1, or beyond what one array can hold
     */
    public Batch batch(int capacity) {
        if (capacity < 1 || capacity > Dataset.most(input)) {
            throw new IllegalArgumentException(
                    "batch of " + input + ": expected a capacity of 1 to " + Dataset.most(input) + ", got " + capacity);
        }
        return new Batch(this, capacity);
    }

    /**
     * Checks that these images can become this input; training asks before it begins.
     *
     * @throws IllegalArgumentException if they have other channels or are larger
     */
    public void check(Dataset data) {
        checkChannels(data);
        Shape image = data.shape();
        if (image.height() > input.height() || image.width() > input.width()) {
            throw new IllegalArgumentException(data.name() + ": expected images no larger than the input " + input
                    + ", got " + image + "; give the network an input of at least " + image);
        }
    }

    /**
     * As {@link #check(Dataset)}, where images are distorted: larger ones may be cut to the input.
     *
     * @throws IllegalArgumentException also if colours are shifted and there are none
     */
    public void check(Dataset data, Augmentation augmentation) {
        augmentation.check(data);
        if (augmentation.crops()) {
            checkChannels(data);
        } else {
            check(data);
        }
    }

    /** As {@link #check(Dataset)}, of any height and width. */
    void checkChannels(Dataset data) {
        Shape image = data.shape();
        if (image.channels() != input.channels()) {
            throw new IllegalArgumentException(data.name() + ": expected images of " + input.channels()
                    + channels(input) + " for the input " + input + ", got " + image + "; give the network an input of "
                    + image.channels() + channels(image));
        }
    }

    /** {@return what each of the pixels 0 … 255 becomes, rounded once} */
    float[] levels() {
        float[] levels = new float[256];
        for (int p = 0; p < levels.length; p++) {
            levels[p] = (float) (low + p * ((double) high - low) / 255);
        }
        return levels;
    }

    private static String channels(Shape shape) {
        return shape.channels() == 1 ? " channel" : " channels";
    }
}
