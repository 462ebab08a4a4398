package layerwise.data;

import java.util.Arrays;
import layerwise.layers.Shape;

/**
 * Where an input takes its pixels from: pixel (x, y) of the input shows the image at (xx·x + xy·y + x₀, yx·x + yy·y + y₀),
 * and a colour is added to it.
 *
 * <p>Between the image and the input lies a frame, at first as large as the image. Each change makes a new frame out of
 * the one before; all are one affine map, so that an image is sampled once. One view serves for many images.
 */
final class View {
    private final Shape input;
    private final double[] colour;
    private int width;
    private int height;
    private double xx;
    private double xy;
    private double x0;
    private double yx;
    private double yy;
    private double y0;

    View(Shape input) {
        this.input = input;
        colour = new double[input.channels()];
    }

    /** Shows the whole image as it is. */
    void begin(Shape image) {
        width = image.width();
        height = image.height();
        xx = 1;
        xy = 0;
        x0 = 0;
        yx = 0;
        yy = 1;
        y0 = 0;
        Arrays.fill(colour, 0);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int inputWidth() {
        return input.width();
    }

    int inputHeight() {
        return input.height();
    }

    /** Turns left into right. */
    void flip() {
        before(-1, 0, width - 1, 0, 1, 0);
    }

    /** Moves the frame to the part of this size that begins at (x, y); what lies outside the image is background. */
    void crop(int x, int y, int width, int height) {
        before(1, 0, x, 0, 1, y);
        this.width = width;
        this.height = height;
    }

    /** Enlarges both sides by a factor, to whole pixels. */
    void resize(double factor) {
        int wide = (int) (width * factor + 0.5);
        int high = (int) (height * factor + 0.5);
        double across = (double) width / wide;
        double down = (double) height / high;
        before(across, 0, across / 2 - 0.5, 0, down, down / 2 - 0.5);
        width = wide;
        height = high;
    }

    /** Shows at the middle what was right and down of it, and around it (a·x + b·y, d·y). */
    void affine(double a, double b, double d, double right, double down) {
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        before(a, b, middleX + right - a * middleX - b * middleY, 0, d, middleY + down - d * middleY);
    }

    /** Adds to one colour, 1 being white. */
    void shift(int channel, double level) {
        colour[channel] += level;
    }

    /** Puts the frame into the middle of the input, an odd rest below and right. */
    void place() {
        before(1, 0, -Math.floorDiv(input.width() - width, 2), 0, 1, -Math.floorDiv(input.height() - height, 2));
    }

    /** The new frame shows the old one at (a·x + b·y + c, d·x + e·y + f). */
    private void before(double a, double b, double c, double d, double e, double f) {
        x0 = xx * c + xy * f + x0;
        y0 = yx * c + yy * f + y0;
        double x = xx * a + xy * d;
        xy = xx * b + xy * e;
        xx = x;
        double y = yx * a + yy * d;
        yy = yx * b + yy * e;
        yx = y;
    }

    /** {@return whether every pixel of the input is one pixel of the image, perhaps from right to left} */
    boolean isWhole() {
        return (xx == 1 || xx == -1) && yy == 1 && xy == 0 && yx == 0 && x0 == Math.rint(x0) && y0 == Math.rint(y0);
    }

    double xx() {
        return xx;
    }

    double xy() {
        return xy;
    }

    double x0() {
        return x0;
    }

    double yx() {
        return yx;
    }

    double yy() {
        return yy;
    }

    double y0() {
        return y0;
    }

    double colour(int channel) {
        return colour[channel];
    }
}
