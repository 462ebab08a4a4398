package layerwise.data;

import static layerwise.data.Easel.between;
import static layerwise.data.Easel.ellipse;
import static layerwise.data.Easel.polygon;
import static layerwise.data.Easel.rectangle;

/** A pagoda in colour, drawn: pillars, eaves and rails, so that it is full of vertical and horizontal lines. */
public final class Pagoda {
    private static final int TIERS = 5;
    private static final double MIDDLE = 0.5;
    private static final double FOOT = 0.84;
    private static final double[] WALL = {0.66, 0.20, 0.15};
    private static final double[] PLASTER = {0.95, 0.90, 0.80};
    private static final double[] WOOD = {0.30, 0.13, 0.10};
    private static final double[] TILES = {0.16, 0.25, 0.29};
    private static final double[] GOLD = {0.87, 0.68, 0.27};
    private static final double[] STONE = {0.74, 0.72, 0.68};

    private final Easel easel;
    private final Chance chance = new Chance(5, 0);

    private Pagoda(Easel easel) {
        this.easel = easel;
    }

    /**
     * {@return the pagoda, 3 × height × width, the same numbers on every machine}
     *
     * @throws IllegalArgumentException if a side is not between 8 and 1024
     */
    public static Planes draw(int height, int width) {
        var easel = Drawings.easel("pagoda", height, width);
        var pagoda = new Pagoda(easel);
        pagoda.landscape();
        pagoda.tower();
        pagoda.trees();
        return easel.developed("pagoda");
    }

    private void landscape() {
        easel.fill(
                rectangle(-99, -99, 99, 99),
                1,
                (x, y) -> between(y / 0.75, new double[] {0.47, 0.67, 0.87}, 0.99, 0.92, 0.80));
        easel.fill(ellipse(0.84, 0.17, 0.075, 0.075, 0), 1.0, 0.95, 0.78);
        hills(0.67, 0.06, 3.1, 0.62, 0.71, 0.77);
        hills(0.75, 0.035, 5.3, 0.44, 0.58, 0.47);
        easel.fill(
                rectangle(-99, FOOT - 0.01, 99, 99),
                1,
                (x, y) -> between((y - FOOT) / 0.16, new double[] {0.48, 0.63, 0.33}, 0.26, 0.43, 0.22));
    }

    private void hills(double height, double swing, double pace, double... colour) {
        int points = 120;
        var corners = new double[2 * points + 4];
        for (int n = 0; n < points; n++) {
            double x = -5 + 11.0 * n / (points - 1);
            corners[2 * n] = x;
            corners[2 * n + 1] =
                    height - swing * StrictMath.sin(pace * x + 1) - swing / 2 * StrictMath.sin(2.3 * pace * x);
        }
        corners[2 * points] = 99;
        corners[2 * points + 1] = 99;
        corners[2 * points + 2] = -99;
        corners[2 * points + 3] = 99;
        easel.fill(polygon(corners), colour);
    }

    private void tower() {
        easel.fill(polygon(0.44, FOOT, 0.56, FOOT, 0.68, 1.3, 0.32, 1.3), 0.83, 0.79, 0.70);
        slab(0.30, FOOT - 0.002, 0.03);
        slab(0.26, FOOT - 0.03, 0.028);
        double y = FOOT - 0.03;
        for (int tier = 0; tier < TIERS; tier++) {
            double half = 0.18 - 0.024 * tier;
            double wall = 0.068 - 0.005 * tier;
            storey(half, y - wall, y, tier == 0);
            y -= wall;
            double roof = 0.056 - 0.004 * tier;
            roof(half + 0.095 - 0.009 * tier, half - 0.012, y - roof, y + 0.012);
            y -= roof - 0.004;
        }
        spire(y);
    }

    private void slab(double half, double top, double height) {
        easel.fill(rectangle(MIDDLE - half, top, MIDDLE + half, top + height), STONE);
        easel.fill(rectangle(MIDDLE - half, top, MIDDLE + half, top + 0.006), 0.90, 0.88, 0.84);
        easel.fill(rectangle(MIDDLE - half, top + height - 0.005, MIDDLE + half, top + height), 0.50, 0.48, 0.46);
    }

