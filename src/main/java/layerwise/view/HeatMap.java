package layerwise.view;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Numbers as colours: blue below zero, white at zero, vermilion above; grey where there is no number. */
public final class HeatMap implements Picture {
    private static final int SIDE = 240;
    private static final Color LOW = new Color(0x0072b2);
    private static final Color HIGH = new Color(0xd55e00);
    private static final Color NONE = new Color(0x9ca3af);

    private final float[][] rows;

    /**
     * Takes rows of the same length.
     *
     * @throws IllegalArgumentException if there is none, or one differs in length
     */
    public HeatMap(float[]... rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("heat map: expected at least one number, got none");
        }
        for (float[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException("heat map: expected rows of " + rows[0].length + " numbers, got "
                        + row.length + " in one of them");
            }
        }
        this.rows = Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    @Override
    public BufferedImage image() {
        int zoom = Math.max(1, Math.min(16, SIDE / Math.max(rows.length, rows[0].length)));
        double strongest = strongest();
        return Sheet.painted(zoom * rows[0].length, zoom * rows.length, graphics -> {
            for (int y = 0; y < rows.length; y++) {
                for (int x = 0; x < rows[y].length; x++) {
                    graphics.setColor(colour(rows[y][x], strongest));
                    graphics.fillRect(zoom * x, zoom * y, zoom, zoom);
                }
            }
        });
    }

    private double strongest() {
        return finite().map(Math::abs).max().orElse(0);
    }

    private DoubleStream finite() {
        return Arrays.stream(rows)
                .flatMapToDouble(row -> Arrays.stream(doubles(row)))
                .filter(Double::isFinite);
    }

    private static double[] doubles(float... row) {
        double[] copy = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            copy[i] = row[i];
        }
        return copy;
    }

    /** {@return the colour of {@code number} where the strongest of all is {@code strongest}} */
    static Color colour(float number, double strongest) {
        if (!Float.isFinite(number)) {
            return NONE;
        }
        double share = strongest == 0 ? 0 : Math.abs(number) / strongest;
        Color end = number < 0 ? LOW : HIGH;
        return new Color(mixed(end.getRed(), share), mixed(end.getGreen(), share), mixed(end.getBlue(), share));
    }

    private static int mixed(int end, double share) {
        return (int) Math.round(255 + (end - 255) * share);
    }

    @Override
    public String text() {
        return String.format(
                Locale.ROOT,
                "heat map, %d×%d numbers, from %.4g to %.4g",
                rows.length,
                rows[0].length,
                finite().min().orElse(Double.NaN),
                finite().max().orElse(Double.NaN));
    }
}
