package layerwise.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import layerwise.train.Epoch;
import layerwise.train.Recorded;
import layerwise.train.Spread;
import layerwise.train.Study;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A study as two panels, test loss and test accuracy: a line for the median of the runs of each group, and a band from the
 * least to the greatest, so that a difference is not seen where there is none.
 *
 * @param study what is drawn
 * @param target a test accuracy of 0 to 1 that the groups race to, where there is one
 */
public record StudyChart(Study study, OptionalDouble target) implements Picture {
    private static final int WIDTH = Sheet.WIDEST / 2;
    private static final int HEIGHT = 270;
    private static final int OPACITY = 56;
    private static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DOTTED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 4}, 0);

    /**
     * Refuses a target that is no share.
     *
     * @throws IllegalArgumentException if the target is not above 0 and at most 1
     */
    public StudyChart {
        target.ifPresent(share -> {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "a target: expected a test accuracy above 0 and at most 1, got " + share + "; 0.9 is 90 %");
            }
        });
    }

    /** {@return a study of one group of runs, without a target} */
    public static StudyChart of(String name, List<? extends Recorded> runs) {
        return new StudyChart(Study.of(name, runs), OptionalDouble.empty());
    }

    /** {@return this study with one more group of runs} */
    public StudyChart and(String name, List<? extends Recorded> runs) {
        return new StudyChart(study.and(name, runs), target);
    }

    /**
     * {@return this study as a race to a test accuracy of 0 to 1}
     *
     * @throws IllegalArgumentException if it is no such share
     */
    public StudyChart target(double accuracy) {
        return new StudyChart(study, OptionalDouble.of(accuracy));
    }

    /** {@return the same in numbers: final accuracy and epochs to the target, median and range} */
    public StudyTable table() {
        return new StudyTable(study, target);
    }

    /** {@return the panel of test losses, to change or save} */
    public XYChart loss() {
        return panel("test loss per image", "#0.###", Epoch::testLoss);
    }

    /** {@return the panel of test accuracies in percent, to change or save} */
    public XYChart accuracy() {
        var chart = panel("test accuracy in percent", "#0.##", epoch -> 100 * epoch.testAccuracy());
        target.ifPresent(share -> {
            double[] ends = {1, Math.max(2, study.epochs())};
            var line = chart.addSeries("target", ends, new double[] {100 * share, 100 * share});
            line.setLineColor(Sheet.TEXT);
            line.setLineStyle(DOTTED);
            line.setMarker(SeriesMarkers.NONE);
        });
        return chart;
    }

    private XYChart panel(String title, String pattern, ToDoubleFunction<Epoch> quantity) {
        var chart = ChartStyle.chart(title, study.epochs(), WIDTH, HEIGHT);
        chart.getStyler().setYAxisDecimalPattern(pattern);
        for (int i = 0; i < study.groups().size(); i++) {
            band(chart, study.groups().get(i), quantity, ChartStyle.colour(i));
        }
        for (int i = 0; i < study.groups().size(); i++) {
            median(chart, study.groups().get(i), quantity, ChartStyle.colour(i));
        }
        return chart;
    }

    /** Out along the least, back along the greatest. */
    private static void band(XYChart chart, Study.Group group, ToDoubleFunction<Epoch> quantity, Color colour) {
        var spreads = spreads(group, quantity);
        if (group.runs().size() == 1 || spreads.size() == 1) {
            return;
        }
        int last = spreads.size();
        double[] x = IntStream.range(0, 2 * last)
                .mapToDouble(i -> i < last ? i + 1 : 2 * last - i)
                .toArray();
        double[] y = DoubleStream.concat(
                        spreads.stream().mapToDouble(Spread::min),
                        IntStream.range(0, last)
                                .mapToDouble(i -> spreads.get(last - 1 - i).max()))
                .toArray();
        var series = chart.addSeries(group.name() + ", from least to greatest", x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
        series.setLineColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0));
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    private static void median(XYChart chart, Study.Group group, ToDoubleFunction<Epoch> quantity, Color colour) {
        var spreads = spreads(group, quantity);
        var series = chart.addSeries(
                group.name(),
                IntStream.rangeClosed(1, spreads.size()).asDoubleStream().toArray(),
                spreads.stream().mapToDouble(Spread::median).toArray());
        series.setLineColor(colour);
        series.setLineStyle(LINE);
        series.setMarkerColor(colour);
        series.setMarker(spreads.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }

    private static List<Spread> spreads(Study.Group group, ToDoubleFunction<Epoch> quantity) {
        return IntStream.rangeClosed(1, group.epochs())
                .mapToObj(number -> group.at(number, quantity))
                .toList();
    }

    @Override
    public BufferedImage image() {
        return ChartStyle.sheet(List.of(loss(), accuracy()), key());
    }

    private Key key() {
        var entries = new ArrayList<Key.Entry>();
        for (int i = 0; i < study.groups().size(); i++) {
            var group = study.groups().get(i);
            String name = group.name() + ", " + Numbers.counted(group.runs().size(), "seed");
            entries.add(new Key.Entry(name, ChartStyle.colour(i), LINE));
        }
        target.ifPresent(share -> entries.add(new Key.Entry("target", Sheet.TEXT, DOTTED)));
        return new Key(entries);
    }

    /** {@return the table} */
    @Override
    public String text() {
        return table().text();
    }
}
