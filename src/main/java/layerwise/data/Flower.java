package layerwise.data;

import static layerwise.data.Easel.between;
import static layerwise.data.Easel.ellipse;
import static layerwise.data.Easel.polygon;
import static layerwise.data.Easel.rectangle;

/** A flower in colour, drawn: round petals in pink before green, where hardly a line is straight. */
public final class Flower {
    private static final double CIRCLE = 6.283185307179586;
    private static final double GOLDEN_ANGLE = 2.399963229728653;
    private static final double X = 0.5;
    private static final double Y = 0.44;

    private final Easel easel;
    private final Chance chance = new Chance(7, 0);

    private Flower(Easel easel) {
        this.easel = easel;
    }

    /**
     * {@return the flower, 3 × height × width, the same numbers on every machine}
     *
     * @throws IllegalArgumentException if a side is not between 8 and 1024
     */
    public static Planes draw(int height, int width) {
        var easel = Drawings.easel("flower", height, width);
        var flower = new Flower(easel);
        flower.garden();
        flower.stem();
        flower.petals(13, 0.245, 0.155, 0.068, 0);
        flower.petals(13, 0.175, 0.125, 0.055, CIRCLE / 26);
        flower.disc();
        return easel.developed("flower");
    }

    private void garden() {
        easel.fill(
                rectangle(-99, -99, 99, 99),
                1,
                (x, y) -> between((x + y) / 2, new double[] {0.33, 0.52, 0.30}, 0.07, 0.20, 0.13));
        for (int n = 0; n < 150; n++) {
            double size = chance.between(0.03, 0.11);
            double light = chance.uniform();
            easel.fill(
                    ellipse(chance.between(-3, 4), chance.between(-1, 2), size, size, 0),
                    chance.between(0.10, 0.35),
                    (x, y) -> between(light, new double[] {0.10, 0.30, 0.16}, 0.72, 0.82, 0.45));
        }
    }

    private void stem() {
        easel.fill(
                polygon(0.487, Y, 0.513, Y, 0.575, 1.3, 0.535, 1.3),
                1,
                (x, y) -> between((x - 0.48) / 0.08, new double[] {0.44, 0.66, 0.28}, 0.17, 0.38, 0.16));
        leaf(0.67, 0.87, -0.55);
        leaf(0.385, 0.91, 3.75);
    }

    private void leaf(double x, double y, double turn) {
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        easel.fill(ellipse(x, y, 0.165, 0.058, turn), 1, (px, py) -> {
            double across = (cos * (py - y) - sin * (px - x)) / 0.058;
            return Math.abs(across) < 0.06
                    ? new double[] {0.66, 0.80, 0.45}
                    : between(across / 2 + 0.5, new double[] {0.37, 0.62, 0.28}, 0.13, 0.37, 0.17);
        });
    }

    /** A ring of petals, pale at their tips, one edge in the shade of the next. */
    private void petals(int count, double away, double along, double across, double start) {
        for (int n = 0; n < count; n++) {
            double turn = start + CIRCLE * n / count;
            double cos = StrictMath.cos(turn);
            double sin = StrictMath.sin(turn);
            easel.fill(ellipse(X + away * cos, Y + away * sin, along, across, turn), 1, (x, y) -> {
                double out = (cos * (x - X) + sin * (y - Y)) / (away + along);
                double side = (cos * (y - Y) - sin * (x - X)) / across;
                double[] hue = between(1.25 * out - 0.25, new double[] {0.72, 0.08, 0.36}, 1.0, 0.78, 0.86);
                return between(0.42 * Math.max(0, side) + (Math.abs(side) < 0.07 ? 0.22 : 0), hue, 0.45, 0.02, 0.26);
            });
        }
    }

    private void disc() {
        easel.fill(ellipse(X, Y, 0.115, 0.115, 0), 1, (x, y) -> {
            double out = Math.sqrt((x - X) * (x - X) + (y - Y) * (y - Y)) / 0.115;
            return between(out, new double[] {0.62, 0.42, 0.08}, 0.36, 0.18, 0.06);
        });
        for (int n = 1; n < 130; n++) {
            double away = 0.0098 * Math.sqrt(n);
            double x = X + away * StrictMath.cos(n * GOLDEN_ANGLE);
            double y = Y + away * StrictMath.sin(n * GOLDEN_ANGLE);
            easel.fill(
                    ellipse(x, y, 0.0052, 0.0052, 0),
                    between(n / 130.0, new double[] {0.98, 0.86, 0.30}, 0.95, 0.62, 0.15));
        }
    }
}
