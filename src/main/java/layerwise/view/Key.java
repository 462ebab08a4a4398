package layerwise.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;

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

    /** A line and what it stands for. */
    record Entry(String name, Color colour, Stroke stroke) {}

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
        graphics.setColor(entry.colour());
        graphics.setStroke(entry.stroke());
        graphics.drawLine(x, baseline - 4, x + SAMPLE, baseline - 4);
        graphics.setColor(Sheet.TEXT);
        graphics.setStroke(Sheet.THIN);
        graphics.drawString(shown(graphics, entry), x + SAMPLE + 6, baseline);
    }
}
