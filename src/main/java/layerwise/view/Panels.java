package layerwise.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import layerwise.data.Planes;

/** Images side by side, each under its name and over a line that says what it holds. */
final class Panels {
    private static final int MARGIN = 10;
    private static final int GAP = 16;
    private static final int HEAD = 22;
    private static final int FOOT = 20;

    /**
     * One image.
     *
     * @param head above it
     * @param foot below it; may be empty
     * @param image pixel for pixel as it is to be seen
     */
    record Panel(String head, String foot, BufferedImage image) {}

    private Panels() {}

    /** {@return the panels on one sheet, from left to right} */
    static BufferedImage beside(List<Panel> panels) {
        int width = 2 * MARGIN
                - GAP
                + panels.stream().mapToInt(panel -> width(panel) + GAP).sum();
        int high = panels.stream()
                .mapToInt(panel -> panel.image().getHeight())
                .max()
                .orElse(0);
        return Sheet.painted(width, HEAD + high + FOOT + MARGIN, paper -> {
            int x = MARGIN;
            for (Panel panel : panels) {
                paint(paper, panel, x);
                x += width(panel) + GAP;
            }
        });
    }

    private static int width(Panel panel) {
        return Math.max(
                panel.image().getWidth(),
                Math.max(8 * panel.head().length(), 6 * panel.foot().length()));
    }

    private static void paint(Graphics2D paper, Panel panel, int x) {
        var image = panel.image();
        paper.setColor(Sheet.TEXT);
        paper.setFont(Sheet.bold(12));
        paper.drawString(Sheet.cut(paper, panel.head(), width(panel)), x, HEAD - 7);
        paper.drawImage(image, x, HEAD, null);
        paper.setColor(Sheet.FAINT);
        paper.drawRect(x - 1, HEAD - 1, image.getWidth() + 1, image.getHeight() + 1);
        paper.setColor(Sheet.TEXT);
        paper.setFont(Sheet.font(11));
        paper.drawString(Sheet.cut(paper, panel.foot(), width(panel)), x, HEAD + image.getHeight() + 15);
    }

    /** {@return {@code image} so many times as large, each pixel a square, or reduced by leaving rows and columns out} */
    static BufferedImage zoomed(BufferedImage image, int side) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        double zoom = longer <= side ? side / longer : (double) side / longer;
        int width = Math.max(1, (int) Math.round(image.getWidth() * zoom));
        int height = Math.max(1, (int) Math.round(image.getHeight() * zoom));
        var zoomed = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                zoomed.setRGB(x, y, image.getRGB((int) (x / zoom), (int) (y / zoom)));
            }
        }
        return zoomed;
    }

    /** {@return one channel as colours: blue below zero, white at zero, vermilion up to {@code strongest}} */
    static BufferedImage heat(Planes planes, int channel, double strongest) {
        var shape = planes.shape();
        var image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < shape.height(); i++) {
            for (int j = 0; j < shape.width(); j++) {
                image.setRGB(
                        j,
                        i,
                        HeatMap.colour(planes.at(channel, i, j), strongest).getRGB());
            }
        }
        return image;
    }

    /** {@return the largest distance from zero} */
    static double strongest(Planes planes) {
        return Math.max(Math.abs(planes.low()), Math.abs(planes.high()));
    }
}
