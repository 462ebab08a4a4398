package layerwise.view;

import java.awt.image.BufferedImage;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Any chart of XChart as a picture, so that a learner's own charts are shown as the course's are.
 *
 * @param chart what is painted, in its own size
 */
public record ChartPicture(Chart<?, ?> chart) implements Picture {

    @Override
    public BufferedImage image() {
        return BitmapEncoder.getBufferedImage(chart);
    }

    /** {@return the chart's title; its numbers are the reader's own} */
    @Override
    public String text() {
        return chart.getTitle();
    }
}
