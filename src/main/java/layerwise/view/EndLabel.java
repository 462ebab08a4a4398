package layerwise.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The name of a line at its right end; names that would cover each other move apart, and a dotted line leads to each.
 *
 * @param name what is written
 * @param colour of its line
 * @param x where the line ends
 * @param y where the line ends
 */
record EndLabel(String name, Color colour, int x, int y) {
    private static final int FONT = 11;
    private static final int APART = 14;
    private static final int LEADER = 14;
    private static final int MARGIN = 8;
    private static final int WIDEST = Sheet.WIDEST / 4;
    private static final BasicStroke DOTTED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {1, 3}, 0);

    /** {@return pixels that these names need to the right of a chart} */
    static int room(List<String> names) {
        int[] widest = {0};
        Sheet.painted(1, 1, graphics -> {
            graphics.setFont(Sheet.font(FONT));
            for (String name : names) {
                widest[0] = Math.max(widest[0], graphics.getFontMetrics().stringWidth(name));
            }
        });
        return Math.min(WIDEST, widest[0]) + LEADER + MARGIN;
    }

    /** Writes all names from {@code left} on, the upper line's above the lower line's, within {@code height} pixels. */
    static void paint(Graphics2D graphics, List<EndLabel> labels, int left, int height) {
        var sorted =
                labels.stream().sorted(Comparator.comparingInt(EndLabel::y)).toList();
        var places = apart(sorted.stream().map(EndLabel::y).toList(), height - APART);
        graphics.setFont(Sheet.font(FONT));
        for (int i = 0; i < sorted.size(); i++) {
            sorted.get(i).paint(graphics, left, places.get(i));
        }
    }

    /** {@return these heights, from the least on, moved down until they are {@value #APART} apart, then up as far as needed} */
    static List<Integer> apart(List<Integer> heights, int lowest) {
        var places = new ArrayList<Integer>();
        for (int height : heights) {
            places.add(places.isEmpty() ? height : Math.max(height, places.get(places.size() - 1) + APART));
        }
        for (int i = places.size() - 1, limit = lowest; i >= 0 && places.get(i) > limit; i--, limit -= APART) {
            places.set(i, limit);
        }
        return places;
    }

    private void paint(Graphics2D graphics, int left, int place) {
        graphics.setColor(colour);
        graphics.setStroke(DOTTED);
        graphics.drawLine(x + 4, y, left, y);
        graphics.setStroke(Sheet.THIN);
        graphics.drawLine(left, y, left + LEADER - 3, place);
        graphics.setColor(Sheet.TEXT);
        graphics.drawString(Sheet.cut(graphics, name, WIDEST), left + LEADER, place + 4);
    }
}
