package layerwise.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Many small images in rows under one line of text. */
final class Mosaic {
    /** The largest file that a grid of images becomes: a notebook is kept with its pictures. */
    static final int MOST_BYTES = 20_000;

    private static final int MARGIN = 8;
    private static final int GAP = 3;
    private static final int HEAD = 24;

    private Mosaic() {}

    /** {@return the mosaic with the largest tiles of these sides whose file is small enough, else with the smallest} */
    static BufferedImage small(String title, List<BufferedImage> tiles, int... sides) {
        var mosaic = painted(title, tiles, sides[0]);
        for (int i = 1; i < sides.length && Png.of(mosaic).length > MOST_BYTES; i++) {
            mosaic = painted(title, tiles, sides[i]);
        }
        return mosaic;
    }

    /** {@return the mosaic with tiles that are this long on their longer side} */
    static BufferedImage painted(String title, List<BufferedImage> tiles, int side) {
        var zoomed = tiles.stream().map(tile -> Panels.zoomed(tile, side)).toList();
        int wide = GAP + zoomed.stream().mapToInt(BufferedImage::getWidth).max().orElse(0);
        int high =
                GAP + zoomed.stream().mapToInt(BufferedImage::getHeight).max().orElse(0);
        int columns = Math.max(1, Math.min(columns(tiles.size()), (Sheet.WIDEST - 2 * MARGIN) / wide));
        int rows = (tiles.size() + columns - 1) / columns;
        int width = Math.max(2 * MARGIN + columns * wide, Math.min(Sheet.WIDEST, 2 * MARGIN + 7 * title.length()));
        return Sheet.painted(width, HEAD + rows * high + MARGIN, paper -> {
            head(paper, title, width);
            for (int n = 0; n < zoomed.size(); n++) {
                tile(paper, zoomed.get(n), MARGIN + n % columns * wide, HEAD + n / columns * high);
            }
        });
    }

    /** Eight in a row, of many 32. */
    private static int columns(int tiles) {
        return tiles > 64 ? 32 : 8;
    }

    private static void head(Graphics2D paper, String title, int width) {
        paper.setFont(Sheet.bold(12));
        paper.drawString(Sheet.cut(paper, title, width - 2 * MARGIN), MARGIN, HEAD - 8);
    }

    private static void tile(Graphics2D paper, BufferedImage tile, int x, int y) {
        paper.drawImage(tile, x, y, null);
        paper.setColor(Sheet.FAINT);
        paper.drawRect(x - 1, y - 1, tile.getWidth() + 1, tile.getHeight() + 1);
    }
}
