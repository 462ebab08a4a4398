package layerwise.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** White paper to paint on; it stays readable on a dark page because it is opaque. */
final class Sheet {
    /** The widest a picture may be, in pixels. */
    static final int WIDEST = 700;

    /** Text. */
    static final Color TEXT = new Color(0x1f2937);
    /** Lines that hold nothing. */
    static final Color FAINT = new Color(0xd1d5db);
    /** What is right. */
    static final Color RIGHT = new Color(0x0072b2);
    /** What is wrong. */
    static final Color WRONG = new Color(0xd55e00);

    /** A line one pixel wide. */
    static final Stroke THIN = new BasicStroke(1);
    /** A line that is seen at once. */
    static final Stroke THICK = new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private Sheet() {}

    /** {@return a white image of this size with what {@code painter} paints on it, lines and letters smoothed} */
    static BufferedImage painted(int width, int height, Consumer<Graphics2D> painter) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(TEXT);
        painter.accept(graphics);
        graphics.dispose();
        return image;
    }

    /** {@return what is drawn, on white, at most {@value #WIDEST} pixels wide} */
    static BufferedImage fitted(BufferedImage drawn) {
        double scale = Math.min(1, (double) WIDEST / drawn.getWidth());
        int width = (int) Math.round(scale * drawn.getWidth());
        int height = (int) Math.round(scale * drawn.getHeight());
        return painted(width, height, graphics -> {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(drawn, 0, 0, width, height, null);
        });
    }

    /** {@return the plain typeface of the machine, {@code size} pixels high} */
    static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    /** {@return the bold typeface of the machine, {@code size} pixels high} */
    static Font bold(int size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, size);
    }

    /** Writes {@code text} with its middle at {@code x}. */
    static void centred(Graphics2D graphics, String text, int x, int baseline) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, baseline);
    }

    /** Writes {@code text} with its end at {@code x}. */
    static void ending(Graphics2D graphics, String text, int x, int baseline) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text), baseline);
    }

    /** {@return as much of {@code text} as fits {@code width} pixels, with … where it is cut} */
    static String cut(Graphics2D graphics, String text, int width) {
        var metrics = graphics.getFontMetrics();
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int end = text.length() - 1;
        while (end > 1 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
