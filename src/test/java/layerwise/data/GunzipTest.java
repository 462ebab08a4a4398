package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GunzipTest {
    private static final Dataset DIGITS = DrawnDigits.draw(50, 1);

    @TempDir
    private Path folder;

    private Path images;
    private byte[] packed;

    @BeforeEach
    void aGoodPair() throws IOException {
        packed = IdxBytes.gzip(IdxBytes.images(DIGITS));
        images = Files.write(folder.resolve("train-images-idx3-ubyte.gz"), packed);
        IdxBytes.write(folder.resolve("train-labels-idx1-ubyte.gz"), IdxBytes.labels(DIGITS));
    }

    @Test
    void anotherHeaderIsRefused() throws IOException {
        packed[1] = 0x50;
        Files.write(images, packed);
        refused(images + ": offset 0: expected the gzip header 0x1f8b, got 0x1f50;"
                + " download it again, or take .gz off its name if it is unpacked");
    }

    @Test
    void anotherChecksumIsRefused() throws IOException {
        packed[packed.length - 8] ^= 1;
        Files.write(images, packed);
        refused(images + ": offset " + (packed.length - 8)
                + ": expected the checksum of the unpacked bytes, got another; download it again");
    }

    @Test
    void aFileCutAnywhereIsRefusedAtItsEnd() throws IOException {
        for (int length = 0; length < packed.length; length += length < 24 ? 1 : 997) {
            Files.write(images, Arrays.copyOf(packed, length));
            refused(images + ": offset " + length
                    + ": expected more packed bytes, got the end of the file; download it again");
        }
        Files.write(images, Arrays.copyOf(packed, packed.length - 1));
        refused(images + ": offset " + (packed.length - 1)
                + ": expected more packed bytes, got the end of the file; download it again");
    }

    @Test
    void aFlippedBitAnywhereIsRefusedWithItsFile() throws IOException {
        for (int at = 10; at < packed.length; at += 199) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x10;
            Files.write(images, damaged);
            assertThatThrownBy(() -> Idx.read(folder, Idx.Part.TRAIN))
                    .as("bit flipped at %d", at)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(images + ": offset ")
                    .hasMessageContaining(": expected ")
                    .hasMessageContaining(", got ");
        }
    }

    @Test
    void bytesAfterTheContentAreRefused() throws IOException {
        byte[] content = IdxBytes.images(DIGITS);
        Files.write(images, IdxBytes.gzip(Arrays.copyOf(content, content.length + 1)));
        refused(
                images + ": offset " + content.length
                        + " of the unpacked bytes: expected the end after 50 images of 28×28, got more bytes; download it again");
    }

    @Test
    void aGoodFileStaysGood() throws IOException {
        assertThat(Idx.read(folder, Idx.Part.TRAIN).identity()).isEqualTo(DIGITS.identity());
    }

    private void refused(String message) {
        assertThatThrownBy(() -> Idx.read(folder, Idx.Part.TRAIN))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }
}
