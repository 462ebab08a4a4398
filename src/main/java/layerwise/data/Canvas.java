package layerwise.data;

/**
 * A square sheet of coloured pixels, 0 to 1, that figures are painted on.
 *
 * <p>Only additions, multiplications, divisions, square roots and StrictMath, which every JVM rounds alike.
 */
final class Canvas {
    private static final double CIRCLE = 6.283185307179586;

    private final int side;
    private final double[] levels;

    Canvas(int side) {
        this.side = side;
        levels = new double[3 * side * side];
    }

    /** {@return {red, green, blue} of a lively colour with a hue between these degrees} */
    static double[] colour(Chance chance, double from, double to) {
        double hue = (chance.between(from, to) + 360) / 60 % 6;
        double value = chance.between(0.6, 1);
        double pale = value * (1 - chance.between(0.6, 1));
        double[] colour = new double[3];
        for (int i = 0; i < 3; i++) {
            double away = Math.abs((hue - 2 * i + 9) % 6 - 3);
            colour[i] = pale + (value - pale) * Math.max(0, Math.min(1, 2 - away));
        }
        return colour;
    }

    /** Covers the sheet with a transition from one colour to another, in a random direction. */
    void ground(double[] one, double[] other, Chance chance) {
        double turn = chance.between(0, CIRCLE);
        double across = StrictMath.cos(turn) / side;
        double down = StrictMath.sin(turn) / side;
        for (int i = 0; i < side * side; i++) {
            double x = i % side - (side - 1) / 2.0;
            double y = i / side - (side - 1) / 2.0;
            double share = Math.max(0, Math.min(1, 0.5 + x * across + y * down));
            for (int c = 0; c < 3; c++) {
                levels[c * side * side + i] = one[c] + (other[c] - one[c]) * share;
            }
        }
    }

    /** Draws a straight line across the whole sheet. */
    void line(double[] colour, double radius, Chance chance) {
        double turn = chance.between(0, CIRCLE);
        double offset = chance.between(-0.4, 0.4) * side;
        paint((u, v, r) -> Math.abs(v - offset) - r, colour, radius, turn, 0, 0);
    }

    /** Paints a figure of random size, turned at random, somewhere inside the sheet. */
    void figure(Figure figure, double[] colour, Chance chance) {
        double radius = chance.between(0.22, 0.38) * side;
        double room = side / 2.0 - radius;
        double right = chance.between(-room, room);
        double down = chance.between(-room, room);
        paint(figure, colour, radius, chance.between(0, CIRCLE), right, down);
    }

    private void paint(Figure figure, double[] colour, double radius, double turn, double right, double down) {
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        for (int i = 0; i < side * side; i++) {
            double x = i % side - (side - 1) / 2.0 - right;
            double y = i / side - (side - 1) / 2.0 - down;
            double covered = 0.5 - figure.distance(cos * x + sin * y, cos * y - sin * x, radius);
            double share = Math.max(0, Math.min(1, covered));
            for (int c = 0; c < 3; c++) {
                int at = c * side * side + i;
                levels[at] += (colour[c] - levels[at]) * share;
            }
        }
    }

    /** Adds up to {@code most} to every level, or takes it off, at random. */
    void grain(double most, Chance chance) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] += most * (2 * chance.uniform() - 1);
        }
    }

    /** Writes 0 … 255 from {@code at}, a plane for each of red, green and blue. */
    void develop(byte[] pixels, int at) {
        for (int i = 0; i < levels.length; i++) {
            pixels[at + i] = (byte) (int) (255 * Math.max(0, Math.min(1, levels[i])) + 0.5);
        }
    }
}
