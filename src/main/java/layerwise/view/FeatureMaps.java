package layerwise.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import layerwise.data.Planes;
import layerwise.layers.Given;

/**
 * What a layer writes for one picture: its maps in a grid, blue below zero, white at zero, vermilion above, all on one scale.
 *
 * @param maps a channel each
 * @param most how many are shown
 */
public record FeatureMaps(Planes maps, int most) implements Picture {
    private static final int MOST = 32;
    private static final int LISTED = 16;
    private static final int[] SIDES = {64, 56, 48, 40, 32, 24, 20};

    /** Refuses to show none. */
    public FeatureMaps {
        Given.value(maps, "maps to show");
        if (most < 1) {
            throw new IllegalArgumentException(maps.name() + ": expected at least 1 map to show, got " + most);
        }
    }

    /** {@return the first 32 maps} */
    public static FeatureMaps of(Planes maps) {
        return new FeatureMaps(maps, maps.shape().area() == 1 ? maps.shape().channels() : MOST);
    }

    private int shown() {
        return Math.min(most, maps.shape().channels());
    }

    @Override
    public BufferedImage image() {
        double strongest = Panels.strongest(maps);
        var tiles = new ArrayList<BufferedImage>();
        for (int c = 0; c < shown(); c++) {
            tiles.add(Panels.heat(maps, c, strongest));
        }
        return maps.shape().area() == 1 ? Mosaic.painted(title(), tiles, 12) : Mosaic.small(title(), tiles, SIDES);
    }

    private String title() {
        String part = shown() < maps.shape().channels() ? ", the first " + shown() : "";
        return String.format(Locale.ROOT, "%s%s, from %.3g to %.3g", maps, part, maps.low(), maps.high());
    }

    /** {@return a row for each of the first maps: smallest, mean and largest number, and the share above zero} */
    @Override
    public String text() {
        var columns = List.of(
                new Grid.Column("map", true),
                new Grid.Column("least", true),
                new Grid.Column("mean", true),
                new Grid.Column("most", true),
                new Grid.Column("above 0", true));
        int listed = Math.min(LISTED, shown());
        var rows = IntStream.range(0, listed).mapToObj(this::row).toList();
        String rest = listed < maps.shape().channels() ? "and " + (maps.shape().channels() - listed) + " more" : "";
        return PlainText.of(new Grid(title(), columns, rows, List.of(), rest));
    }

    private List<String> row(int map) {
        var plane = maps.channel(map);
        double sum = 0;
        int above = 0;
        for (float value : plane.values()) {
            sum += value;
            above += value > 0 ? 1 : 0;
        }
        int area = (int) plane.shape().area();
        return List.of(
                "" + map,
                Numbers.decimal(plane.low()),
                Numbers.decimal(sum / area),
                Numbers.decimal(plane.high()),
                Numbers.percent((double) above / area));
    }
}
