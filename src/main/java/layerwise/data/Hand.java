package layerwise.data;

import java.util.List;

/**
 * How one digit is written: a smooth wobble, slant, turn, stretch and shift that carry the sheet (100 × 100) to pixels.
 *
 * <p>Corners stay joined, since the wobble is a function of the place on the sheet: two waves for each axis, none shorter
 * than the sheet's half.
 */
final class Hand {
    private static final int NUMBERS = 4;
    private static final int AXIS = 2 * NUMBERS;
    private static final double MIDDLE = 13.5;
    private static final double ROOM = 11;

    private final double[] waves = new double[2 * AXIS];
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final double right;
    private final double down;

    Hand(Chance chance) {
        for (int i = 0; i < waves.length; i += NUMBERS) {
            waves[i] = chance.around(3.5);
            waves[i + 1] = chance.between(-0.075, 0.075);
            waves[i + 2] = chance.between(-0.075, 0.075);
            waves[i + 3] = chance.between(0, 6.283185307179586);
        }
        double high = 0.2 * (1 + chance.around(0.08));
        double wide = high * (1 + chance.around(0.15));
        double slant = 0.12 + chance.around(0.22);
        double turn = chance.around(0.1);
        double sin = StrictMath.sin(turn);
        double cos = StrictMath.cos(turn);
        xx = wide * cos;
        xy = -wide * slant * cos - high * sin;
        yx = wide * sin;
        yy = high * cos - wide * slant * sin;
        right = chance.around(1.1);
        down = chance.around(1.1);
    }

    /** {@return the strokes in pixels, {x, y} from the centre of the first pixel, well inside a sheet of 28 × 28} */
    List<double[][]> write(List<double[][]> strokes) {
        List<double[][]> written = strokes.stream().map(this::carry).toList();
        place(written, 0, right);
        place(written, 1, down);
        return written;
    }

    private double[][] carry(double[][] stroke) {
        double[][] carried = new double[stroke.length][];
        for (int i = 0; i < stroke.length; i++) {
            double x = stroke[i][0];
            double y = stroke[i][1];
            double u = x - 50 + wobble(0, x, y);
            double v = y - 50 + wobble(AXIS, x, y);
            carried[i] = new double[] {xx * u + xy * v, yx * u + yy * v};
        }
        return carried;
    }

    private double wobble(int from, double x, double y) {
        double sum = 0;
        for (int i = from; i < from + AXIS; i += NUMBERS) {
            sum += waves[i] * StrictMath.sin(waves[i + 1] * x + waves[i + 2] * y + waves[i + 3]);
        }
        return sum;
    }

    /** Centres the writing along one axis, shrinks it if it leaves the room around the middle, and shifts it within. */
    private static void place(List<double[][]> strokes, int axis, double shift) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double[][] stroke : strokes) {
            for (double[] point : stroke) {
                least = Math.min(least, point[axis]);
                most = Math.max(most, point[axis]);
            }
        }
        double half = (most - least) / 2;
        double scale = Math.min(1, ROOM / half);
        double slack = ROOM - half * scale;
        double move = MIDDLE + Math.max(-slack, Math.min(slack, shift));
        for (double[][] stroke : strokes) {
            for (double[] point : stroke) {
                point[axis] = (point[axis] - least - half) * scale + move;
            }
        }
    }
}
