package layerwise.data;

import layerwise.layers.Shape;

/**
 * The weights of one filter made by hand: a plane of height × width for each channel that it reads, or one for all.
 *
 * <p>{@link #vertical} is full where a vertical line is; a network learns such numbers itself.
 */
public final class Filter {
    private final Planes weights;

    private Filter(Planes weights) {
        this.weights = weights;
    }

    /**
     * {@return a filter of these rows, which reads every channel with the same weights}
     *
     * @throws IllegalArgumentException if it is empty, or its rows differ in length
     */
    public static Filter of(String name, double[]... rows) {
        var matrix = Planes.matrix(rows);
        return new Filter(Planes.of(name, matrix.shape(), matrix.values()));
    }

    /**
     * {@return a filter that reads each channel with weights of its own}
     *
     * @param weights channel by channel, row by row
     * @throws IllegalArgumentException if they are not C·h·w
     */
    public static Filter of(String name, Shape shape, float... weights) {
        return new Filter(Planes.of(name, shape, weights));
    }

    /** {@return size × size zeros with a middle column of ones: it answers to vertical lines} */
    public static Filter vertical(int size) {
        return line("vertical line", size, true);
    }

    /** {@return size × size zeros with a middle row of ones: it answers to horizontal lines} */
    public static Filter horizontal(int size) {
        return line("horizontal line", size, false);
    }

    private static Filter line(String name, int size, boolean upright) {
        var rows = square(name, size);
        for (int i = 0; i < size; i++) {
            rows[upright ? i : size / 2][upright ? size / 2 : i] = 1;
        }
        return of(name, rows);
    }

    private static double[][] square(String name, int size) {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException(
                    name + ": expected an odd size of at least 1, so that it has a middle, got " + size);
        }
        return new double[size][size];
    }

    /** {@return right minus left, the middle row twice: it answers to vertical edges (Sobel and Feldman 1968)} */
    public static Filter sobelVertical() {
        return of("Sobel, vertical edges", new double[][] {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}});
    }

    /** {@return below minus above, the middle column twice: it answers to horizontal edges (Sobel and Feldman 1968)} */
    public static Filter sobelHorizontal() {
        return of("Sobel, horizontal edges", new double[][] {{-1, -2, -1}, {0, 0, 0}, {1, 2, 1}});
    }

    /** {@return the mean of size × size: it blurs} */
    public static Filter blur(int size) {
        var rows = square("blur", size);
        for (double[] row : rows) {
            java.util.Arrays.fill(row, 1.0 / (size * size));
        }
        return of("blur", rows);
    }

    /** {@return five times the middle minus its four neighbours: it sharpens} */
    public static Filter sharpen() {
        return of("sharpen", new double[][] {{0, -1, 0}, {-1, 5, -1}, {0, -1, 0}});
    }

    /** {@return what it is called} */
    public String name() {
        return weights.name();
    }

    /** {@return channels × height × width of its weights; one channel stands for as many as it is asked to read} */
    public Shape shape() {
        return weights.shape();
    }

    /** {@return the weights as a picture} */
    public Planes weights() {
        return weights;
    }

    /** {@return the weight for channel {@code c} at row {@code u}, column {@code v}} */
    public float at(int c, int u, int v) {
        return weights.at(shape().channels() == 1 ? 0 : c, u, v);
    }

    /**
     * {@return the weights for as many channels, in the order in which a convolution keeps them}
     *
     * @throws IllegalArgumentException if this filter has weights for another number of channels
     */
    public float[] weights(int channels) {
        if (shape().channels() != 1 && shape().channels() != channels) {
            throw new IllegalArgumentException(name() + ": expected a picture of "
                    + shape().channels() + " channels, as the filter " + shape() + " reads, got " + channels
                    + "; give the filter one plane, or one for each channel");
        }
        int area = (int) shape().area();
        var all = new float[channels * area];
        for (int i = 0; i < all.length; i++) {
            all[i] = at(i / area, i % area / shape().width(), i % shape().width());
        }
        return all;
    }

    /** {@return name and shape} */
    @Override
    public String toString() {
        return weights.toString();
    }
}
