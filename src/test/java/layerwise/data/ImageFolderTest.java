package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFolderTest {
    private static final Shape SMALL = Shape.of(3, 8, 8);

    @TempDir
    private Path folder;

    @Test
    void aFolderIsAClassAndEverythingIsInTheOrderOfNames() throws IOException {
        plain("b/2.png", 20, 10, 0x00FF00);
        plain("b/1.png", 10, 30, 0xFF0000);
        plain("a/z.bmp", 8, 8, 0x0000FF);
        Files.writeString(folder.resolve("a/notes.txt"), "passed over");
        Files.writeString(folder.resolve("a/.hidden.png"), "passed over");
        Dataset images = ImageFolder.read(folder, SMALL);
        assertThat(images).hasToString(folder.getFileName() + ": 3 images of 3×8×8");
        assertThat(images.classes()).containsExactly("a", "b");
        assertThat(IntStream.range(0, 3).map(images::label)).containsExactly(0, 1, 1);
        assertThat(plane(images, 0, 2)).containsOnly((byte) 255);
        assertThat(plane(images, 1, 0)).containsOnly((byte) 255);
        assertThat(plane(images, 2, 1)).containsOnly((byte) 255);
        assertThat(plane(images, 2, 0)).containsOnly((byte) 0);
    }

    @ParameterizedTest
    @CsvSource({"png, 0", "bmp, 0", "gif, 1", "jpg, 6"})
    void everyFormatGivesThePictureThatWasWritten(String ending, int tolerance) throws IOException {
        BufferedImage ramp = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            ramp.setRGB(i % 8, i / 8, (i * 4) << 16 | (i * 4) << 8 | i * 4);
        }
        write("a/ramp." + ending, ending, ramp);
        byte[] pixels = ImageFolder.read(folder, SMALL).pixels(0);
        for (int i = 0; i < 192; i++) {
            assertThat(Math.abs((pixels[i] & 0xFF) - i % 64 * 4)).isLessThanOrEqualTo(tolerance);
        }
    }

    @Test
    void greyStaysAsItIsWritten() throws IOException {
        BufferedImage grey = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 81; i++) {
            grey.getRaster().setSample(i % 9, i / 9, 0, 100);
        }
        write("a/grey.png", "png", grey);
        assertThat(ImageFolder.read(folder, SMALL).pixels(0)).containsOnly((byte) 100);
        assertThat(ImageFolder.read(folder, Shape.of(1, 8, 8)).pixels(0)).containsOnly((byte) 100);
    }

    @Test
    void transparentBecomesBlackAndColourBecomesLuma() throws IOException {
        BufferedImage half = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 64; i++) {
            half.setRGB(i % 8, i / 8, i % 8 < 4 ? 0x00FFFFFF : 0xFF00FF00);
        }
        write("a/half.png", "png", half);
        byte[] pixels = ImageFolder.read(folder, Shape.of(1, 8, 8)).pixels(0);
        assertThat(pixels[0]).isZero();
        assertThat(pixels[7] & 0xFF).isEqualTo(150); // 0.587 · 255
    }

    @Test
    void theMiddleIsCutOutOfWhatIsLonger() throws IOException {
        BufferedImage thirds = new BufferedImage(48, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 48 * 16; i++) {
            thirds.setRGB(i % 48, i / 48, i % 48 / 16 == 1 ? 0xFFFFFF : 0xFF0000);
        }
        write("a/thirds.png", "png", thirds);
        byte[] green = plane(ImageFolder.read(folder, SMALL), 0, 1);
        for (int y = 0; y < 8; y++) {
            assertThat(Arrays.copyOfRange(green, y * 8 + 1, y * 8 + 7)).containsOnly((byte) 255);
        }
    }

    @Test
    void reducingKeepsTheMean() throws IOException {
        BufferedImage board = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            board.setRGB(i % 64, i / 64, (i % 64 + i / 64) % 2 == 0 ? 0xFFFFFF : 0);
        }
        write("a/board.png", "png", board);
        byte[] pixels = plane(ImageFolder.read(folder, Shape.of(3, 32, 32)), 0, 0);
        for (int i = 0; i < pixels.length; i++) {
            boolean edge = i % 32 == 0 || i % 32 == 31 || i / 32 == 0 || i / 32 == 31;
            assertThat(pixels[i] & 0xFF).isBetween(edge ? 100 : 127, edge ? 155 : 128);
        }
    }

    @Test
    void trainAndTestFoldersAreParts() throws IOException {
        plain("train/cat/1.png", 8, 8, 1);
        plain("train/dog/1.png", 8, 8, 2);
        plain("val/cat/1.png", 8, 8, 3);
        plain("val/dog/1.png", 8, 8, 4);
        Parts parts = ImageFolder.folder(folder, SMALL);
        assertThat(parts.train().orElseThrow().size()).isEqualTo(2);
        assertThat(parts.test().orElseThrow().classes()).containsExactly("cat", "dog");
        plain("val/eel/1.png", 8, 8, 4);
        assertThatThrownBy(() -> ImageFolder.folder(folder, SMALL))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": expected the same classes to train and to test on, got [cat, dog] and"
                        + " [cat, dog, eel]; give both parts the same folders");
    }

    @Test
    void filesThatCannotBeReadAreNamedInOneSentence() throws IOException {
        plain("a/good.png", 8, 8, 0);
        Files.writeString(folder.resolve("a/text.png"), "no image");
        Files.createFile(folder.resolve("a/empty.jpg"));
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        folder + ": expected 3 images that can be read, got 2 that cannot: a/empty.jpg (it is empty),"
                                + " a/text.png (it is no JPEG, PNG, GIF or BMP); replace them or take them away");
    }

    @ParameterizedTest
    @CsvSource({"png, 0.4", "jpg, 0.6", "gif, 0.6", "bmp, 0.5"})
    void aPictureThatIsCutShortIsRefused(String ending, double share) throws IOException {
        BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Chance chance = new Chance(1, 1);
        for (int i = 0; i < 64 * 64; i++) {
            noise.setRGB(i % 64, i / 64, chance.below(1 << 24));
        }
        Path file = write("a/cut." + ending, ending, noise);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder + ": expected 1 images that can be read, got 1 that cannot: a/cut."
                        + ending + " (it does not decode: ");
    }

    @Test
    void aHugePictureIsThinnedWhileItIsRead() throws IOException {
        BufferedImage wide = new BufferedImage(6000, 5000, BufferedImage.TYPE_BYTE_BINARY);
        write("a/wide.png", "png", wide);
        Photograph photograph = Photograph.read(folder.resolve("a/wide.png"), Shape.of(3, 224, 224));
        assertThat(photograph.width()).isBetween(448, 700);
        assertThat(photograph.height()).isBetween(448, 600);
    }

    @Test
    void foldersWithoutImagesAreRefused() throws IOException {
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL))
                .hasMessage(folder + ": expected a folder for each class, got an empty folder;"
                        + " put the images of each class into a folder of its name");
        Path empty = Files.createDirectory(folder.resolve("a"));
        assertThatThrownBy(() -> ImageFolder.read(folder, SMALL))
                .hasMessage(empty + ": expected images (jpg, png, gif or bmp), got an empty folder;"
                        + " put some there or take the folder away");
        assertThatThrownBy(() -> ImageFolder.read(folder, Shape.of(2, 8, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder + ": expected a shape of 3 channels (colour) or 1 (grey) for images, got 2×8×8");
    }

    private static byte[] plane(Dataset images, int i, int channel) {
        int area = (int) images.shape().area();
        return Arrays.copyOfRange(images.pixels(i), channel * area, (channel + 1) * area);
    }

    private void plain(String name, int width, int height, int colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour);
        }
        write(name, name.substring(name.length() - 3), image);
    }

    private Path write(String name, String format, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }
}
