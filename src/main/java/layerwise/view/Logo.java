package layerwise.view;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The course's sign: maps that grow smaller and more, as in the networks it is about. */
public final class Logo {
    private static final String[] COLOURS = {"#0072b2", "#56b4e9", "#d55e00"};
    private static final int[] SIDES = {34, 24, 14};
    private static final int[] MAPS = {1, 2, 4};

    private Logo() {}

    /** {@return the sign on a clear ground, {@code side} pixels wide and high} */
    public static Svg svg(int side) {
        String stacks = IntStream.range(0, SIDES.length).mapToObj(Logo::stack).collect(Collectors.joining());
        return new Svg(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 64 64\">%s</svg>\n",
                side,
                side,
                stacks));
    }

    /** The maps of one layer, the hindmost first, each a little lower and further right. */
    private static String stack(int layer) {
        int left = new int[] {2, 24, 40}[layer];
        int top = new int[] {3, 19, 36}[layer];
        return IntStream.range(0, MAPS[layer])
                .mapToObj(map -> String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\" stroke=\"#ffffff\"/>",
                        left + 3 * map,
                        top + 3 * map,
                        SIDES[layer],
                        SIDES[layer],
                        COLOURS[layer]))
                .collect(Collectors.joining());
    }
}
