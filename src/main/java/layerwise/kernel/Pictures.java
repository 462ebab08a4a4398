package layerwise.kernel;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** Java images and files of images: a picture beside the text that says how large it is. */
final class Pictures {
    private static final long LARGEST = 16 << 20;

    /** Files that a front end shows as they are. */
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "svg", "image/svg+xml");

    private Pictures() {}

    /** {@return the same renderers, with pictures} */
    static Renderers register(Renderers renderers) {
        renderers.otherwise(RenderedImage.class, Pictures::of);
        renderers.otherwise(Path.class, Pictures::of);
        renderers.otherwise(File.class, file -> of(file.toPath()));
        return renderers;
    }

    /** {@return the image as PNG} */
    static MimeBundle of(RenderedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MimeBundle.text(size(image)).png(file.toByteArray());
    }

    /** {@return the picture in the file; a path of anything else is its own text} */
    static MimeBundle of(Path path) {
        try {
            boolean picture = TYPES.containsKey(ending(path)) && Files.isRegularFile(path) && Files.isReadable(path);
            return picture && Files.size(path) <= LARGEST ? picture(path) : MimeBundle.text(path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": the picture cannot be read", e);
        }
    }

    private static MimeBundle picture(Path path) throws IOException {
        String type = TYPES.get(ending(path));
        if (type.endsWith("xml")) {
            return MimeBundle.text(path + ": a drawing").svg(Files.readString(path));
        }
        RenderedImage image = ImageIO.read(path.toFile());
        if (image == null) {
            return MimeBundle.text(path + ": expected a picture, got other bytes");
        }
        return MimeBundle.text(path + ": " + size(image))
                .with(type, Base64.getEncoder().encodeToString(Files.readAllBytes(path)));
    }

    private static String size(RenderedImage image) {
        return "image, " + image.getWidth() + "×" + image.getHeight() + " pixels";
    }

    private static String ending(Path path) {
        String name = path.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
