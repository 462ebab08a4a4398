package layerwise.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the lines of a chart stand for: samples with names, side by side, in as many rows as they need.
 *
 * @param entries in the order in which they are painted
 */
record Key(List<Key.Entry> entries) {
    private static final int ROW = 20;
    private static final int SAMPLE = 26;
    private static final int GAP = 18;
    private static final int MARGIN = 12;
    private static final int FONT = 12;

    /** A diamond around 0, 0, as XChart draws it. */
    static final Shape DIAMOND = new Polygon(new int[] {-5, 0, 5, 0}, new int[] {0, 5, 0, -5}, 4);
    /** A disc around 0, 0. */
    static final Shape DISC = new Ellipse2D.Double(-4, -4, 8, 8);

    /**
     * A line or a point and what it stands for.
     *
     * @param name what it stands for
     * @param colour of both
     * @param stroke of the line
     * @param point drawn in place of a line, where a chart has points alone
     */
    record Entry(String name, Color colour, Stroke stroke, Optional<Shape> point) {
        Entry(String name, Color colour, Stroke stroke) {
            this(name, colour, stroke, Optional.empty());
        }

        private void sample(Graphics2D graphics, int x, int y) {
            graphics.setColor(colour);
            graphics.setStroke(stroke);
            point.ifPresentOrElse(
                    shape -> graphics.fill(AffineTransform.getTranslateInstance(x + SAMPLE / 2.0, y)
                            .createTransformedShape(shape)),
                    () -> graphics.drawLine(x, y, x + SAMPLE, y));
        }
    }

    /** {@return pixels from the first row to below the last} */
    int height() {
        int[] rows = {0};
        Sheet.painted(1, 1, graphics -> rows[0] = rows(graphics).size());
        return ROW * rows[0];
    }

    /** Paints the rows, each centred, below {@code top}. */
    void paint(Graphics2D graphics, int top) {
        var rows = rows(graphics);
        for (int i = 0; i < rows.size(); i++) {
            int x = (Sheet.WIDEST - width(graphics, rows.get(i))) / 2;
            for (Entry entry : rows.get(i)) {
                paint(graphics, entry, x, top + ROW * i + 13);
                x += width(graphics, entry) + GAP;
            }
        }
    }

    private List<List<Entry>> rows(Graphics2D graphics) {
        graphics.setFont(Sheet.font(FONT));
        var rows = new ArrayList<List<Entry>>();
        for (Entry entry : entries) {
            if (rows.isEmpty() || !fits(graphics, rows.get(rows.size() - 1), entry)) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(entry);
        }
        return rows;
    }

    private static boolean fits(Graphics2D graphics, List<Entry> row, Entry next) {
        return width(graphics, row) + GAP + width(graphics, next) <= Sheet.WIDEST - 2 * MARGIN;
    }

    private static int width(Graphics2D graphics, List<Entry> row) {
        return row.stream().mapToInt(entry -> width(graphics, entry)).sum() + GAP * (row.size() - 1);
    }

    private static int width(Graphics2D graphics, Entry entry) {
        return SAMPLE + 6 + graphics.getFontMetrics().stringWidth(shown(graphics, entry));
    }

    private static String shown(Graphics2D graphics, Entry entry) {
        return Sheet.cut(graphics, entry.name(), Sheet.WIDEST - 2 * MARGIN - SAMPLE - 6);
    }

    private static void paint(Graphics2D graphics, Entry entry, int x, int baseline) {
        entry.sample(graphics, x, baseline - 4);
        graphics.setColor(Sheet.TEXT);
        graphics.setStroke(Sheet.THIN);
        graphics.drawString(shown(graphics, entry), x + SAMPLE + 6, baseline);
    }
}
