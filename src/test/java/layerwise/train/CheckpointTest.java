package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import layerwise.data.DrawnDigits;
import layerwise.data.Preparation;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    private Path folder;

    private static Classifier classifier(Network network) {
        return new Classifier(
                network,
                InitialWeights.of(network, Initialization.LECUN, 3),
                Preparation.lecun(network.input()),
                DrawnDigits.draw(1, 1).classes());
    }

    @Test
    void whatIsLoadedPredictsTheSame() throws IOException {
        var file = folder.resolve("lenet5.safetensors");
        var saved = classifier(LeNet5.paper());
        Checkpoint.save(saved, file);
        var loaded = Checkpoint.load(file, LeNet5.paper());
        var digits = DrawnDigits.draw(50, 2);
        assertThat(loaded.predict(digits).answers())
                .isEqualTo(saved.predict(digits).answers());
        assertThat(loaded.preparation()).isEqualTo(saved.preparation());
        assertThat(loaded.classes()).isEqualTo(saved.classes());
    }

    @Test
    void theHeaderIsThatOfSafetensors() throws IOException {
        var file = folder.resolve("lenet5.safetensors");
        Checkpoint.save(classifier(LeNet5.paper()), file);
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8))
                .startsWith("{\"__metadata__\":{\"network\":\"LeNet-5\"")
                .contains("\"C1/conv/weight\":{\"dtype\":\"F32\",\"shape\":[6,1,5,5],\"data_offsets\":[0,600]}");
        assertThat(bytes.remaining()).isEqualTo((60_000 + 900 + 840) * 4);
    }

    @Test
    void savingAgainLeavesNothingBeside() throws IOException {
        var file = folder.resolve("new/lenet5.safetensors");
        Checkpoint.save(classifier(LeNet5.paper()), file);
        Checkpoint.save(classifier(LeNet5.modern()), file);
        assertThat(Checkpoint.load(file, LeNet5.modern()).network()).isEqualTo(LeNet5.modern());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsAFileIsNamedAndTheOldCheckpointStays() throws IOException {
        var blocker = Files.writeString(folder.resolve("blocker"), "a file");
        var file = blocker.resolve("lenet5.safetensors");
        assertThatThrownBy(() -> Checkpoint.save(classifier(LeNet5.modern()), file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " could not be written (FileAlreadyExists: " + blocker
                        + "); name a file in a folder that has room and can be written to");
        assertThat(blocker).hasContent("a file");
    }

    @Test
    void aFailureWhileWritingLeavesTheOldFile() throws IOException {
        var file = Files.writeString(folder.resolve("old"), "good");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " could not be written (No space left on device); "
                        + "name a file in a folder that has room and can be written to");
        assertThat(file).hasContent("good");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsFoundOutBeforeTheWork() throws IOException {
        assertThatThrownBy(() -> AtomicFile.check(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + " could not be written (it is a folder); "
                        + "name a file in a folder that has room and can be written to");
        AtomicFile.check(folder.resolve("new/file"));
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aMissingFileIsNamed() {
        var file = folder.resolve("none.safetensors");
        assertThatThrownBy(() -> Checkpoint.load(file, LeNet5.paper()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected a checkpoint, got nothing there; train with --save " + file);
    }

    @Test
    void aFileThatIsNoCheckpointIsNamed() throws IOException {
        var file = Files.write(folder.resolve("noise"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThatThrownBy(() -> Checkpoint.load(file, LeNet5.paper()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", offset 0: expected the length of a header that fits the file of 9 bytes, got "
                        + "578437695752307201; this is no whole checkpoint, save it again");
    }

    @Test
    void aCheckpointCutShortIsNamed() throws IOException {
        var file = folder.resolve("cut");
        Checkpoint.save(classifier(LeNet5.modern()), file);
        var whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 100));
        assertThatThrownBy(() -> Checkpoint.load(file, LeNet5.modern()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file
                        + ": expected a checkpoint of LeNet-5 (modern), got a header or numbers that are not whole")
                .hasMessageEndingWith("save it again");
    }

    @Test
    void aCheckpointOfAnotherNetworkIsNamed() throws IOException {
        var file = folder.resolve("other");
        Checkpoint.save(classifier(LeNet5.modern()), file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.load(file, LeNet5.paper()))
                .withMessage(file + ": LeNet-5/S2/subsample/weight: expected 6 numbers, got none; "
                        + "these weights belong to another network");
    }
}
