package layerwise.data;

import java.util.Arrays;
import layerwise.layers.Given;
import layerwise.layers.Shape;

/**
 * One picture as numbers: C × H × W, a plane for each channel, black 0 and white 1; it never changes.
 *
 * <p>{@link Pagoda} and {@link Flower} are drawn, {@link PictureFile} reads one's own; a matrix of numbers is a picture of one
 * channel.
 */
public final class Planes {
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f}; // ITU-R BT.601

    private final String name;
    private final Shape shape;
    private final float[] values;

    private Planes(String name, Shape shape, float[] values) {
        this.name = name;
        this.shape = shape;
        this.values = values;
    }

    /**
     * {@return a picture of this shape} The array is copied.
     *
     * @param values channel by channel, row by row
     * @throws IllegalArgumentException if they are not C·H·W, or one is not finite
     */
    public static Planes of(String name, Shape shape, float... values) {
        Given.value(name, "the name of a picture");
        Given.value(shape, "the shape of " + name);
        Given.value(values, "the numbers of " + name);
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(name + ": expected " + shape.size() + " numbers for a picture of "
                    + shape + ", got " + values.length + "; give a number for each pixel of each channel");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        name + ": expected finite numbers, got " + values[i] + " as number " + (i + 1));
            }
        }
        return new Planes(name, shape, values.clone());
    }

    /**
     * {@return a matrix as a picture of one channel}
     *
     * @throws IllegalArgumentException if it is empty, or its rows differ in length
     */
    public static Planes matrix(double[]... rows) {
        Given.value(rows, "a matrix");
        if (rows.length == 0 || Given.value(rows[0], "row 1 of a matrix").length == 0) {
            throw new IllegalArgumentException("a matrix: expected at least one number, got none");
        }
        int width = rows[0].length;
        var values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            if (Given.value(rows[i], "row " + (i + 1) + " of a matrix").length != width) {
                throw new IllegalArgumentException("a matrix: expected rows of " + width + " numbers as the first, got "
                        + rows[i].length + " in row " + (i + 1) + "; make all rows equally long");
            }
            for (int j = 0; j < width; j++) {
                values[i * width + j] = (float) rows[i][j];
            }
        }
        return of("a matrix", Shape.of(1, rows.length, width), values);
    }

    /** As {@link #of}, keeping the array. */
    static Planes own(String name, Shape shape, float... values) {
        return new Planes(name, shape, values);
    }

    /** {@return what it is called, {@code pagoda} or the name of its file} */
    public String name() {
        return name;
    }

    /** {@return channels × height × width} */
    public Shape shape() {
        return shape;
    }

    /** {@return the numbers, channel by channel, row by row; a copy} */
    public float[] values() {
        return values.clone();
    }

    /** {@return the number at row {@code i}, column {@code j} of channel {@code c}, all from 0; 0 outside, as padding is} */
    public float at(int c, int i, int j) {
        boolean inside = i >= 0 && i < shape.height() && j >= 0 && j < shape.width();
        return inside ? values[(c * shape.height() + i) * shape.width() + j] : 0;
    }

    /** {@return the smallest number} */
    public float low() {
        float low = values[0];
        for (float value : values) {
            low = Math.min(low, value);
        }
        return low;
    }

    /** {@return the largest number} */
    public float high() {
        float high = values[0];
        for (float value : values) {
            high = Math.max(high, value);
        }
        return high;
    }

    /** {@return 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601); of other numbers of channels their mean} */
    public Planes grey() {
        int area = (int) shape.area();
        var grey = new float[area];
        for (int c = 0; c < shape.channels(); c++) {
            float share = shape.channels() == LUMA.length ? LUMA[c] : 1f / shape.channels();
            for (int i = 0; i < area; i++) {
                grey[i] += share * values[c * area + i];
            }
        }
        return new Planes(name, Shape.of(1, shape.height(), shape.width()), grey);
    }

    /**
     * {@return one channel, from 0: of a colour picture 0 is red, 1 green, 2 blue}
     *
     * @throws IllegalArgumentException if there is no such channel
     */
    public Planes channel(int c) {
        if (c < 0 || c >= shape.channels()) {
            throw new IllegalArgumentException(
                    name + ": expected a channel of 0 to " + (shape.channels() - 1) + ", got " + c);
        }
        int area = (int) shape.area();
        return new Planes(
                name, Shape.of(1, shape.height(), shape.width()), Arrays.copyOfRange(values, c * area, (c + 1) * area));
    }

    /**
     * {@return this picture as a network reads it: resized until it just covers {@code input}, the middle cut out; grey for
     * one channel, three times the same for three of a grey one}
     *
     * @throws IllegalArgumentException if the input has neither 1 nor 3 channels, nor as many as this picture
     */
    public Planes fitting(Shape input) {
        Given.value(input, "the input that " + name + " is to fit");
        var right = channels(input.channels());
        return right.shape.equals(input) ? right : right.resized(input.height(), input.width());
    }

    /** {@return x(i, j) ← x(i − down, j − right): this picture moved within its frame, zeros coming in} */
    public Planes shifted(int down, int right) {
        var moved = new float[values.length];
        int area = (int) shape.area();
        for (int n = 0; n < moved.length; n++) {
            moved[n] = at(n / area, n % area / shape.width() - down, n % shape.width() - right);
        }
        return new Planes(name, shape, moved);
    }

    private Planes channels(int count) {
        if (count == shape.channels()) {
            return this;
        }
        if (count != 1 && !(count == 3 && shape.channels() == 1)) {
            throw new IllegalArgumentException(name + ": expected an input of 1 or 3 channels for a picture of " + shape
                    + ", got " + count + "; give a picture of " + count + " channels");
        }
        return count == 1 ? grey() : new Planes(name, Shape.of(3, shape.height(), shape.width()), thrice(values));
    }

    private static float[] thrice(float... values) {
        var three = new float[3 * values.length];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(values, 0, three, c * values.length, values.length);
        }
        return three;
    }

    private Planes resized(int height, int width) {
        double scale = Math.min((double) shape.height() / height, (double) shape.width() / width);
        var rows = Span.all(height, scale, (shape.height() - height * scale) / 2, shape.height());
        var columns = Span.all(width, scale, (shape.width() - width * scale) / 2, shape.width());
        var resized = new float[shape.channels() * height * width];
        for (int n = 0; n < resized.length; n++) {
            resized[n] = mean(n / (height * width), rows[n / width % height], columns[n % width]);
        }
        return new Planes(name, Shape.of(shape.channels(), height, width), resized);
    }

    private float mean(int channel, Span row, Span column) {
        double mean = 0;
        for (int i = 0; i < row.weights().length; i++) {
            for (int j = 0; j < column.weights().length; j++) {
                mean += row.weights()[i] * column.weights()[j] * at(channel, row.from() + i, column.from() + j);
            }
        }
        return (float) mean;
    }

    /** {@return name and shape, {@code pagoda 3×160×160}} */
    @Override
    public String toString() {
        return name + " " + shape;
    }
}
