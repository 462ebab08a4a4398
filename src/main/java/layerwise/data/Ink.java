package layerwise.data;

import java.util.Arrays;

/**
 * A sheet of side × side pixels that a round pen writes on: how much of each pixel is inked, 0 to 1.
 *
 * <p>Only additions, multiplications, divisions and square roots, which every JVM rounds alike.
 */
final class Ink {
    private final int side;
    private final double[] coverage;
    private final double[] spread;

    Ink(int side) {
        this.side = side;
        coverage = new double[side * side];
        spread = new double[side * side];
    }

    /** Takes a clean sheet. */
    void clear() {
        Arrays.fill(coverage, 0);
    }

    /** Draws a straight line from {x, y} to {x, y} with a pen of this radius and an edge that fades over {@code fade}, in pixels. */
    void line(double[] from, double[] to, double radius, double fade) {
        double reach = radius + fade;
        int left = clamp(Math.floor(Math.min(from[0], to[0]) - reach));
        int right = clamp(Math.ceil(Math.max(from[0], to[0]) + reach));
        int top = clamp(Math.floor(Math.min(from[1], to[1]) - reach));
        int bottom = clamp(Math.ceil(Math.max(from[1], to[1]) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double inked = (radius - distance(x, y, from, to)) / fade + 0.5;
                int at = y * side + x;
                coverage[at] = Math.max(coverage[at], Math.min(1, inked));
            }
        }
    }

    /** Lets each pixel keep 1 − 2·share of its ink and give the rest to its neighbours, along rows, then along columns. */
    void blur(double share) {
        blur(coverage, spread, 1, share);
        blur(spread, coverage, side, share);
    }

    /** Writes 0 … 255 from {@code at}: coverage times darkness, less up to {@code grain} of it at random. */
    void develop(byte[] pixels, int at, double darkness, double grain, Chance chance) {
        for (int i = 0; i < coverage.length; i++) {
            double level = coverage[i] == 0 ? 0 : coverage[i] * darkness * (1 - grain * chance.uniform());
            pixels[at + i] = (byte) (int) (255 * Math.min(1, level) + 0.5);
        }
    }

    private void blur(double[] from, double[] to, int step, double share) {
        for (int i = 0; i < from.length; i++) {
            double before = i < step ? 0 : from[i - step];
            double after = i + step < from.length ? from[i + step] : 0;
            to[i] = from[i] * (1 - 2 * share) + (before + after) * share;
        }
    }

    private int clamp(double pixel) {
        return (int) Math.max(0, Math.min(side - 1, pixel));
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length;
        double t = Math.max(0, Math.min(1, along));
        double ex = x - from[0] - t * dx;
        double ey = y - from[1] - t * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }
}
