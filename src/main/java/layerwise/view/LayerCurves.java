package layerwise.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.train.Epoch;
import layerwise.train.RunRecord;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One quantity of every layer over the epochs, a panel a run on the same axis; the first layer blue, the last yellow.
 *
 * <p>The lines of a single run bear their names at their right ends; those of several have one key, in which neighbours
 * differ in their dashes too.
 *
 * @param quantity what is drawn
 * @param runs one a panel
 */
public record LayerCurves(LayerQuantity quantity, List<RunRecord> runs) implements Picture {
    private static final int HEIGHT = 270;
    private static final int NAMED = 15;
    private static final List<BasicStroke> LINES = List.of(line(), line(7, 4), line(2, 3));

    /** Of rising brightness, so that the order is seen without colours too (after viridis of matplotlib). */
    private static final List<Color> RAMP = List.of(new Color(0x3b2f80), new Color(0x21908c), new Color(0xd9b50f));

    /**
     * Copies the list and refuses runs that were not measured.
     *
     * @throws IllegalArgumentException if there is no run, or no layer of one has the quantity; the message says which
     */
    public LayerCurves {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(quantity.title() + " by layer: expected at least one run, got none");
        }
        for (RunRecord run : runs) {
            if (paths(quantity, run).isEmpty()) {
                boolean measured = run.history().epochs().stream()
                        .anyMatch(epoch -> !epoch.layers().isEmpty());
                throw new IllegalArgumentException(run.network().name() + ": expected " + quantity.title()
                        + " of its layers, got "
                        + (measured
                                ? "none, as it has no ReLU; draw its gradients or updates"
                                : "a run without measures; train it with measured(network, recipe, data)"));
            }
        }
    }

    private static BasicStroke line(float... dashes) {
        return dashes.length == 0
                ? new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static List<String> paths(LayerQuantity quantity, RunRecord run) {
        var paths = new LinkedHashSet<String>();
        run.history()
                .epochs()
                .forEach(epoch -> epoch.layers().stream()
                        .filter(measure -> quantity.of(measure).isPresent())
                        .forEach(measure -> paths.add(measure.path())));
        return List.copyOf(paths);
    }

    private OptionalDouble number(Epoch epoch, String path) {
        return epoch.layers().stream()
                .filter(measure -> measure.path().equals(path))
                .map(quantity::of)
                .flatMap(Optional::stream)
                .mapToDouble(number -> number)
                .findFirst();
    }

    @Override
    public BufferedImage image() {
        var range = range();
        if (runs.size() == 1 && paths(quantity, runs.get(0)).size() <= NAMED) {
            return labelled(runs.get(0), range);
        }
        int width = runs.size() == 1 ? Sheet.WIDEST : Sheet.WIDEST / 2;
        return ChartStyle.sheet(
                runs.stream().map(run -> chart(run, range, width)).toList(), key());
    }

    /** Where a line ends is known once its chart is painted. */
    private BufferedImage labelled(RunRecord run, Range range) {
        var paths = paths(quantity, run);
        int room = EndLabel.room(paths);
        var chart = chart(run, range, Sheet.WIDEST - room);
        chart.getStyler().setLegendVisible(false);
        var drawn = BitmapEncoder.getBufferedImage(chart);
        var labels = IntStream.range(0, paths.size())
                .mapToObj(i -> end(chart, run, paths.get(i), colour(i, paths.size())))
                .flatMap(Optional::stream)
                .toList();
        return Sheet.painted(Sheet.WIDEST, HEIGHT, graphics -> {
            graphics.drawImage(drawn, 0, 0, null);
            EndLabel.paint(graphics, labels, Sheet.WIDEST - room, HEIGHT);
        });
    }

    /** {@return the label of the last number that is drawn, where there is one} */
    private Optional<EndLabel> end(XYChart chart, RunRecord run, String path, Color colour) {
        double[] numbers = numbers(run, path).toArray();
        return IntStream.iterate(numbers.length - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> !Double.isNaN(numbers[i]))
                .mapToObj(i -> new EndLabel(
                        path, colour, x(chart, run, i), (int) Math.round(chart.getScreenYFromChart(numbers[i]))))
                .findFirst();
    }

    /** XChart knows no place for the only epoch, which stands in the middle. */
    private static int x(XYChart chart, RunRecord run, int i) {
        var epochs = run.history().epochs();
        return epochs.size() == 1
                ? chart.getWidth()
                : (int) Math.round(chart.getScreenXFromChart(epochs.get(i).number()));
    }

    private record Range(double low, double high) {}

    /** The same for all panels; whole powers of ten where the axis has them, at least one. */
    private Range range() {
        if (!quantity.logarithmic()) {
            return new Range(0, 100);
        }
        double[] drawn = runs.stream()
                .flatMapToDouble(run -> paths(quantity, run).stream().flatMapToDouble(path -> numbers(run, path)))
                .filter(number -> !Double.isNaN(number))
                .toArray();
        double low = Math.floor(Math.log10(DoubleStream.of(drawn).min().orElse(1)));
        double high = Math.ceil(Math.log10(DoubleStream.of(drawn).max().orElse(1)));
        return new Range(Math.pow(10, low), Math.pow(10, Math.max(high, low + 1)));
    }

    /** A number that the axis has no place for leaves a gap. */
    private DoubleStream numbers(RunRecord run, String path) {
        return run.history().epochs().stream()
                .mapToDouble(epoch -> number(epoch, path).orElse(Double.NaN))
                .map(number ->
                        Double.isFinite(number) && (number > 0 || !quantity.logarithmic()) ? number : Double.NaN);
    }

    private XYChart chart(RunRecord run, Range range, int width) {
        var epochs = run.history().epochs();
        String title = runs.size() == 1 ? quantity.title() : run.network().name() + ": " + quantity.title();
        var chart = ChartStyle.chart(title, epochs.size(), width, HEIGHT);
        chart.getStyler().setYAxisLogarithmic(quantity.logarithmic());
        chart.getStyler().setYAxisMin(range.low());
        chart.getStyler().setYAxisMax(range.high());
        var paths = paths(quantity, run);
        for (int i = 0; i < paths.size(); i++) {
            var series = chart.addSeries(
                    paths.get(i),
                    epochs.stream().mapToDouble(Epoch::number).toArray(),
                    numbers(run, paths.get(i)).toArray());
            series.setLineColor(colour(i, paths.size()));
            series.setLineStyle(stroke(i, paths.size()));
            series.setMarker(epochs.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
            series.setMarkerColor(colour(i, paths.size()));
        }
        return chart;
    }

    /** {@return the colour of layer {@code i} of {@code count}: a place on the ramp} */
    private static Color colour(int i, int count) {
        double place = count == 1 ? 0 : (RAMP.size() - 1.0) * i / (count - 1);
        int below = Math.min(RAMP.size() - 2, (int) place);
        Color from = RAMP.get(below);
        Color to = RAMP.get(below + 1);
        double share = place - below;
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    /** Lines that bear their names need no dashes; of many layers neighbours are as good as one. */
    private BasicStroke stroke(int i, int count) {
        return LINES.get(runs.size() > 1 && count <= NAMED ? i % LINES.size() : 0);
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Few layers that all runs have bear their names; of many the first, the middle and the last do. */
    private Key key() {
        var paths = paths(quantity, runs.get(0));
        boolean same = runs.stream().allMatch(run -> paths(quantity, run).equals(paths));
        int last = paths.size() - 1;
        var shown = same && paths.size() <= NAMED
                ? IntStream.rangeClosed(0, last)
                : IntStream.of(0, last / 2, last).distinct();
        return new Key(shown.mapToObj(
                        i -> new Key.Entry(name(paths, i, same), colour(i, paths.size()), stroke(i, paths.size())))
                .toList());
    }

    private static String name(List<String> paths, int i, boolean same) {
        String place = i == 0 ? "first" : i == paths.size() - 1 ? "last" : "middle";
        if (!same) {
            return place + " layer";
        }
        return paths.size() <= NAMED ? paths.get(i) : place + ": " + paths.get(i);
    }

    /** {@return a table a run: a row a layer, a column for the first, the middle and the last epoch} */
    @Override
    public String text() {
        return runs.stream().map(run -> PlainText.of(grid(run))).collect(Collectors.joining("\n\n"));
    }

    private Grid grid(RunRecord run) {
        var epochs = run.history().epochs();
        int last = epochs.size() - 1;
        var shown =
                IntStream.of(0, last / 2, last).distinct().mapToObj(epochs::get).toList();
        var columns = new ArrayList<>(List.of(new Grid.Column(quantity.title(), false)));
        shown.forEach(epoch -> columns.add(new Grid.Column("epoch " + epoch.number(), true)));
        var rows = paths(quantity, run).stream()
                .map(path -> Stream.concat(Stream.of(path), shown.stream().map(epoch -> cell(epoch, path)))
                        .toList())
                .toList();
        return new Grid(run.network().name(), columns, rows, List.of(), "");
    }

    private String cell(Epoch epoch, String path) {
        var number = number(epoch, path);
        return number.isPresent() ? quantity.printed(number.getAsDouble()) : "";
    }
}
