package layerwise.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import layerwise.layers.Shape;

/**
 * A decoded picture, 0xRRGGBB, rows from the top; what is transparent becomes black.
 *
 * @param width columns
 * @param height rows
 * @param colours width · height of them
 */
record Photograph(int width, int height, int[] colours) {
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");
    private static final long MOST_PIXELS = 200_000_000;
    private static final long MOST_KEPT = 16_000_000;

    /**
     * {@return the picture in this file, at least as large as {@code shape} where the file is} Of a huge one every n-th row
     * and column is kept, so that a thread never holds more than 16 million pixels.
     *
     * @throws IOException whose message says what is wrong, without the name of the file
     */
    static Photograph read(Path file, Shape shape) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("this user may not read it");
        }
        try (Watched in = new Watched(file)) {
            return read(reader(in), in, shape);
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new IOException("it does not decode: " + e.getClass().getSimpleName(), e);
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new IOException(in.length() == 0 ? "it is empty" : "it is no JPEG, PNG, GIF or BMP");
    }

    private static Photograph read(ImageReader reader, Watched in, Shape shape) throws IOException {
        String[] warning = new String[1];
        IIOReadWarningListener listener = (source, message) -> warning[0] = message;
        try {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(listener);
            ImageReadParam plan = reader.getDefaultReadParam();
            int step = step(reader.getWidth(0), reader.getHeight(0), shape);
            plan.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, plan);
            if (in.passedEnd && reader.getFormatName().equalsIgnoreCase("bmp")) {
                warning[0] = "it ends too early"; // the one reader of the four that leaves the rest black in silence
            }
            if (warning[0] != null) {
                throw new IOException(warning[0]);
            }
            return of(image);
        } catch (IOException e) {
            throw new IOException("it does not decode: " + oneLine(e), e);
        } finally {
            reader.dispose();
        }
    }

    private static String oneLine(IOException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }

    private static int step(int width, int height, Shape shape) throws IOException {
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException(
                    "at most " + MOST_PIXELS + " pixels are read, its header says " + width + "×" + height);
        }
        int spare = Math.min(width / shape.width(), height / shape.height()) / 2;
        int step = Math.max(1, spare);
        if ((long) (width / step) * (height / step) > MOST_KEPT) {
            throw new IOException("a picture of " + width + "×" + height + " is too long for one of " + shape);
        }
        return step;
    }

    private static Photograph of(BufferedImage image) {
        int[] colours = new int[image.getWidth() * image.getHeight()];
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            grey(image, colours);
        } else {
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), colours, 0, image.getWidth());
            overBlack(colours);
        }
        return new Photograph(image.getWidth(), image.getHeight(), colours);
    }

    /** Samples as they are: Java takes grey for linear light and would brighten it. */
    private static void grey(BufferedImage image, int[] colours) {
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        int most = (1 << model.getComponentSize(0)) - 1;
        int[] row = new int[image.getWidth() * raster.getNumBands()];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.getWidth(), 1, row);
            for (int x = 0; x < image.getWidth(); x++) {
                int level = row[x * raster.getNumBands()] * 255 / most;
                int alpha = model.hasAlpha() ? row[x * raster.getNumBands() + 1] * 255 / most : 255;
                colours[y * image.getWidth() + x] = level * alpha / 255 * 0x010101;
            }
        }
    }

    private static void overBlack(int[] colours) {
        for (int i = 0; i < colours.length; i++) {
            int alpha = colours[i] >>> 24;
            if (alpha < 255) {
                int red = (colours[i] >>> 16 & 0xFF) * alpha / 255;
                int green = (colours[i] >>> 8 & 0xFF) * alpha / 255;
                int blue = (colours[i] & 0xFF) * alpha / 255;
                colours[i] = red << 16 | green << 8 | blue;
            }
            colours[i] &= 0xFFFFFF;
        }
    }

    /** Writes C × H × W bytes from {@code at}: resized until it just covers H × W, the middle cut out. */
    void cut(Shape shape, byte[] pixels, int at) {
        double scale = Math.min((double) width / shape.width(), (double) height / shape.height());
        int area = (int) shape.area();
        Span[] columns = Span.all(shape.width(), scale, (width - shape.width() * scale) / 2, width);
        Span[] rows = Span.all(shape.height(), scale, (height - shape.height() * scale) / 2, height);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
                int colour = mean(columns[x], rows[y]);
                int i = at + y * columns.length + x;
                if (shape.channels() == 1) {
                    pixels[i] = (byte) luma(colour);
                } else {
                    pixels[i] = (byte) (colour >>> 16);
                    pixels[i + area] = (byte) (colour >>> 8);
                    pixels[i + 2 * area] = (byte) colour;
                }
            }
        }
    }

    private int mean(Span column, Span row) {
        double red = 0.5;
        double green = 0.5;
        double blue = 0.5;
        for (int y = 0; y < row.weights().length; y++) {
            int line = (row.from() + y) * width + column.from();
            for (int x = 0; x < column.weights().length; x++) {
                int colour = colours[line + x];
                double weight = row.weights()[y] * column.weights()[x];
                red += weight * (colour >>> 16);
                green += weight * (colour >>> 8 & 0xFF);
                blue += weight * (colour & 0xFF);
            }
        }
        return (int) red << 16 | (int) green << 8 | (int) blue;
    }

    /** {@return 0.299 R + 0.587 G + 0.114 B, rounded (ITU-R BT.601)} */
    private static int luma(int colour) {
        return (299 * (colour >>> 16) + 587 * (colour >>> 8 & 0xFF) + 114 * (colour & 0xFF) + 500) / 1000;
    }

    /** A file that notes when more was asked for than it has. */
    private static final class Watched extends FileImageInputStream {
        private boolean passedEnd;

        Watched(Path file) throws IOException {
            super(file.toFile());
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            passedEnd |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            passedEnd |= read < length;
            return read;
        }
    }
}
