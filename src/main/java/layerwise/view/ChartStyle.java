package layerwise.view;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How every chart over epochs looks: white, whole epochs below, colours that all readers tell apart. */
final class ChartStyle {
    /** Told apart by colour-blind readers too (Okabe and Ito 2008). */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9));

    private static final int MOST_LABELS = 10;

    private ChartStyle() {}

    /** {@return the colour of run {@code i}, from 0} */
    static Color colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    /** {@return charts in rows of two, without legends of their own, above one key} */
    static BufferedImage sheet(List<XYChart> charts, Key key) {
        int width = charts.get(0).getWidth();
        int height = charts.get(0).getHeight();
        int rows = (charts.size() + 1) / 2;
        charts.forEach(chart -> chart.getStyler().setLegendVisible(false));
        int columns = Math.min(2, charts.size());
        return Sheet.painted(Sheet.WIDEST, rows * height + key.height() + 8, graphics -> {
            for (int i = 0; i < charts.size(); i++) {
                int left = (Sheet.WIDEST - columns * width) / 2 + i % 2 * width;
                graphics.drawImage(BitmapEncoder.getBufferedImage(charts.get(i)), left, i / 2 * height, null);
            }
            key.paint(graphics, rows * height);
        });
    }

    /** {@return an empty chart for epochs 1 to {@code last}} */
    static XYChart chart(String title, int last, int width, int height) {
        var chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle("epoch")
                .build();
        style(chart, last);
        return chart;
    }

    private static void style(XYChart chart, int last) {
        var styler = chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderColor(Sheet.FAINT);
        styler.setPlotGridLinesColor(Sheet.FAINT);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setChartFontColor(Sheet.TEXT);
        styler.setChartTitleFont(Sheet.bold(13));
        styler.setAxisTitleFont(Sheet.font(12));
        styler.setAxisTickLabelsFont(Sheet.font(11));
        styler.setLegendFont(Sheet.font(11));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        if (last > MOST_LABELS) {
            roundTicks(chart, last);
        }
        chart.setCustomXAxisTickLabelsFormatter(ChartStyle::whole);
    }

    /**
     * XChart labels evenly spaced values as they come, 1, 6, 11, until the labels touch; values that are not evenly spaced
     * get round ones.
     */
    private static void roundTicks(XYChart chart, int last) {
        var uneven = chart.addSeries(
                "uneven", new double[] {1, 1.5, last}, new double[] {Double.NaN, Double.NaN, Double.NaN});
        uneven.setShowInLegend(false);
        uneven.setMarker(SeriesMarkers.NONE);
    }

    private static String whole(double epoch) {
        return epoch == Math.rint(epoch) ? Long.toString((long) epoch) : "";
    }
}
