package layerwise.view;

import java.awt.BasicStroke;
import java.util.List;
import java.util.function.ToDoubleFunction;
import layerwise.train.Epoch;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One quantity over the epochs of several runs: a colour a run, dashed for training images, solid for test images.
 *
 * @param quantity with its unit, at the vertical axis
 * @param pattern how the axis prints it
 * @param runs what is drawn
 */
record CurvePanel(String quantity, String pattern, List<LearningCurve.Run> runs) {

    /** Beyond this a loss says no more than that training diverged, and XChart labels its axis for ever. */
    private static final double MOST = 1e9;

    /** Of test images. */
    static final BasicStroke SOLID = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** Of training images. */
    static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    XYChart chart(ToDoubleFunction<Epoch> train, ToDoubleFunction<Epoch> test, int width, int height) {
        int last = runs.stream()
                .mapToInt(run -> run.history().epochs().size())
                .max()
                .orElse(1);
        var chart = ChartStyle.chart(quantity, last, width, height);
        chart.getStyler().setYAxisDecimalPattern(pattern);
        chart.getStyler()
                .setLegendLayout(runs.size() > 1 ? Styler.LegendLayout.Vertical : Styler.LegendLayout.Horizontal);
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var colour = ChartStyle.colour(i);
            draw(chart, run, "train", train, i, SeriesMarkers.DIAMOND)
                    .setLineStyle(DASHED)
                    .setLineColor(colour);
            draw(chart, run, "test", test, i, SeriesMarkers.CIRCLE)
                    .setLineStyle(SOLID)
                    .setLineColor(colour);
        }
        return chart;
    }

    /**
     * A series' name must be its own, a label need not; a loss that is no number, or a hopeless one, leaves a gap, and a
     * single epoch is a point.
     */
    private XYSeries draw(
            XYChart chart, LearningCurve.Run run, String images, ToDoubleFunction<Epoch> value, int i, Marker point) {
        var epochs = run.history().epochs();
        var series = chart.addSeries(
                i + images,
                epochs.stream().mapToDouble(Epoch::number).toArray(),
                epochs.stream()
                        .mapToDouble(value)
                        .map(number -> Math.abs(number) < MOST ? number : Double.NaN)
                        .toArray());
        series.setLabel(run.label(images));
        series.setMarker(epochs.size() == 1 ? point : SeriesMarkers.NONE);
        series.setXYSeriesRenderStyle(
                epochs.size() == 1 ? XYSeries.XYSeriesRenderStyle.Scatter : XYSeries.XYSeriesRenderStyle.Line);
        series.setMarkerColor(ChartStyle.colour(i));
        return series;
    }
}
