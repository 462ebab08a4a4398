package layerwise.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import layerwise.analysis.Cost;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * Architectures by cost and error: multiply-accumulates along, published top-5 error upwards, parameters as area.
 *
 * <p>What a network costs is computed from it; its error is its paper's. Ten crops, or a dense evaluation, lower the error
 * and are drawn as rings, so that they are not held against discs of one crop.
 *
 * @param points what is drawn
 */
public record ArchitectureScatter(List<Point> points) implements TabledDrawing {
    private static final int WIDTH = Sheet.WIDEST;
    private static final int HEIGHT = 528;
    private static final int LEFT = 52;
    private static final int RIGHT = 28;
    private static final int TOP = 34;
    private static final int BOTTOM = 96;
    private static final int LARGEST = 24;
    private static final double MOST_PARAMETERS = 144e6;
    private static final String SMALL = "font-size='11'";
    private static final String SOFT = SMALL + " fill='" + Strokes.SOFT + "'";
    private static final List<Long> SIZES = List.of(5_000_000L, 25_000_000L, 60_000_000L);

    /**
     * One network with its error.
     *
     * @param id as the zoo has it
     * @param name as the paper has it
     * @param year of the paper
     * @param cost computed from the network
     * @param error top-5 error on ImageNet's validation images in percent, of one network
     * @param crops of an image whose answers are averaged: 1, 10, or dense
     * @param source of the error
     */
    public record Point(String id, String name, int year, Cost cost, double error, String crops, String source) {

        /** {@return the point of a network: name, year and cost are its own} */
        public static Point of(String id, Network network, double error, String crops, String source) {
            int year = network.source().map(Source::year).orElse(0);
            return new Point(id, network.name(), year, Cost.of(network), error, crops, source);
        }

        /** {@return parameters, computed} */
        public long parameters() {
            return cost.parameters();
        }

        /** {@return multiply-accumulates of an image, computed} */
        public long macs() {
            return cost.macs();
        }

        boolean oneCrop() {
            return crops.equals("1");
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no point
     */
    public ArchitectureScatter {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a scatter of architectures: expected at least one, got none");
        }
    }

    @Override
    public String title() {
        return "top-5 error on ImageNet by cost";
    }

    /** {@return the drawing; a reader who points at a network sees its numbers} */
    @Override
    public Svg svg() {
        var strokes = new Strokes();
        strokes.centred(WIDTH / 2, 20, title());
        axes(strokes);
        var labels = labels();
        labels.forEach(label -> label.leader(strokes));
        points.stream()
                .sorted(Comparator.comparingLong(Point::parameters).reversed())
                .forEach(point -> bubble(strokes, point));
        labels.forEach(label -> label.write(strokes));
        key(strokes);
        return strokes.drawing(
                WIDTH,
                HEIGHT,
                "top-5 error, multiply-accumulates and parameters of " + points.size() + " architectures");
    }

    /** {@return where the names stand, none upon another or upon a disc} */
    List<PointLabel> labels() {
        var frame = new PointLabel.Area(LEFT + 2, TOP + 2, WIDTH - RIGHT - 2, HEIGHT - BOTTOM - 2);
        return PointLabel.place(points.stream().map(Point::name).toList(), discs(), frame);
    }

    /** {@return the squares around the discs of the points} */
    List<PointLabel.Area> discs() {
        return points.stream().map(this::disc).toList();
    }

    /** {@return the square around a network's disc} */
    private PointLabel.Area disc(Point point) {
        int radius = radius(point.parameters());
        return new PointLabel.Area(
                x(point.macs()) - radius,
                y(point.error()) - radius,
                x(point.macs()) + radius,
                y(point.error()) + radius);
    }

    private static int radius(long parameters) {
        return Math.max(3, (int) Math.round(LARGEST * Math.sqrt(parameters / MOST_PARAMETERS)));
    }

    private double lowest() {
        return Math.floor(
                        Math.log10(points.stream().mapToLong(Point::macs).min().orElse(1)) * 2 - 0.3)
                / 2;
    }

    private double highest() {
        return Math.ceil(Math.log10(points.stream().mapToLong(Point::macs).max().orElse(1)) * 2 + 0.3) / 2;
    }

    private double most() {
        return Math.ceil(points.stream().mapToDouble(Point::error).max().orElse(1) / 2 + 0.3) * 2;
    }

    private int x(double macs) {
        double share = (Math.log10(macs) - lowest()) / (highest() - lowest());
        return (int) Math.round(LEFT + share * (WIDTH - RIGHT - LEFT));
    }

