package layerwise.data;

import java.util.Arrays;
import java.util.List;
import layerwise.layers.Shape;

/**
 * N labelled images of one shape, unsigned bytes 0 … 255 in one array, N × C × H × W; it never changes.
 *
 * <p>{@link #range}, {@link #first} and {@link #last} are views: they share the array. A {@link Batch} is cut from it
 * without touching single images.
 */
public final class Dataset {
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final String name;
    private final Shape shape;
    private final List<String> classes;
    private final int[] labels;
    private final byte[] pixels;
    private final int from;
    private final int size;

    private Dataset(String name, Shape shape, List<String> classes, int[] labels, byte[] pixels, int from, int size) {
        this.name = name;
        this.shape = shape;
        this.classes = classes;
        this.labels = labels;
        this.pixels = pixels;
        this.from = from;
        this.size = size;
    }

    /**
     * {@return images of this shape with their labels, 0 to classes − 1} Both arrays are copied.
     *
     * @throws IllegalArgumentException if the pixels are not as many as labels · C·H·W, or a label has no class
     */
    public static Dataset of(String name, Shape shape, List<String> classes, int[] labels, byte[] pixels) {
        return own(name, shape, List.copyOf(classes), labels.clone(), pixels.clone());
    }

    /** As {@link #of}, keeping the arrays: for readers that have just filled them and let them go. */
    static Dataset own(String name, Shape shape, List<String> classes, int[] labels, byte[] pixels) {
        if (pixels.length != labels.length * shape.size()) {
            throw new IllegalArgumentException(name + ": " + labels.length + " labels and images of " + shape + " need "
                    + labels.length * shape.size() + " pixels, got " + pixels.length);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new IllegalArgumentException(name + ": expected labels of 0 to " + (classes.size() - 1) + ", got "
                        + labels[i] + " at index " + i);
            }
        }
        return new Dataset(name, shape, classes, labels, pixels, 0, labels.length);
    }

    /** {@return how many images of this shape one array of bytes can hold} */
    static int most(Shape shape) {
        return (int) (MOST_BYTES / shape.size());
    }

    /** {@return what a reader calls these images, {@code MNIST, test}} */
    public String name() {
        return name;
    }

    /** {@return channels × height × width of one image} */
    public Shape shape() {
        return shape;
    }

    /** {@return the name of each label, from 0} */
    public List<String> classes() {
        return classes;
    }

    /** {@return N, the number of images} */
    public int size() {
        return size;
    }

    /**
     * {@return the label of image i, 0 to classes − 1}
     *
     * @throws IndexOutOfBoundsException if there is no image i
     */
    public int label(int i) {
        return labels[position(i)];
    }

    /**
     * {@return a copy of image i, C × H × W; {@code & 0xFF} makes a byte 0 … 255}
     *
     * @throws IndexOutOfBoundsException if there is no image i
     */
    public byte[] pixels(int i) {
        int start = offset(i);
        return Arrays.copyOfRange(pixels, start, start + (int) shape.size());
    }

    /**
     * {@return the images from (inclusive) to (exclusive)}
     *
     * @throws IllegalArgumentException if they are not all there
     */
    public Dataset range(int from, int to) {
        if (from < 0 || to < from || to > size) {
            throw new IllegalArgumentException(
                    name + ": asked for images " + from + " to " + to + " of " + size + "; ask within 0 to " + size);
        }
        return new Dataset(name, shape, classes, labels, pixels, this.from + from, to - from);
    }

    /**
     * {@return the first n images}
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public Dataset first(int n) {
        return range(0, present("first", n));
    }

    /**
     * {@return the last n images}
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public Dataset last(int n) {
        return range(size - present("last", n), size);
    }

    /**
     * {@return the middle of every image, what it is tested by where training cuts parts at random}
     *
     * @throws IllegalArgumentException if the images are smaller
     */
    public Dataset centre(int height, int width) {
        if (height < 1 || width < 1 || height > shape.height() || width > shape.width()) {
            throw new IllegalArgumentException(name + ": asked for the middle " + height + "×" + width
                    + " of images of " + shape + "; ask for 1×1 to " + shape.height() + "×" + shape.width());
        }
        Shape part = Shape.of(shape.channels(), height, width);
        byte[] cut = new byte[size * (int) part.size()];
        int[] own = Arrays.copyOfRange(labels, from, from + size);
        int rows = shape.channels() * height;
        int start = (shape.height() - height) / 2 * shape.width() + (shape.width() - width) / 2;
        for (int row = 0; row < size * rows; row++) {
            int plane = from * shape.channels() + row / height;
            int source = plane * (int) shape.area() + row % height * shape.width() + start;
            System.arraycopy(pixels, source, cut, row * width, width);
        }
        return new Dataset(name, part, classes, own, cut, 0, size);
    }

    /**
     * {@return every image with {@code padding} zeros on all four sides, N × C × (H + 2p) × (W + 2p)}
     *
     * @throws IllegalArgumentException if the padding is negative, or beyond what one array of bytes can hold
     */
    public Dataset padded(int padding) {
        long height = shape.height() + 2L * padding;
        long width = shape.width() + 2L * padding;
        if (padding < 0 || size * height * width * shape.channels() > MOST_BYTES) {
            throw new IllegalArgumentException(name + ": expected a padding of at least 0, and at most " + MOST_BYTES
                    + " pixels in all, got a padding of " + padding + "; pad less, or fewer images");
        }
        return framed(Shape.of(shape.channels(), (int) height, (int) width), padding, padding);
    }

    /** {@return x(i, j) ← x(i − down, j − right): every image moved within its frame, zeros coming in} */
    public Dataset shifted(int down, int right) {
        return framed(shape, down, right);
    }

    /** Every image in a frame, its first pixel at row {@code down}, column {@code right} of it. */
    private Dataset framed(Shape frame, int down, int right) {
        var framed = new byte[size * (int) frame.size()];
        int from = Math.max(0, -right);
        int to = Math.min(shape.width(), frame.width() - right);
        for (int row = 0; row < size * shape.channels() * shape.height() && from < to; row++) {
            int i = row % shape.height() + down;
            if (i >= 0 && i < frame.height()) {
                int start = (row / shape.height() * frame.height() + i) * frame.width() + right;
                System.arraycopy(pixels, offset(0) + row * shape.width() + from, framed, start + from, to - from);
            }
        }
        return new Dataset(
                name, frame, classes, Arrays.copyOfRange(labels, this.from, this.from + size), framed, 0, size);
    }

    /**
     * {@return image i as a picture, black 0 and white 1, to be looked at by filters and layers}
     *
     * @throws IndexOutOfBoundsException if there is no image i
     */
    public Planes picture(int i) {
        byte[] bytes = pixels(i);
        var values = new float[bytes.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = (bytes[n] & 0xFF) / 255f;
        }
        return Planes.own(classes.get(label(i)), shape, values);
    }

    /** {@return SHA-256 of shape, labels and pixels, 64 hex digits: what a model was trained on, whatever its name} */
    public String identity() {
        return Digest.of(shape, labels, pixels, from, size);
    }

    /** {@return name, size and shape, {@code MNIST, test: 10000 images of 1×28×28}} */
    @Override
    public String toString() {
        return name + ": " + size + " images of " + shape;
    }

    /** The array that holds image i, from {@link #offset} on; to be read only. */
    byte[] shared() {
        return pixels;
    }

    /** Where image i begins in {@link #shared}. */
    int offset(int i) {
        return position(i) * (int) shape.size();
    }

    private int position(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(name + ": asked for image " + i + " of " + size + ", counted from 0");
        }
        return from + i;
    }

    private int present(String end, int n) {
        if (n < 0 || n > size) {
            throw new IllegalArgumentException(
                    name + ": asked for the " + end + " " + n + " of " + size + " images; ask for 0 to " + size);
        }
        return n;
    }
}
