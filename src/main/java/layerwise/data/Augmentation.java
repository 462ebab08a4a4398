package layerwise.data;

import java.util.List;
import java.util.stream.Collectors;
import layerwise.layers.Shape;

/**
 * What is done at random to every image each time it is learned from: distortions, one after the other.
 *
 * <pre>{@code
 * Augmentation.of(Distortion.paddedCrop(4), Distortion.flip())
 * }</pre>
 *
 * <p>It is done while a {@link Batch} is cut, in one step however many distortions there are; what an image becomes
 * depends on the seed, the epoch and its place in the dataset, never on thread or batch.
 *
 * @param distortions in the order in which an image goes through them
 */
public record Augmentation(List<Distortion> distortions) {
    /** Every image as it is. */
    public static final Augmentation NONE = of();

    /** Copies the list. */
    public Augmentation {
        distortions = List.copyOf(distortions);
    }

    /** {@return these distortions, one after the other} */
    public static Augmentation of(Distortion... distortions) {
        return new Augmentation(List.of(distortions));
    }

    /**
     * {@return how many different inputs one image becomes, 2,048 for AlexNet's crops and reflections: the product over
     * all distortions that have a number of ways} Distortions by real numbers (slants, colours) have none and count 1.
     */
    public long ways(Shape image, Shape input) {
        return distortions.stream()
                .mapToLong(distortion -> distortion.ways(image, input))
                .reduce(1, Math::multiplyExact);
    }

    /** {@return what is done, {@code cut at random, mirrored half of the time}; {@code nothing} where images stay as they are} */
    @Override
    public String toString() {
        return distortions.isEmpty()
                ? "nothing"
                : distortions.stream().map(Distortion::toString).collect(Collectors.joining(", "));
    }

    /** {@return whether images larger than the input are cut to it} */
    boolean crops() {
        return distortions.stream().anyMatch(Distortion::crops);
    }

    /** Refuses images without colour if colours are shifted. */
    void check(Dataset images) {
        if (images.shape().channels() != 3 && distortions.stream().anyMatch(Distortion.Colour.class::isInstance)) {
            throw new IllegalArgumentException(images.name() + ": expected images of 3 channels to shift their colours,"
                    + " got " + images.shape() + "; leave Distortion.colour out");
        }
    }

    /** Carries the view of one image through all distortions. */
    void distort(View view, Chance chance) {
        for (int i = 0; i < distortions.size(); i++) {
            distortions.get(i).distort(view, chance);
        }
    }
}