    private void storey(double half, double top, double bottom, boolean door) {
        easel.fill(rectangle(MIDDLE - half, top, MIDDLE + half, bottom), PLASTER);
        int bays = 5;
        double bay = 2 * half / bays;
        for (int n = 0; n < bays; n++) {
            double left = MIDDLE - half + n * bay + bay * 0.26;
            window(left, left + bay * 0.48, top + 0.016, door && n == 2 ? bottom : bottom - 0.016);
        }
        for (int n = 0; n <= bays; n++) {
            double x = MIDDLE - half + n * bay;
            easel.fill(rectangle(x - 0.006, top, x + 0.006, bottom), WALL);
        }
        easel.fill(rectangle(MIDDLE - half - 0.012, bottom - 0.009, MIDDLE + half + 0.012, bottom), WALL);
        easel.fill(rectangle(MIDDLE - half, top, MIDDLE + half, top + 0.015), 0.45, (x, y) -> WOOD);
    }

    private void window(double left, double right, double top, double bottom) {
        easel.fill(rectangle(left, top, right, bottom), WOOD);
        double gap = (right - left) / 4;
        for (int n = 1; n < 4; n++) {
            double x = left + n * gap;
            easel.fill(rectangle(x - 0.0013, top, x + 0.0013, bottom), GOLD);
        }
    }

    /** A roof whose eaves are turned up, {@code half} wide at the eaves and {@code ridge} at its top. */
    private void roof(double half, double ridge, double top, double eaves) {
        easel.fill(polygon(curve(half, ridge, top, eaves)), 1, (x, y) -> {
            double rib = x * 62 - StrictMath.floor(x * 62);
            return between(rib < 0.35 ? 0.22 : 0, TILES, 1, 1, 1);
        });
        easel.fill(rectangle(MIDDLE - half * 0.86, eaves - 0.006, MIDDLE + half * 0.86, eaves), GOLD);
        easel.fill(rectangle(MIDDLE - ridge, top - 0.003, MIDDLE + ridge, top + 0.004), 0.33, 0.43, 0.46);
    }

    private static double[] curve(double half, double ridge, double top, double eaves) {
        int points = 10;
        var corners = new double[4 * points + 4];
        for (int n = 0; n < points; n++) {
            double t = n / (points - 1.0);
            double x = ridge + (half - ridge) * t;
            double y = top + (eaves - 0.018 - top) * (1 - (1 - t) * (1 - t));
            corners[2 * n] = MIDDLE + x;
            corners[2 * n + 1] = y;
            corners[corners.length - 2 - 2 * n] = MIDDLE - x;
            corners[corners.length - 1 - 2 * n] = y;
        }
        corners[2 * points] = MIDDLE + half * 0.86;
        corners[2 * points + 1] = eaves;
        corners[2 * points + 2] = MIDDLE - half * 0.86;
        corners[2 * points + 3] = eaves;
        return corners;
    }

    private void spire(double foot) {
        easel.fill(rectangle(MIDDLE - 0.005, foot - 0.15, MIDDLE + 0.005, foot), WOOD);
        for (int ring = 0; ring < 6; ring++) {
            double half = 0.022 - 0.0025 * ring;
            easel.fill(
                    rectangle(MIDDLE - half, foot - 0.033 - 0.017 * ring, MIDDLE + half, foot - 0.026 - 0.017 * ring),
                    GOLD);
        }
        easel.fill(ellipse(MIDDLE, foot - 0.152, 0.013, 0.013, 0), GOLD);
    }

    private void trees() {
        for (double x = -4.86; x < 6; x += 0.24) {
            if (Math.abs(x - MIDDLE) > 0.32) {
                tree(x + chance.between(-0.02, 0.02), FOOT + chance.between(0.01, 0.05), chance.between(0.06, 0.09));
            }
        }
    }

    private void tree(double x, double foot, double size) {
        boolean blossom = chance.happens(0.5);
        easel.fill(rectangle(x - 0.007, foot - size, x + 0.007, foot), WOOD);
        for (int n = 0; n < 26; n++) {
            double away = chance.between(0, size);
            double turn = chance.between(0, 6.283185307179586);
            double light = chance.between(0, 1);
            easel.fill(
                    ellipse(
                            x + away * StrictMath.cos(turn),
                            foot - 1.45 * size + 0.7 * away * StrictMath.sin(turn),
                            size * 0.3,
                            size * 0.26,
                            0),
                    blossom
                            ? between(light, new double[] {0.82, 0.50, 0.60}, 0.99, 0.83, 0.87)
                            : between(light, new double[] {0.16, 0.36, 0.20}, 0.42, 0.60, 0.30));
        }
    }
}
