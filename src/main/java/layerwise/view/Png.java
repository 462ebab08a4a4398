package layerwise.view;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a picture as a small PNG, a third of the usual size, because notebooks are kept with their pictures.
 *
 * <p>Each channel is rounded to 16 levels, 17 apart; what then has at most 256 colours is written with a palette. No
 * dates: the same picture has the same bytes.
 */
final class Png {
    private static final int STEP = 17;
    private static final int PALETTE = 256;

    private Png() {}

    /** {@return the bytes of a PNG file of {@code image}, without transparency} */
    static byte[] of(BufferedImage image) {
        var rounded = rounded(image);
        var palette = palette(rounded);
        return written(palette.size() <= PALETTE ? indexed(rounded, palette) : rounded);
    }

    private static BufferedImage rounded(BufferedImage image) {
        var rounded = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                rounded.setRGB(x, y, level(rgb >> 16) << 16 | level(rgb >> 8) << 8 | level(rgb));
            }
        }
        return rounded;
    }

    private static int level(int channel) {
        return ((channel & 0xFF) + STEP / 2) / STEP * STEP;
    }

    /** {@return the colours in the order in which they first occur, numbered from 0; one more than fits at most} */
    private static Map<Integer, Integer> palette(BufferedImage image) {
        var palette = new LinkedHashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth() && palette.size() <= PALETTE; x++) {
                palette.putIfAbsent(image.getRGB(x, y), palette.size());
            }
        }
        return palette;
    }

    private static BufferedImage indexed(BufferedImage image, Map<Integer, Integer> palette) {
        int[] colours = palette.keySet().stream().mapToInt(rgb -> rgb).toArray();
        var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var indexed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                indexed.getRaster().setSample(x, y, 0, palette.get(image.getRGB(x, y)));
            }
        }
        return indexed;
    }

    private static byte[] written(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var hardest = writer.getDefaultWriteParam();
        hardest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        hardest.setCompressionQuality(0);
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), hardest);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written as PNG", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
