package layerwise.kernel;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The one look that the kernel knows by itself: a Java image is a PNG picture. */
final class Pictures {
    private Pictures() {}

    /** {@return the same renderers, with pictures} */
    static Renderers register(Renderers renderers) {
        renderers.put(RenderedImage.class, Pictures::bundle);
        return renderers;
    }

    private static MimeBundle bundle(RenderedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MimeBundle.text("image, " + image.getWidth() + "×" + image.getHeight() + " pixels")
                .png(file.toByteArray());
    }
}
