package layerwise.data;

import java.util.List;
import layerwise.layers.Shape;

/**
 * Handwritten-looking digits, 1 × 28 × 28, white ink (255) on black (0) as in MNIST, drawn by a seeded pen: any number,
 * offline, the same bytes on every machine.
 *
 * <p>Each digit has about five ways to be written ({@link Skeleton}). A {@link Hand} wobbles, slants, turns, stretches
 * and moves it, a pen of random width and pressure draws it, with an occasional gap, and the {@link Ink} is blurred and
 * grained.
 */
public final class DrawnDigits {
    /** One channel, 28 rows, 28 columns. */
    public static final Shape SHAPE = Shape.of(1, 28, 28);

    private static final int SIDE = 28;
    private static final int AREA = SIDE * SIDE;

    private final long seed;
    private final Ink ink = new Ink(SIDE);

    private DrawnDigits(long seed) {
        this.seed = seed;
    }

    /**
     * {@return the first {@code count} digits of this seed} Digit i is the same whatever the count, and every ten
     * neighbours from a multiple of ten hold each digit once, in random order.
     *
     * @throws IllegalArgumentException if the count is negative, or beyond what one array of bytes can hold
     */
    public static Dataset draw(int count, long seed) {
        if (count < 0 || count > Dataset.most(SHAPE)) {
            throw new IllegalArgumentException(
                    "drawn digits: expected a count of 0 to " + Dataset.most(SHAPE) + ", got " + count);
        }
        DrawnDigits pen = new DrawnDigits(seed);
        int[] labels = new int[count];
        byte[] pixels = new byte[count * AREA];
        for (int i = 0; i < count; i++) {
            labels[i] = pen.label(i);
            pen.draw(labels[i], new Chance(seed, i), pixels, i * AREA);
        }
        return Dataset.own("drawn digits, seed " + seed, SHAPE, Classes.DIGITS, labels, pixels);
    }

    private int label(int index) {
        return new Chance(~seed, index / 10).order(10)[index % 10];
    }

    private void draw(int digit, Chance chance, byte[] pixels, int at) {
        List<Skeleton> styles = Skeleton.of(digit);
        List<double[][]> strokes =
                new Hand(chance).write(styles.get(chance.below(styles.size())).strokes());
        double radius = Math.max(0.85, 1.25 + chance.around(0.32));
        double fade = chance.between(0.8, 1.4);
        int torn = chance.happens(0.08) ? chance.below(strokes.size()) : -1;
        ink.clear();
        for (int i = 0; i < strokes.size(); i++) {
            double[][] curve = Curve.through(strokes.get(i));
            int gap = i == torn ? chance.below(curve.length) : curve.length;
            trace(curve, gap, radius * chance.between(0.85, 1.15), radius * chance.between(0.8, 1.15), fade);
        }
        ink.blur(chance.between(0, 0.12));
        ink.develop(pixels, at, chance.between(0.9, 1.4), chance.between(0, 0.25), chance);
    }

    /** Draws a curve with the pressure going from one radius to another, but for four pieces at the gap. */
    private void trace(double[][] curve, int gap, double first, double last, double fade) {
        for (int i = 0; i + 1 < curve.length; i++) {
            if (i < gap || i >= gap + 4) {
                double radius = first + (last - first) * i / curve.length;
                ink.line(curve[i], curve[i + 1], radius, fade);
            }
        }
    }
}
