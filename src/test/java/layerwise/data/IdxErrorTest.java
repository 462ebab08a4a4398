package layerwise.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxErrorTest {
    private static final byte[] IMAGES = IdxBytes.images(2, 2, 1, 2, 3, 4, 5, 6, 7, 8);
    private static final byte[] LABELS = IdxBytes.labels(3, 4);

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void aGoodPair() throws IOException {
        images = Files.write(folder.resolve("t10k-images-idx3-ubyte"), IMAGES);
        labels = Files.write(folder.resolve("t10k-labels-idx1-ubyte"), LABELS);
    }

    @Test
    void aMissingFolderIsNamed() {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> Idx.folder(gone))
                .isInstanceOf(IOException.class)
                .hasMessage(gone + ": expected a folder, got a path which is not there; name a folder that is there");
        assertThatThrownBy(() -> Idx.read(images, Idx.Part.TEST))
                .isInstanceOf(IOException.class)
                .hasMessage(images + ": expected a folder, got a path which is a file; name a folder that is there");
    }

    @Test
    void aFolderWithoutIdxFilesSaysWhatWasLookedForAndWhatIsThere() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        String looked = other + ": expected train-images-idx3-ubyte, train-images.idx3-ubyte, train-labels-idx1-ubyte,"
                + " train-labels.idx1-ubyte, t10k-images-idx3-ubyte, t10k-images.idx3-ubyte, t10k-labels-idx1-ubyte,"
                + " t10k-labels.idx1-ubyte, plain or with .gz, got ";
        String cure = "; put the files there or name another folder";
        assertThatThrownBy(() -> Idx.folder(other))
                .isInstanceOf(IOException.class)
                .hasMessage(looked + "an empty folder" + cure);
        for (int i = 0; i < 10; i++) {
            Files.createFile(other.resolve("photo" + i + ".png"));
        }
        assertThatThrownBy(() -> Idx.folder(other))
                .isInstanceOf(IOException.class)
                .hasMessage(looked + "photo0.png, photo1.png, photo2.png, photo3.png, photo4.png, photo5.png,"
                        + " photo6.png, photo7.png and 2 more" + cure);
    }

    @Test
    void halfAPairIsRefused() throws IOException {
        Files.delete(labels);
        assertThatThrownBy(() -> Idx.folder(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": expected t10k-labels-idx1-ubyte, t10k-labels.idx1-ubyte, plain or with .gz,"
                        + " got t10k-images-idx3-ubyte; put the files there or name another folder");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        Files.write(images, Arrays.copyOf(IMAGES, 21));
        refused(images + ": offset 21: expected 8 bytes for 2 images of 2×2, got 5; download it again");
        Files.write(images, Arrays.copyOf(IMAGES, 9));
        refused(images + ": offset 9: expected a header of 16 bytes, got 9; download it again");
        Files.write(images, new byte[0]);
        refused(images + ": offset 0: expected a header of 16 bytes, got 0; download it again");
    }

    @Test
    void bytesAfterTheEndAreRefused() throws IOException {
        Files.write(labels, Arrays.copyOf(LABELS, 11));
        refused(labels + ": offset 10: expected the end after 2 labels, got more bytes; download it again");
    }

    @Test
    void anotherMagicNumberIsRefused() throws IOException {
        Files.write(images, IdxBytes.file(new byte[8], 0x0D03, 2, 2, 2));
        refused(images + ": offset 0: expected the magic number 0x00000803 of images, got 0x00000d03;"
                + " download it again");
        Files.write(images, IdxBytes.gzip(IMAGES));
        refused(images + ": offset 0: expected the magic number 0x00000803 of images, got 0x1f8b0800 of gzip;"
                + " add .gz to its name");
    }

    @Test
    void filesWithEachOthersNamesAreRefused() throws IOException {
        Files.write(images, LABELS);
        Files.write(labels, IMAGES);
        refused(images + ": offset 0: expected the magic number 0x00000803 of images, got 0x00000801 of labels;"
                + " the files of images and labels have each other's names, swap them");
        Files.write(images, IMAGES);
        refused(labels + ": offset 0: expected the magic number 0x00000801 of labels, got 0x00000803 of images;"
                + " the files of images and labels have each other's names, swap them");
    }

    @Test
    void labelsThatAreNotAsManyAsImagesAreRefused() throws IOException {
        Files.write(labels, IdxBytes.labels(1, 2, 3));
        refused(labels + ": offset 4: expected 2 labels, one for each image of t10k-images-idx3-ubyte, got 3;"
                + " take both files from one download");
    }

    @Test
    void aLabelAboveNineIsRefused() throws IOException {
        Files.write(labels, IdxBytes.labels(3, 200));
        refused(labels + ": offset 9: expected a label of 0 to 9, got 200 at index 1; download it again");
    }

    @Test
    void aFileThatThisUserMayNotReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(images, Set.of());
        assumeFalse(Files.isReadable(images), "this user may read everything");
        refused(images + ": expected a file that can be read, got one that this user may not read;"
                + " change its permissions");
    }

    @Test
    void sizesBeyondAnyArrayAreRefused() throws IOException {
        Files.write(images, IdxBytes.file(new byte[8], 0x803, -1, -1, -1));
        refused(images + ": offset 4: expected sizes of 1 to 2147483639 bytes together,"
                + " got 4294967295 images of 4294967295×4294967295; download it again");
        Files.write(images, IdxBytes.file(new byte[8], 0x803, 2, 0, 28));
        refused(images + ": offset 4: expected sizes of 1 to 2147483639 bytes together,"
                + " got 2 images of 0×28; download it again");
    }

    @Test
    void aHugeSizeCostsNoMemoryWhereTheBytesAreMissing() throws IOException {
        Files.write(images, IdxBytes.file(new byte[8], 0x803, 0x7FFFFF, 16, 15));
        refused(images
                + ": offset 24: expected 2013265680 bytes for 8388607 images of 16×15, got 8; download it again");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> Idx.read(folder, Idx.Part.TEST))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }
}
