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
                .startsWith("{\"__metadata__\":{\"format\":\"layerwise checkpoint 2\",\"network\":\"LeNet-5\",")
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
                .hasMessage(file + ": expected 246824 bytes of numbers after the header, got 246724;"
                        + " the file is not whole, save it again");
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

    /** The header of a file as the first Layerwise wrote it: no format, no digest, no shape of an image. */
    private Path ofTheFirstFormat(Classifier classifier) throws IOException {
        var file = folder.resolve("first");
        Checkpoint.save(classifier, file);
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        byte[] old = new String(header, StandardCharsets.UTF_8)
                .replaceAll("\"(format|input)\":\"[^\"]*\",", "")
                .replaceAll(",\"sha256\":\"[^\"]*\"", "")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new String(old, StandardCharsets.UTF_8)).startsWith("{\"__metadata__\":{\"network\":\"LeNet-5\"");
        var whole = ByteBuffer.allocate(8 + old.length + bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        whole.putLong(old.length).put(old).put(bytes);
        return Files.write(file, whole.array());
    }

    @Test
    void aFileOfTheFirstFormatStillLoads() throws IOException {
        var saved = classifier(LeNet5.paper());
        var loaded = Checkpoint.load(ofTheFirstFormat(saved), LeNet5.paper());
        saved.weights()
                .values()
                .forEach((name, values) ->
                        assertThat(loaded.weights().values().get(name)).containsExactly(values));
        assertThat(loaded.classes()).isEqualTo(saved.classes());
    }

    @Test
    void aFileOfANewerFormatIsNamed() throws IOException {
        var file = folder.resolve("newer");
        Checkpoint.save(classifier(LeNet5.modern()), file);
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, text.replace("checkpoint 2", "checkpoint 3").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Checkpoint.load(file, LeNet5.modern()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected a checkpoint of format 1 to 2, got \"layerwise checkpoint 3\","
                        + " which another Layerwise wrote; read it with that one");
    }

    @Test
    void aBitThatFlippedIsFoundWhereverItIs() throws IOException {
        var file = folder.resolve("flipped");
        Checkpoint.save(classifier(LeNet5.modern()), file);
        var whole = Files.readAllBytes(file);
        var random = new java.util.SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            var flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThatThrownBy(() -> Checkpoint.load(file, LeNet5.modern()))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    @Test
    void aHeaderThatAsksForMoreThanThereIsIsRefusedAtOnce() throws IOException {
        var header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[4000000000],\"data_offsets\":[0,16000000000]}}"
                .getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
        var file = Files.write(
                folder.resolve("huge"), bytes.putLong(header.length).put(header).array());
        assertThatThrownBy(() -> Checkpoint.load(file, LeNet5.modern()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected 16000000000 bytes of numbers after the header, got 0;"
                        + " the file is not whole, save it again");
    }

    @Test
    void theLabelSaysWhatIsInAFile() throws IOException {
        var file = folder.resolve("labelled");
        Checkpoint.save(classifier(LeNet5.modern()), file);
        assertThat(Checkpoint.label(file))
                .isEqualTo(new Checkpoint.Label(
                        "LeNet-5 (modern)",
                        LeNet5.modern().input(),
                        DrawnDigits.draw(1, 1).classes()));
    }

    @Test
    void whatKilledProcessesLeftIsSweptAway() throws IOException {
        var file = folder.resolve("net");
        var dead = Files.createFile(folder.resolve(".net.999999999.part"));
        var linked = Files.createFile(folder.resolve(".net.999999999.part.previous"));
        var alive = Files.createFile(
                folder.resolve(".net." + ProcessHandle.current().pid() + ".part"));
        var other = Files.createFile(folder.resolve(".nets.999999999.part"));
        AtomicFile.sweep(file);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(alive, other);
        }
        assertThat(dead).doesNotExist();
        assertThat(linked).doesNotExist();
    }

    @Test
    void whatIsReplacedIsKept() throws IOException {
        var file = folder.resolve("net");
        for (String content : new String[] {"one", "two", "three"}) {
            AtomicFile.replace(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(file).hasContent("three");
        assertThat(AtomicFile.previous(file)).hasContent("two");
        AtomicFile.restore(file);
        assertThat(file).hasContent("two");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, AtomicFile.previous(file));
        }
    }
}
