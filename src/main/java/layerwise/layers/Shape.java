package layerwise.layers;

/**
 * channels × height × width: the activations of one image between two layers.
 *
 * <p>A vector of n units is n × 1 × 1, so a dense layer and a convolution whose window covers its whole input have the
 * same output, as C5 of LeNet-5 shows.
 *
 * @param channels the number of feature maps, or of units
 * @param height rows of each map
 * @param width columns of each map
 */
public record Shape(int channels, int height, int width) {

    /** Refuses a side below 1, and a shape with more activations than a {@code long} can count. */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape needs positive channels, height and width, got " + channels + "×" + height + "×" + width);
        }
        Count.product(channels, height, width);
    }

    /** {@return channels × height × width} */
    public static Shape of(int channels, int height, int width) {
        return new Shape(channels, height, width);
    }

    /** {@return units × 1 × 1} */
    public static Shape vector(int units) {
        return new Shape(units, 1, 1);
    }

    /** {@return channels · height · width, the number of activations} */
    public long size() {
        return Count.product(channels, height, width);
    }

    /** {@return height · width, the number of positions on one map} */
    public long area() {
        return Count.product(height, width);
    }

    /** {@return the shape as papers write it, {@code 16×5×5}} */
    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
