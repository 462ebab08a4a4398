package layerwise.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.layers.Given;
import layerwise.layers.Shape;

/** One's own photograph, JPEG, PNG, GIF or BMP, in red, green and blue. */
public final class PictureFile {
    /** The longer side of what is read; no network of the course reads more. */
    static final int LONGEST = 480;

    private PictureFile() {}

    /**
     * {@return the picture in this file; a larger one is reduced until its longer side is 480}
     *
     * @throws IOException if there is no such file, or it is no picture that can be read
     */
    public static Planes read(Path file) throws IOException {
        Given.value(file, "the file of a picture");
        if (!Files.exists(file)) {
            throw new IOException(file + ": expected a picture, got no such file; "
                    + neighbours(file.toAbsolutePath().getParent()));
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": expected a picture, got a folder; " + neighbours(file));
        }
        try {
            var photograph = Photograph.read(file, Shape.of(3, LONGEST, LONGEST));
            return planes(file.getFileName().toString(), photograph);
        } catch (IOException e) {
            throw new IOException(
                    file + ": expected a picture that can be read, got one of which is said: " + e.getMessage()
                            + "; save it again as JPEG or PNG",
                    e);
        }
    }

    private static Planes planes(String name, Photograph photograph) {
        double scale = Math.min(1, (double) LONGEST / Math.max(photograph.width(), photograph.height()));
        int height = Math.max(1, (int) (photograph.height() * scale + 0.5));
        int width = Math.max(1, (int) (photograph.width() * scale + 0.5));
        var shape = Shape.of(3, height, width);
        var bytes = new byte[(int) shape.size()];
        photograph.cut(shape, bytes, 0);
        var values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (bytes[i] & 0xFF) / 255f;
        }
        return Planes.own(name, shape, values);
    }

    private static String neighbours(Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return "there is no folder " + folder + " either";
        }
        try (Stream<Path> files = Files.list(folder)) {
            String found = files.map(file -> file.getFileName().toString())
                    .filter(PictureFile::named)
                    .sorted()
                    .limit(5)
                    .collect(Collectors.joining(", "));
            return found.isEmpty() ? "there are no pictures in " + folder : "its folder has " + found;
        } catch (IOException e) {
            return "its folder cannot be read";
        }
    }

    private static boolean named(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|gif|bmp)");
    }
}
