package layerwise.data;

import layerwise.layers.Shape;

/**
 * A canvas of any size on which forms are painted over each other; (0, 0) to (1, 1) is the largest square in its middle.
 *
 * <p>A pixel is covered as much as 4 × 4 points in it are. Only additions, multiplications, divisions, square roots and
 * StrictMath, which every JVM rounds alike: Java2D smooths edges differently from one release to the next.
 */
final class Easel {
    private static final int POINTS = 4;

    private final int height;
    private final int width;
    private final double side;
    private final float[] levels;

    /** What is painted: a region with a box around it. */
    interface Form {
        /** {@return whether this point lies inside} */
        boolean holds(double x, double y);

        /** {@return left, top, right, bottom of a box that holds all of it} */
        double[] box();
    }

    /** {@return red, green and blue at each point} */
    interface Paint {
        /** {@return the colour at this point} */
        double[] at(double x, double y);
    }

    Easel(int height, int width) {
        this.height = height;
        this.width = width;
        side = Math.min(height, width);
        levels = new float[3 * height * width];
    }

    /** Paints {@code form}, of which {@code cover} hides what is below, 1 all of it. */
    void fill(Form form, double cover, Paint paint) {
        double[] box = form.box();
        int left = clamp(box[0] * side + (width - side) / 2, width);
        int right = clamp(box[2] * side + (width - side) / 2 + 1, width);
        int top = clamp(box[1] * side + (height - side) / 2, height);
        int bottom = clamp(box[3] * side + (height - side) / 2 + 1, height);
        for (int i = top; i < bottom; i++) {
            for (int j = left; j < right; j++) {
                double share = cover * covered(form, i, j);
                if (share > 0) {
                    mix(i, j, share, paint.at(x(j + 0.5), y(i + 0.5)));
                }
            }
        }
    }

    /** Paints {@code form} in one colour. */
    void fill(Form form, double... colour) {
        fill(form, 1, (x, y) -> colour);
    }

    private double covered(Form form, int i, int j) {
        int inside = 0;
        for (int n = 0; n < POINTS * POINTS; n++) {
            double x = x(j + (n % POINTS + 0.5) / POINTS);
            double y = y(i + (n / POINTS + 0.5) / POINTS);
            inside += form.holds(x, y) ? 1 : 0;
        }
        return (double) inside / (POINTS * POINTS);
    }

    private void mix(int i, int j, double share, double... colour) {
        for (int c = 0; c < 3; c++) {
            int at = (c * height + i) * width + j;
            levels[at] += (float) ((colour[c] - levels[at]) * share);
        }
    }

    private double x(double column) {
        return (column - (width - side) / 2) / side;
    }

    private double y(double row) {
        return (row - (height - side) / 2) / side;
    }

    private static int clamp(double pixel, int most) {
        return (int) Math.max(0, Math.min(most, pixel));
    }

    /** {@return the picture, each level rounded to one of 256 as a file would keep it} */
    Planes developed(String name) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (int) (255 * Math.max(0, Math.min(1, levels[i])) + 0.5f) / 255f;
        }
        return Planes.own(name, Shape.of(3, height, width), levels);
    }

    /** {@return the colour that lies {@code share} of the way from one to the other} */
    static double[] between(double share, double[] one, double... other) {
        double way = Math.max(0, Math.min(1, share));
        var mixed = new double[3];
        for (int c = 0; c < 3; c++) {
            mixed[c] = one[c] + (other[c] - one[c]) * way;
        }
        return mixed;
    }

    /** {@return the rectangle between these sides} */
    static Form rectangle(double left, double top, double right, double bottom) {
        return polygon(left, top, right, top, right, bottom, left, bottom);
    }

    /** {@return the polygon with corners x, y, x, y, …} */
    static Form polygon(double... corners) {
        var box = new double[] {corners[0], corners[1], corners[0], corners[1]};
        for (int n = 0; n < corners.length; n++) {
            int low = n % 2;
            box[low] = Math.min(box[low], corners[n]);
            box[low + 2] = Math.max(box[low + 2], corners[n]);
        }
        return new Polygon(corners, box);
    }

    /** {@return the ellipse around (x, y) with these half axes, the first turned from the right downwards by {@code turn}} */
    static Form ellipse(double x, double y, double across, double along, double turn) {
        return new Ellipse(x, y, across, along, StrictMath.cos(turn), StrictMath.sin(turn));
    }

    private record Polygon(double[] corners, double[] box) implements Form {
        @Override
        public boolean holds(double x, double y) {
            boolean inside = false;
            for (int n = 0, m = corners.length - 2; n < corners.length; m = n, n += 2) {
                if (corners[n + 1] > y != corners[m + 1] > y
                        && x
                                < (corners[m] - corners[n]) * (y - corners[n + 1]) / (corners[m + 1] - corners[n + 1])
                                        + corners[n]) {
                    inside = !inside;
                }
            }
            return inside;
        }
    }

    private record Ellipse(double x, double y, double across, double along, double cos, double sin) implements Form {
        @Override
        public boolean holds(double px, double py) {
            double u = (cos * (px - x) + sin * (py - y)) / across;
            double v = (cos * (py - y) - sin * (px - x)) / along;
            return u * u + v * v <= 1;
        }

        @Override
        public double[] box() {
            double reach = Math.max(across, along);
            return new double[] {x - reach, y - reach, x + reach, y + reach};
        }
    }
}
