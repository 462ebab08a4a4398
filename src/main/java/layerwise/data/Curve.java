package layerwise.data;

/** The smooth curve through the points of a stroke (Catmull and Rom, 1974), as short straight pieces. */
final class Curve {
    private static final int PIECES = 6;

    private Curve() {}

    /** {@return 6 · (n − 1) + 1 points {x, y} on the curve through these n points} */
    static double[][] through(double[][] points) {
        int spans = points.length - 1;
        double[][] curve = new double[spans * PIECES + 1][];
        for (int span = 0; span < spans; span++) {
            double[] before = points[Math.max(0, span - 1)];
            double[] after = points[Math.min(spans, span + 2)];
            for (int piece = 0; piece < PIECES; piece++) {
                curve[span * PIECES + piece] =
                        at((double) piece / PIECES, before, points[span], points[span + 1], after);
            }
        }
        curve[spans * PIECES] = points[spans];
        return curve;
    }

    private static double[] at(double t, double[] a, double[] b, double[] c, double[] d) {
        return new double[] {blend(t, a[0], b[0], c[0], d[0]), blend(t, a[1], b[1], c[1], d[1])};
    }

    private static double blend(double t, double a, double b, double c, double d) {
        return b + t * ((c - a) / 2 + t * (a - 2.5 * b + 2 * c - d / 2 + t * ((d - a) / 2 + 1.5 * (b - c))));
    }
}
