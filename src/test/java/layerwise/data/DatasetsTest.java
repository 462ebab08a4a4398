package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    private static final Shape INPUT = Shape.of(3, 8, 8);

    @TempDir
    private Path folder;

    @Test
    void theDrawnOnesNeedNothing() throws IOException {
        Split shapes = Datasets.open("shapes", INPUT, Optional.of(20), DownloadProgress.NONE);
        assertThat(shapes.train()).hasToString("drawn shapes, seed 1: 20 images of 3×32×32");
        assertThat(shapes.test().size()).isEqualTo(2000);
        assertThat(Datasets.open("digits", INPUT).train().size()).isEqualTo(8000);
    }

    @Test
    void aFolderIsKnownByWhatItHolds() throws IOException {
        Path idx = Files.createDirectory(folder.resolve("idx"));
        IdxBytes.pair(idx, Idx.Part.TRAIN, DrawnDigits.draw(10, 1));
        assertThat(Datasets.open(idx.toString(), INPUT).train()).hasToString("idx, train: 8 images of 1×28×28");
        Path cifar = Files.createDirectory(folder.resolve("cifar"));
        CifarBytes.tens(cifar);
        assertThat(Datasets.open(cifar.toString(), INPUT).test()).hasToString("CIFAR-10, test: 1 images of 3×32×32");
        Path photos = Files.createDirectories(folder.resolve("photos/cat"));
        for (int i = 0; i < 5; i++) {
            var image = new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_RGB);
            javax.imageio.ImageIO.write(image, "png", photos.resolve(i + ".png").toFile());
        }
        assertThat(Datasets.open(photos.getParent().toString(), INPUT).train())
                .hasToString("photos: 4 images of 3×8×8");
    }

    @Test
    void aFolderOfNothingKnownSaysWhatWasLookedFor() throws IOException {
        Files.createFile(folder.resolve("notes.txt"));
        assertThatThrownBy(() -> Datasets.open(folder.toString(), INPUT))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": expected IDX files (train-images-idx3-ubyte and its like), CIFAR files"
                        + " (data_batch_1.bin, train.bin) or images in a folder for each class, got notes.txt;"
                        + " name another folder");
    }

    @Test
    void aNameThatIsNoneSaysWhichThereAre() {
        String names = "mnist, fashion-mnist, kmnist, cifar-10, cifar-100, digits, shapes";
        assertThatThrownBy(() -> Datasets.open("minst", INPUT))
                .isInstanceOf(IOException.class)
                .hasMessage("minst: expected a folder or one of " + names + ", got neither; name one of these");
        assertThatThrownBy(() -> Datasets.lesson("minst", 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minst: expected one of " + names + "; name one of these");
    }

    @Test
    void aLessonIsDrawnWhereTheRealImagesAreNotHere() throws IOException {
        assertThat(Datasets.lesson("shapes", 20, 10).test()).hasToString("drawn shapes, seed 1: 10 images of 3×32×32");
        assertThat(Datasets.lesson("digits", 20, 10).train()).hasToString("drawn digits, seed 1: 20 images of 1×28×28");
    }

    @Test
    void theFolderThatTheVariableNamesIsADatasetOrAStoreOfThem() throws IOException {
        assertThat(Datasets.located(Optional.empty(), INPUT)).isEmpty();
        Path idx = Files.createDirectory(folder.resolve("idx"));
        IdxBytes.pair(idx, Idx.Part.TEST, DrawnDigits.draw(10, 1));
        assertThat(Datasets.located(Optional.of(idx), INPUT).orElseThrow().test())
                .isPresent();
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.createDirectory(store.resolve("cifar-10"));
        assertThat(Datasets.located(Optional.of(store), INPUT)).isEmpty();
        IdxBytes.pair(Files.createDirectory(store.resolve("mnist")), Idx.Part.TRAIN, DrawnDigits.draw(10, 1));
        assertThat(Datasets.located(Optional.of(store), INPUT).orElseThrow().train())
                .hasValueSatisfying(train -> assertThat(train).hasToString("mnist, train: 10 images of 1×28×28"));
    }

    @Test
    void whatIsPublishedHasASizeAndADigestForEveryFile() {
        assertThat(Publication.ALL).hasSize(5).allSatisfy(one -> {
            assertThat(one.files()).hasSize(one.archive().isPresent() ? 1 : 4);
            assertThat(one.files()).allSatisfy(file -> {
                assertThat(file.size()).isPositive();
                assertThat(file.sha256()).matches("[0-9a-f]{64}");
                assertThat(file.mirrors())
                        .isNotEmpty()
                        .allMatch(mirror -> mirror.getPath().endsWith("/" + file.name()));
            });
        });
        assertThat(Publication.ALL.stream().flatMap(one -> one.files().stream()).map(PublishedFile::sha256))
                .hasSize(14)
                .doesNotHaveDuplicates();
        assertThat(Publication.named("cifar-10")
                        .orElseThrow()
                        .archive()
                        .orElseThrow()
                        .sizes())
                .hasSize(6)
                .allSatisfy((name, size) -> assertThat(size).isEqualTo(30_730_000));
    }
}
