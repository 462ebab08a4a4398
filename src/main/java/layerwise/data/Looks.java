package layerwise.data;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import layerwise.layers.Given;
import layerwise.layers.Shape;

/** What a network is shown of one picture: distorted at random while it learns, cut out in fixed places when it is asked. */
public final class Looks {
    private static final int WHITE = 255;

    private Looks() {}

    /**
     * {@return {@code count} inputs that training would make of a picture, in passes 1 to {@code count} of this seed; colours
     * beyond black and white are cut off}
     *
     * @param input height × width, with the channels of the picture
     * @throws IllegalArgumentException if the picture is larger than the input and nothing cuts it, or has no colours to shift
     */
    public static List<Planes> distorted(Planes picture, Shape input, Augmentation augmentation, int count, long seed) {
        Given.value(
                augmentation,
                "what is done to " + Given.value(picture, "a picture").name());
        var images = images(picture);
        int[] order = {0};
        return IntStream.rangeClosed(1, count)
                .mapToObj(epoch -> shown(
                        picture, input, batch -> batch.fill(images, order, 0, 1, new Pass(seed, epoch, augmentation))))
                .toList();
    }

    /** {@return what a box of a picture becomes as an input} */
    public static Planes cut(Planes picture, Crop crop) {
        var images = images(Given.value(picture, "a picture"));
        int side = Given.value(crop, "a box of " + picture.name()).input();
        return shown(
                picture, Shape.of(picture.shape().channels(), side, side), batch -> batch.fill(images, 0, 1, crop));
    }

    private static Planes shown(Planes picture, Shape input, Consumer<Batch> filling) {
        var batch = Preparation.standard(input).batch(1);
        filling.accept(batch);
        var values = batch.images().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(1, values[i]));
        }
        return Planes.own(picture.name(), input, values);
    }

    private static Dataset images(Planes picture) {
        var values = picture.values();
        var pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) Math.round(WHITE * Math.max(0, Math.min(1, values[i])));
        }
        return Dataset.own(picture.name(), picture.shape(), List.of(picture.name()), new int[1], pixels);
    }
}
