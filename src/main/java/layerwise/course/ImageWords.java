package layerwise.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import layerwise.data.Convolution;
import layerwise.data.Filter;
import layerwise.data.Flower;
import layerwise.data.Pagoda;
import layerwise.data.PictureFile;
import layerwise.data.Planes;
import layerwise.data.Slide;
import layerwise.layers.Conv;
import layerwise.layers.Given;
import layerwise.layers.Pool;
import layerwise.layers.Subsample;
import layerwise.layers.Window;
import layerwise.view.Convolved;
import layerwise.view.StepDrawing;

/** The words of the course about pictures: what filters, windows and layers see of them. */
public final class ImageWords {
    private static final int SIDE = 160;

    private ImageWords() {}

    /** {@return a drawn pagoda, 3×160×160, full of upright and level lines} */
    public static Planes pagoda() {
        return pagoda(SIDE, SIDE);
    }

    /** {@return a drawn pagoda of this size} */
    public static Planes pagoda(int height, int width) {
        return Pagoda.draw(height, width);
    }

    /** {@return a drawn flower, 3×160×160, round and colourful} */
    public static Planes flower() {
        return flower(SIDE, SIDE);
    }

    /** {@return a drawn flower of this size} */
    public static Planes flower(int height, int width) {
        return Flower.draw(height, width);
    }

    /**
     * {@return one's own picture}
     *
     * @throws IOException if there is no such file, or it is no picture
     */
    public static Planes picture(Path file) throws IOException {
        return PictureFile.read(file);
    }

    /**
     * {@return one's own picture}
     *
     * @throws IOException if there is no such file, or it is no picture
     */
    public static Planes picture(String file) throws IOException {
        return picture(Path.of(Given.value(file, "the file of a picture")));
    }

    /** {@return rows of numbers as a picture of one channel} */
    public static Planes matrix(double[]... rows) {
        return Planes.matrix(rows);
    }

    /** {@return side × side digits from 0 to 9, the same each time} */
    public static Planes digits(int side) {
        var random = new SplittableRandom(SIDE);
        var rows = new double[Math.max(0, side)][Math.max(0, side)];
        for (double[] row : rows) {
            java.util.Arrays.setAll(row, column -> random.nextInt(10));
        }
        return Planes.matrix(rows);
    }

    /** {@return what {@code filter} makes of {@code picture}, padded so that its size stays} */
    public static Convolved convolve(Planes picture, Filter filter) {
        var shape = Given.value(filter, "a filter").shape();
        return convolve(
                picture, filter, Window.of(shape.height(), shape.width()).same());
    }

    /** {@return what {@code filter} makes of {@code picture}, moving as {@code window} does} */
    public static Convolved convolve(Planes picture, Filter filter, Window window) {
        return new Convolved(picture, filter, Convolution.of(picture, filter, window));
    }

    /** {@return what {@code filter} makes of {@code picture}, moving as the window of {@code conv} does} */
    public static Convolved convolve(Planes picture, Filter filter, Conv conv) {
        return convolve(picture, filter, conv.window());
    }

    /** {@return a convolution with this filter stepped through, a position a second} */
    public static StepDrawing steps(Conv conv, Filter filter, Planes matrix) {
        return new StepDrawing(Slide.of(conv, filter, matrix));
    }

    /** {@return a convolution stepped through with a filter for vertical lines} */
    public static StepDrawing steps(Conv conv, Planes matrix) {
        return steps(
                conv,
                Filter.vertical(Given.value(conv, "a convolution to step through")
                        .window()
                        .rows()
                        .size()),
                matrix);
    }

    /** {@return a pooling stepped through, a position a second} */
    public static StepDrawing steps(Pool pool, Planes matrix) {
        return new StepDrawing(Slide.of(pool, matrix));
    }

    /** {@return LeNet-5's subsampling stepped through with a coefficient of 1 / the window's area, and no bias} */
    public static StepDrawing steps(Subsample subsample, Planes matrix) {
        return steps(
                subsample,
                1.0
                        / Given.value(subsample, "a subsampling to step through")
                                .window()
                                .area(),
                0,
                matrix);
    }

    /** {@return LeNet-5's subsampling stepped through with this coefficient and bias} */
    public static StepDrawing steps(Subsample subsample, double weight, double bias, Planes matrix) {
        return new StepDrawing(Slide.of(subsample, weight, bias, matrix));
    }

    /** {@return a convolution stepped through with this filter over rows of numbers} */
    public static StepDrawing steps(Conv conv, Filter filter, double[]... rows) {
        return steps(conv, filter, matrix(rows));
    }

    /** {@return a convolution stepped through with a filter for vertical lines over rows of numbers} */
    public static StepDrawing steps(Conv conv, double[]... rows) {
        return steps(conv, matrix(rows));
    }

    /** {@return a pooling stepped through over rows of numbers} */
    public static StepDrawing steps(Pool pool, double[]... rows) {
        return steps(pool, matrix(rows));
    }
}