    private int y(double error) {
        return (int) Math.round(HEIGHT - BOTTOM - error / most() * (HEIGHT - BOTTOM - TOP));
    }

    private void axes(Strokes strokes) {
        int bottom = HEIGHT - BOTTOM;
        for (int error = 0; error <= most(); error += 2) {
            strokes.line(LEFT, y(error), WIDTH - RIGHT, y(error), "#e5e7eb");
            strokes.text(LEFT - 6, y(error) + 4, "text-anchor='end' " + SOFT, error + " %");
        }
        IntStream.rangeClosed(0, 60)
                .mapToObj(i -> List.of(1, 2, 5).get(i % 3) * Math.pow(10, 5 + i / 3))
                .filter(macs -> Math.log10(macs) >= lowest() && Math.log10(macs) <= highest())
                .forEach(macs -> {
                    strokes.line(x(macs), bottom, x(macs), bottom + 4, Strokes.SOFT);
                    strokes.text(x(macs), bottom + 17, Strokes.MIDDLE + SOFT, millions(macs));
                });
        strokes.line(LEFT, bottom, WIDTH - RIGHT, bottom, Strokes.SOFT);
        strokes.text((LEFT + WIDTH) / 2.0, bottom + 34, Strokes.MIDDLE, "multiply-accumulates of an image");
    }

    private static String millions(double macs) {
        return macs < 1e9
                ? String.format(Locale.ROOT, "%.0f M", macs / 1e6)
                : String.format(Locale.ROOT, "%.0f G", macs / 1e9);
    }

    private void bubble(Strokes strokes, Point point) {
        strokes.explain(
                "",
                point.name() + ": " + Numbers.counted(point.parameters(), "parameter") + ", "
                        + Numbers.counted(point.macs(), "multiply-accumulate") + ", top-5 error " + point.error()
                        + " %, "
                        + point.crops() + (point.crops().equals("dense") ? "" : " crops") + "; " + point.source());
        strokes.disc(
                x(point.macs()), y(point.error()), radius(point.parameters()), look(point.oneCrop(), colour(point)));
        strokes.close();
    }

    private enum Years {
        EARLY("2012 to 2014", "#0072b2"),
        MIDDLE("2015 and 2016", "#d55e00"),
        LATE("2017 and later", "#009e73");

        private final String words;
        private final String colour;

        Years(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }

        static Years of(int year) {
            return year <= 2014 ? EARLY : year <= 2016 ? MIDDLE : LATE;
        }
    }

    private static String look(boolean filled, String colour) {
        return "fill='" + colour + "' fill-opacity='" + (filled ? ".55" : ".08") + "' stroke='" + colour
                + "' stroke-width='1.6'";
    }

    private static String colour(Point point) {
        return Years.of(point.year()).colour;
    }

    /** Years by colour, crops by filling, parameters by area. */
    private static void key(Strokes strokes) {
        int y = HEIGHT - 34;
        int x = LEFT;
        for (Years years : Years.values()) {
            strokes.disc(x, y - 4, 6, look(true, years.colour));
            strokes.text(x + 12, y, SMALL, years.words);
            x += 108;
        }
        x += 10;
        for (long size : SIZES) {
            x += radius(size);
            strokes.disc(x, y - 4, radius(size), look(true, "#6b7280"));
            x += radius(size) + 5;
            String words = size / 1_000_000 + "M parameters";
            strokes.text(x, y, SMALL, size == SIZES.get(2) ? words : words.split(" ")[0]);
            x += 36;
        }
        strokes.disc(LEFT, y + 16, 6, look(false, "#6b7280"));
        strokes.text(LEFT + 12, y + 20, SMALL, "a ring: ten crops or dense evaluation, which lower the error");
    }

    /** {@return a row a network, by error, with the source} */
    @Override
    public Grid grid() {
        var columns = List.of(
                new Grid.Column("network", false),
                new Grid.Column("year", true),
                new Grid.Column("parameters", true),
                new Grid.Column("MACs", true),
                new Grid.Column("top-5 error", true),
                new Grid.Column("crops", true),
                new Grid.Column("source of the error", false));
        var rows = new ArrayList<List<String>>();
        points.stream().sorted(Comparator.comparingDouble(Point::error)).forEach(point -> rows.add(row(point)));
        return new Grid("", columns, rows, List.of(), "");
    }

    private static List<String> row(Point point) {
        return List.of(
                point.id(),
                "" + point.year(),
                Numbers.grouped(point.parameters()),
                Numbers.grouped(point.macs()),
                point.error() + " %",
                point.crops(),
                point.source());
    }
}
