package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
    @TempDir
    private Path folder;

    @Test
    void fiveBatchesAndTheTestBatchAreReadInOrder() throws IOException {
        CifarBytes.tens(folder);
        Parts parts = Cifar.folder(folder);
        Dataset train = parts.train().orElseThrow();
        assertThat(train).hasToString("CIFAR-10, train: 10 images of 3×32×32");
        assertThat(IntStream.range(0, 10).map(train::label)).containsExactly(1, 5, 2, 6, 3, 7, 4, 8, 5, 9);
        assertThat(train.classes()).startsWith("airplane").endsWith("truck").hasSize(10);
        assertThat(parts.test().orElseThrow().label(0)).isZero();
    }

    @Test
    void redGreenAndBlueAreThreePlanes() throws IOException {
        Files.write(folder.resolve("test_batch.bin"), CifarBytes.tens(3, 7));
        Dataset test = Cifar.folder(folder).test().orElseThrow();
        assertThat(test.shape()).isEqualTo(Shape.of(3, 32, 32));
        for (int plane = 0; plane < 3; plane++) {
            assertThat(test.pixels(1)[plane * 1024 + 33]).isEqualTo((byte) (7 + 50 * plane + 1));
        }
    }

    @Test
    void aHundredClassesAreFineOrTwentyAreCoarse() throws IOException {
        Path unpacked = Files.createDirectory(folder.resolve("cifar-100-binary"));
        Files.write(unpacked.resolve("train.bin"), CifarBytes.hundreds(99, 47));
        Files.write(unpacked.resolve("test.bin"), CifarBytes.hundreds(21));
        Dataset fine = Cifar.folder(folder).train().orElseThrow();
        Dataset coarse = Cifar.folder(folder, Cifar.Labels.COARSE).train().orElseThrow();
        assertThat(fine.classes().get(fine.label(0))).isEqualTo("worm");
        assertThat(fine.classes().get(fine.label(1))).isEqualTo("maple_tree");
        assertThat(fine.classes()).hasSize(100).doesNotHaveDuplicates().isSorted();
        assertThat(coarse.label(0)).isEqualTo(19);
        assertThat(coarse.classes()).hasSize(20).doesNotHaveDuplicates().isSorted();
        assertThat(coarse.pixels(1)).isEqualTo(fine.pixels(1));
    }

    @Test
    void aMissingBatchIsNamed() throws IOException {
        CifarBytes.tens(folder);
        Files.delete(folder.resolve("data_batch_3.bin"));
        refused(folder + ": expected data_batch_3.bin, got data_batch_1.bin, data_batch_2.bin, data_batch_4.bin,"
                + " data_batch_5.bin, test_batch.bin; put the files there or name another folder");
    }

    @Test
    void aFolderWithoutCifarFilesSaysWhatWasLookedFor() {
        refused(folder + ": expected data_batch_1.bin, data_batch_2.bin, data_batch_3.bin, data_batch_4.bin,"
                + " data_batch_5.bin, test_batch.bin, train.bin, test.bin, got an empty folder;"
                + " put the files there or name another folder");
    }

    @Test
    void aFileThatIsNotWholeRecordsIsRefused() throws IOException {
        Path test = Files.write(folder.resolve("test_batch.bin"), Arrays.copyOf(CifarBytes.tens(1, 2), 6000));
        refused(test + ": expected one or more records of 3073 bytes (1 label, 3×32×32 pixels), got 6000 bytes;"
                + " download it again");
        Files.write(test, new byte[0]);
        refused(test + ": expected one or more records of 3073 bytes (1 label, 3×32×32 pixels), got 0 bytes;"
                + " download it again");
    }

    @Test
    void aLabelWithoutAClassIsRefusedWithItsOffset() throws IOException {
        Path test = Files.write(folder.resolve("test_batch.bin"), CifarBytes.tens(1, 10));
        refused(test + ": offset 3073: expected a label of 0 to 9, got 10 at image 1; download it again");
        Files.delete(test);
        Path hundred = Files.write(folder.resolve("train.bin"), CifarBytes.hundreds(5, 100));
        refused(hundred + ": offset 3075: expected a label of 0 to 99, got 100 at image 1; download it again");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> Cifar.folder(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }
}
