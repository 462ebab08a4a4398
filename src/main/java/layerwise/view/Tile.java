package layerwise.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import layerwise.data.Dataset;
import layerwise.layers.Shape;

/**
 * One small image with its caption.
 *
 * @param image pixel for pixel
 * @param caption its lines
 * @param mark whether it is an answer, and a right one
 */
record Tile(BufferedImage image, List<String> caption, Mark mark) {

    /** What is said of an answer. */
    enum Mark {
        /** Nothing: it is no answer. */
        NONE,
        /** It is right. */
        RIGHT,
        /** It is wrong. */
        WRONG
    }

    /** {@return image {@code index} of the set; one channel is grey, three are red, green and blue} */
    static BufferedImage image(Dataset images, int index) {
        Shape shape = images.shape();
        byte[] pixels = images.pixels(index);
        int area = shape.height() * shape.width();
        int green = shape.channels() >= 3 ? area : 0;
        var image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < area; i++) {
            int rgb = (pixels[i] & 0xFF) << 16 | (pixels[green + i] & 0xFF) << 8 | pixels[2 * green + i] & 0xFF;
            image.setRGB(i % shape.width(), i / shape.width(), rgb);
        }
        return image;
    }

    /** {@return a bitmap of rows of {@code width} numbers: ink where they are positive, paper elsewhere} */
    static BufferedImage bitmap(List<Integer> code, int width) {
        var image = new BufferedImage(width, code.size() / width, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < code.size(); i++) {
            image.setRGB(i % width, i / width, code.get(i) > 0 ? Sheet.TEXT.getRGB() : 0xFFFFFF);
        }
        return image;
    }

    /** Paints the image {@code zoom} times as large, each pixel a square, with its frame, sign and caption. */
    void paint(Graphics2D graphics, int x, int y, int zoom, int width) {
        int left = x + (width - image.getWidth() * zoom) / 2;
        pixels(graphics, left, y, zoom);
        graphics.setColor(mark == Mark.WRONG ? Sheet.WRONG : Sheet.FAINT);
        int frame = mark == Mark.WRONG ? 3 : 1;
        int right = image.getWidth() * zoom;
        int bottom = image.getHeight() * zoom;
        for (int i = 1; i <= frame; i++) {
            graphics.drawRect(left - i, y - i, right + 2 * i - 1, bottom + 2 * i - 1);
        }
        caption(graphics, x + width / 2, y + bottom + 16, width);
    }

    private void pixels(Graphics2D graphics, int left, int top, int zoom) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                graphics.setColor(new Color(image.getRGB(x, y)));
                graphics.fillRect(left + x * zoom, top + y * zoom, zoom, zoom);
            }
        }
    }

    /** A wrong answer has a cross before it, a right one a tick; both are painted, as not every typeface has them. */
    private void caption(Graphics2D graphics, int middle, int baseline, int width) {
        for (int line = 0; line < caption.size(); line++) {
            boolean signed = line == 0 && mark != Mark.NONE;
            graphics.setColor(line == 0 && mark == Mark.WRONG ? Sheet.WRONG : Sheet.TEXT);
            graphics.setFont(signed ? Sheet.bold(12) : Sheet.font(12));
            String text = Sheet.cut(graphics, caption.get(line), width - (signed ? 14 : 0));
            Sheet.centred(graphics, text, middle + (signed ? 7 : 0), baseline + 15 * line);
            if (signed) {
                sign(graphics, middle - graphics.getFontMetrics().stringWidth(text) / 2 - 6, baseline - 4);
            }
        }
    }

    private void sign(Graphics2D graphics, int x, int y) {
        graphics.setColor(mark == Mark.WRONG ? Sheet.WRONG : Sheet.RIGHT);
        graphics.setStroke(Sheet.THICK);
        if (mark == Mark.WRONG) {
            graphics.drawLine(x - 4, y - 4, x + 4, y + 4);
            graphics.drawLine(x - 4, y + 4, x + 4, y - 4);
        } else {
            graphics.drawLine(x - 4, y, x - 1, y + 4);
            graphics.drawLine(x - 1, y + 4, x + 4, y - 4);
        }
        graphics.setStroke(Sheet.THIN);
    }
}
