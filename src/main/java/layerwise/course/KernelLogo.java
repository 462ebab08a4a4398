package layerwise.course;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import layerwise.view.Logo;

/** The pictures by which Jupyter's menu shows the kernel, drawn by us. */
final class KernelLogo {
    private KernelLogo() {}

    /** {@return the files that Jupyter looks for beside {@code kernel.json}} */
    static Map<String, byte[]> files() {
        return Map.of(
                "logo-32x32.png", png(32),
                "logo-64x64.png", png(64),
                "logo-svg.svg", Logo.svg(64).text().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] png(int side) {
        BufferedImage image = Logo.svg(side).image();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
