package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "t10k-images-idx3-ubyte,    t10k-labels-idx1-ubyte",
        "t10k-images.idx3-ubyte,    t10k-labels.idx1-ubyte",
        "t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz",
        "t10k-images.idx3-ubyte.gz, t10k-labels-idx1-ubyte",
    })
    void whatWasWrittenIsRead(String images, String labels) throws IOException {
        Dataset digits = DrawnDigits.draw(30, 1);
        IdxBytes.write(folder.resolve(images), IdxBytes.images(digits));
        IdxBytes.write(folder.resolve(labels), IdxBytes.labels(digits));
        Dataset read = Idx.read(folder, Idx.Part.TEST);
        assertThat(read.identity()).isEqualTo(digits.identity());
        assertThat(read.classes()).isEqualTo(digits.classes());
        assertThat(read.name()).isEqualTo(folder.getFileName() + ", test");
    }

    @Test
    void imagesNeedNotBeSquare() throws IOException {
        IdxBytes.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.images(2, 3, 1, 2, 3, 4, 5, 6));
        IdxBytes.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.labels(9));
        Dataset one = Idx.read(folder, Idx.Part.TRAIN);
        assertThat(one.shape()).isEqualTo(Shape.of(1, 2, 3));
        assertThat(one.label(0)).isEqualTo(9);
        assertThat(one.pixels(0)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aFolderGivesThePartsItHas() throws IOException {
        IdxBytes.pair(folder, Idx.Part.TEST, DrawnDigits.draw(10, 1));
        Parts single = Idx.folder(folder);
        assertThat(single.train()).isEmpty();
        assertThat(single.test()).map(Dataset::size).contains(10);

        IdxBytes.pair(folder, Idx.Part.TRAIN, DrawnDigits.draw(20, 2));
        Parts both = Idx.folder(folder);
        assertThat(both.train()).map(Dataset::size).contains(20);
        assertThat(both.test()).map(Dataset::size).contains(10);
    }

    @Test
    void fashionIsKnownByTheNameOfItsFolder() throws IOException {
        Path fashion = Files.createDirectory(folder.resolve("Fashion-MNIST"));
        IdxBytes.pair(fashion, Idx.Part.TRAIN, DrawnDigits.draw(1, 1));
        assertThat(Idx.read(fashion, Idx.Part.TRAIN).classes())
                .startsWith("T-shirt/top")
                .endsWith("Ankle boot")
                .hasSize(10);
    }
}
