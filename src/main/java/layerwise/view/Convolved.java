package layerwise.view;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import layerwise.data.Filter;
import layerwise.data.Planes;

/**
 * A picture, a filter, and what a convolution makes of them, side by side; a result below zero is in colour, others in grey.
 *
 * @param picture what the filter slides over
 * @param filter its weights
 * @param map the result
 */
public record Convolved(Planes picture, Filter filter, Planes map) implements Picture {
    private static final int SIDE = 224;
    private static final int SMALL = 105;
    private static final int TALL = 168;
    private static final int GAP = 6;

    @Override
    public BufferedImage image() {
        var weights = filter.weights();
        return Panels.beside(List.of(
                new Panels.Panel(picture.toString(), "", Panels.zoomed(PlanesPicture.pixels(picture), SIDE)),
                new Panels.Panel(
                        filter.name(),
                        range(weights) + (weights.shape().channels() > 1 ? ", by channel" : ""),
                        slices(weights)),
                new Panels.Panel("result " + map.shape(), range(map), Panels.zoomed(result(), SIDE))));
    }

    /** A channel below the other, as each is weighed by numbers of its own. */
    private static BufferedImage slices(Planes weights) {
        int channels = weights.shape().channels();
        var slices = IntStream.range(0, channels)
                .mapToObj(c -> Panels.zoomed(
                        Panels.heat(weights, c, Panels.strongest(weights)),
                        channels == 1 ? SMALL : TALL / channels - GAP))
                .toList();
        int high = slices.get(0).getHeight() + GAP;
        return Sheet.painted(slices.get(0).getWidth(), channels * high - GAP, paper -> {
            for (int c = 0; c < channels; c++) {
                paper.drawImage(slices.get(c), 0, c * high, null);
            }
        });
    }

    private BufferedImage result() {
        return map.low() < 0 ? Panels.heat(map, 0, Panels.strongest(map)) : PlanesPicture.pixels(map);
    }

    private static String range(Planes planes) {
        return String.format(Locale.ROOT, "from %.4g to %.4g", planes.low(), planes.high());
    }

    @Override
    public String text() {
        return picture + " through " + filter.name() + " " + filter.shape() + " → " + map.shape() + ", " + range(map);
    }
}
