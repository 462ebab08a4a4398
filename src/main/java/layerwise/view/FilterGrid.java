package layerwise.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import layerwise.data.Planes;
import layerwise.layers.Given;
import layerwise.train.Insight;

/**
 * The filters of a convolution: those that read three channels in colour, others a plane for each channel, blue below zero,
 * white at zero, vermilion above.
 *
 * @param filters what is shown
 */
public record FilterGrid(Insight.Filters filters) implements Picture {
    private static final int MOST = 32;
    private static final int PLANES = 8;
    private static final int[] SIDES = {48, 40, 32, 24, 16};

    /** Refuses none. */
    public FilterGrid {
        Given.value(filters, "filters to show");
    }

    private boolean coloured() {
        return filters.each().channels() == 3;
    }

    private boolean single() {
        return filters.each().channels() == 1;
    }

    private int shown() {
        return Math.min(filters.count(), coloured() || single() ? MOST : PLANES);
    }

    private int planes() {
        return coloured() ? 1 : Math.min(PLANES, filters.each().channels());
    }

    @Override
    public BufferedImage image() {
        double strongest = strongest();
        var tiles = new ArrayList<BufferedImage>();
        for (int n = 0; n < shown(); n++) {
            var filter = filters.filter(n);
            for (int c = 0; c < planes(); c++) {
                tiles.add(coloured() ? colours(filter, strongest) : Panels.heat(filter, c, strongest));
            }
        }
        return Mosaic.small(title(), tiles, SIDES);
    }

    private double strongest() {
        double strongest = 0;
        for (float weight : filters.weights()) {
            strongest = Math.max(strongest, Math.abs(weight));
        }
        return strongest;
    }

    /** Grey is zero; a colour is what the filter answers to. */
    private static BufferedImage colours(Planes filter, double strongest) {
        var values = filter.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = strongest == 0 ? 0.5f : (float) (0.5 + values[i] / (2 * strongest));
        }
        return PlanesPicture.pixels(Planes.of(filter.name(), filter.shape(), values));
    }

    private String title() {
        return String.format(
                Locale.ROOT,
                "%s: %s of %s, within ±%.3g%s",
                filters.path(),
                Numbers.counted(filters.count(), "filter"),
                filters.each(),
                strongest(),
                part());
    }

    private String part() {
        if (shown() == filters.count()
                && (coloured() || planes() == filters.each().channels())) {
            return "";
        }
        return coloured() || single()
                ? ", the first " + shown()
                : ", a row a filter, the first " + shown() + "×" + planes();
    }

    /** {@return a row for each of the first filters: smallest and largest weight, and √Σ w²} */
    @Override
    public String text() {
        var rows = new ArrayList<List<String>>();
        for (int n = 0; n < Math.min(shown(), 16); n++) {
            var filter = filters.filter(n);
            double squares = 0;
            for (float weight : filter.values()) {
                squares += (double) weight * weight;
            }
            rows.add(List.of(
                    "" + n,
                    Numbers.decimal(filter.low()),
                    Numbers.decimal(filter.high()),
                    Numbers.decimal(Math.sqrt(squares))));
        }
        var columns = List.of(
                new Grid.Column("filter", true),
                new Grid.Column("least", true),
                new Grid.Column("most", true),
                new Grid.Column("length", true));
        return PlainText.of(new Grid(title(), columns, rows, List.of(), ""));
    }
}
