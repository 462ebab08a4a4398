package layerwise.data;

import java.util.List;
import layerwise.layers.Shape;

/**
 * Figures in colour, 3 × 32 × 32: a disc, square, triangle, cross or ring, warm or cold, on a coloured ground with lines
 * across it; any number, offline, the same bytes on every machine.
 *
 * <p>Ten classes, which need form and colour together: colour alone tells two groups of five apart, form alone five pairs.
 * The ground may have any hue, so that the mean colour of an image says little.
 */
public final class DrawnShapes {
    /** Red, green and blue, 32 rows, 32 columns. */
    public static final Shape SHAPE = Shape.of(3, 32, 32);

    private static final int SIDE = 32;
    private static final int AREA = SIDE * SIDE;
    private static final List<String> CLASSES = List.of(
            "warm disc",
            "cold disc",
            "warm square",
            "cold square",
            "warm triangle",
            "cold triangle",
            "warm cross",
            "cold cross",
            "warm ring",
            "cold ring");

    private DrawnShapes() {}

    /**
     * {@return the first {@code count} figures of this seed} Figure i is the same whatever the count, and every ten
     * neighbours from a multiple of ten hold each class once, in random order.
     *
     * @throws IllegalArgumentException if the count is negative, or beyond what one array of bytes can hold
     */
    public static Dataset draw(int count, long seed) {
        if (count < 0 || count > Dataset.most(SHAPE)) {
            throw new IllegalArgumentException(
                    "drawn shapes: expected a count of 0 to " + Dataset.most(SHAPE) + ", got " + count);
        }
        int[] labels = new int[count];
        byte[] pixels = new byte[count * 3 * AREA];
        Canvas canvas = new Canvas(SIDE);
        for (int i = 0; i < count; i++) {
            labels[i] = new Chance(~seed, i / 10).order(10)[i % 10];
            draw(canvas, labels[i], new Chance(seed, i));
            canvas.develop(pixels, i * 3 * AREA);
        }
        return Dataset.own("drawn shapes, seed " + seed, SHAPE, CLASSES, labels, pixels);
    }

    private static void draw(Canvas canvas, int label, Chance chance) {
        double[] colour = label % 2 == 0 ? Canvas.colour(chance, -35, 65) : Canvas.colour(chance, 150, 270);
        canvas.ground(apart(colour, chance), apart(colour, chance), chance);
        for (int lines = chance.below(4); lines > 0; lines--) {
            canvas.line(Canvas.colour(chance, 0, 360), chance.between(0.4, 1), chance);
        }
        canvas.figure(Figure.of(label / 2), colour, chance);
        canvas.grain(chance.between(0, 0.12), chance);
    }

    /** {@return a colour of any hue, light or dark, that is not near this one} */
    private static double[] apart(double[] colour, Chance chance) {
        double[] other;
        double distance;
        do {
            other = Canvas.colour(chance, 0, 360);
            double light = chance.between(0.25, 1);
            distance = 0;
            for (int i = 0; i < 3; i++) {
                other[i] *= light;
                distance += (other[i] - colour[i]) * (other[i] - colour[i]);
            }
        } while (distance < 0.16);
        return other;
    }
}
