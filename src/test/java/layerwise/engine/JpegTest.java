package layerwise.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MXNet and the JDK each bring a libjpeg; in a JVM of its own, the engine is opened first and pictures come second. */
class JpegTest {
    @TempDir
    private Path folder;

    /** Opens the engine, then writes a JPEG and reads it again. */
    public static void main(String[] args) throws IOException {
        Engines.open();
        var file = Path.of(args[0]).toFile();
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        System.out.println(
                ImageIO.write(picture, "jpg", file) && ImageIO.read(file).getWidth() == 8 ? "read" : "lost");
    }

    @Test
    void picturesAreReadAfterTheEngineIsOpen() throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JpegTest.class.getName(),
                        folder.resolve("picture.jpg").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(said)).endsWith("read\n");
    }
}
