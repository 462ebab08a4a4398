package layerwise.engine;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.mxnet.engine.MxNDArray;
import ai.djl.mxnet.engine.MxSymbolBlock;
import ai.djl.mxnet.jna.LibUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MxnetModelTest {
    @TempDir
    private Path folder;

    private static Path write(Network network, Weights weights, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        var model = MxnetModel.of(network, weights);
        Files.writeString(folder.resolve(name + "-symbol.json"), model.symbol());
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + "-0000.params"))) {
            model.writeParams(out);
        }
        return folder;
    }

    private static void assertSame(Weights got, Weights expected) {
        assertThat(got.values().keySet())
                .containsExactlyInAnyOrderElementsOf(expected.values().keySet());
        expected.values()
                .forEach((name, values) -> assertThat(
                                java.util.Arrays.equals(got.values().get(name), values))
                        .as(name)
                        .isTrue());
    }

    /** A unit with a projection, whose branches stand in this order or the other. */
    private static Network residual(boolean turned, int classes, String name) {
        Layer branch = sequence(
                conv(4, 1).batchNorm().relu().as(name + "a"),
                conv(8, 1).batchNorm().as(name + "b"));
        Layer shortcut = conv(8, 1).batchNorm().as(name + "projection");
        return network(
                "residual",
                Shape.of(3, 8, 8),
                conv(4, 3).same().batchNorm().relu().as(name + "stem"),
                (turned ? sum(shortcut, branch) : sum(branch, shortcut)).relu().as(name + "unit"),
                sum(conv(8, 3).same().relu().as(name + "c"), identity()).as(name + "plain"),
                maxPool(2),
                globalPool(),
                dense(classes).as(name + "out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-modern", "resnet-20", "fashion-cnn", "squeezenet-1.1"})
    void whatIsWrittenIsReadAgain(String id) throws IOException {
        var network = Zoo.network(id);
        var weights = Naive.weights(network, 3);
        write(network, weights, folder, "net");
        assertSame(MxnetModel.read(folder, "net").weights(network), weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-modern", "resnet-20"})
    void mxnetItselfReadsTheFilesAndAnswersTheSame(String id) throws Exception {
        var network = Zoo.network(id);
        var weights = Naive.weights(network, 3);
        write(network, weights, folder, "net");
        var images = NetworkBlockTest.images(network, 2);
        Engines.open();
        try (var model = ai.djl.Model.newInstance("net", Device.cpu(), "MXNet")) {
            model.load(folder, "net");
            var block = (MxSymbolBlock) model.getBlock();
            block.setInputNames(java.util.List.of("images"));
            try (var manager = model.getNDManager().newSubManager()) {
                var input = manager.create(images, Sides.batch(2, network.input(), false));
                var store = new ai.djl.training.ParameterStore(manager, false);
                var outputs = block.forward(store, new NDList(input), false).singletonOrThrow();
                assertThat(outputs.toFloatArray())
                        .containsExactly(
                                NetworkBlockTest.outputs(network, weights, images, 2),
                                org.assertj.core.api.Assertions.within(1e-4f));
            }
        }
    }

    @Test
    void mxnetReadsWhichNumbersAreAuxiliary() throws IOException {
        var network = residual(false, 5, "");
        write(network, Naive.weights(network, 3), folder, "net");
        Engines.open();
        try (var manager = NDManager.newBaseManager(Device.cpu(), "MXNet")) {
            assertThat(manager.load(folder.resolve("net-0000.params")).stream().map(NDArray::getName))
                    .contains("arg:stem/conv/weight", "arg:stem/batchnorm/scale", "aux:stem/batchnorm/mean")
                    .hasSize(network.steps().stream()
                            .mapToInt(step ->
                                    step.layer().parameters(step.input()).size())
                            .sum());
        }
    }

    /** Of arrays that MXNet writes while it counts sides as NumPy does, as DJL has it do; Gluon reads those of the second. */
    private static final byte THIRD = (byte) 0xca;

    private static byte[] mark(byte[] bytes, byte mark) {
        byte[] marked = bytes.clone();
        for (int i = 0; i + 3 < marked.length; i++) {
            if (marked[i] == (byte) 0xc9 && marked[i + 1] == (byte) 0xfa && marked[i + 2] == (byte) 0x93) {
                marked[i] = mark;
            }
        }
        return marked;
    }

    /** MXNDArraySave, called as MXNet's own Python does. */
    private static void saveByMxnet(Map<String, ParamsFile.Array> arrays, Path file, NDManager manager) {
        var handles = arrays.values().stream()
                .map(array -> (MxNDArray) manager.create(array.values(), Sides.of(array.sides())))
                .map(MxNDArray::getHandle)
                .toArray(Pointer[]::new);
        var save = NativeLibrary.getInstance(LibUtils.getLibName()).getFunction("MXNDArraySave");
        String[] names = arrays.keySet().toArray(String[]::new);
        assertThat(save.invokeInt(new Object[] {file.toString(), names.length, handles, names}))
                .isZero();
    }

    @Test
    void ourFileIsWhatMxnetWritesButForTheMarkOfNumpysShapes() throws IOException {
        var arrays = new LinkedHashMap<String, ParamsFile.Array>();
        arrays.put("arg:a/weight", new ParamsFile.Array(java.util.List.of(2, 1, 3), new float[] {1, 2, 3, 4, 5, -6}));
        arrays.put("aux:b", new ParamsFile.Array(java.util.List.of(1), new float[] {Float.MIN_VALUE}));
        Engines.open();
        try (var manager = NDManager.newBaseManager(Device.cpu(), "MXNet")) {
            saveByMxnet(arrays, folder.resolve("theirs"), manager);
        }
        var ours = new ByteArrayOutputStream();
        ParamsFile.write(arrays, ours);
        assertThat(mark(ours.toByteArray(), THIRD)).isEqualTo(Files.readAllBytes(folder.resolve("theirs")));
        try (var theirs = Files.newInputStream(folder.resolve("theirs"))) {
            var read = ParamsFile.read(theirs, Files.size(folder.resolve("theirs")));
            assertThat(read.keySet()).containsExactlyElementsOf(arrays.keySet());
            assertThat(read.get("arg:a/weight").sides()).containsExactly(2, 1, 3);
            assertThat(read.get("arg:a/weight").values()).containsExactly(1, 2, 3, 4, 5, -6);
        }
    }

    @Test
    void layersFindEachOtherByPlaceAndNotByName() throws IOException {
        var ours = residual(false, 5, "");
        var theirs = residual(true, 5, "other");
        var weights = Naive.weights(theirs, 4);
        write(theirs, weights, folder, "net");
        var got = MxnetModel.read(folder, "net").weights(ours);
        assertThat(got.values().get("unit/projection/conv/weight"))
                .containsExactly(weights.values().get("otherunit/otherprojection/conv/weight"));
        assertThat(got.values().get("unit/b/batchnorm/mean"))
                .isEqualTo(weights.values().get("otherunit/otherb/batchnorm/mean"));
        var images = NetworkBlockTest.images(ours, 2);
        assertThat(NetworkBlockTest.outputs(ours, got, images, 2))
                .containsExactly(
                        NetworkBlockTest.outputs(theirs, weights, images, 2),
                        org.assertj.core.api.Assertions.within(1e-5f));
    }

    @Test
    void aNetworkOfOtherClassesTakesAllButItsClassifier() throws IOException {
        var theirs = residual(false, 1000, "other");
        var weights = Naive.weights(theirs, 4);
        write(theirs, weights, folder, "net");
        var ours = residual(false, 7, "");
        var first = Naive.weights(ours, 9);
        var transfer = MxnetModel.read(folder, "net").transfer(ours, first);
        assertThat(transfer.taken())
                .contains("stem/conv", "unit/projection/conv")
                .doesNotContain("out");
        assertThat(transfer.weights().values().get("out/weight"))
                .containsExactly(first.values().get("out/weight"));
        assertThat(transfer.weights().values().get("stem/conv/weight"))
                .containsExactly(weights.values().get("otherstem/conv/weight"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MxnetModel.read(folder, "net").weights(ours))
                .withMessage("residual/out: expected a layer of this size, after the same layers, in the graph of net,"
                        + " got none; it is of another network, of which transfer takes what fits");
    }

    @Test
    void aNetworkOfAnotherFamilyTakesNothing() throws IOException {
        write(residual(false, 5, ""), Naive.weights(residual(false, 5, ""), 4), folder, "net");
        var lenet = Zoo.network("lenet5-modern");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MxnetModel.read(folder, "net").transfer(lenet, Naive.weights(lenet, 1)))
                .withMessage("LeNet-5 (modern): expected a layer as in the graph of net, got none of the same kind and"
                        + " size after the same layers; it is of another family");
    }

    @Test
    void aScaleThatMxnetTakesFor1Is1() throws IOException {
        var network = residual(false, 5, "");
        write(network, Naive.weights(network, 4), folder, "net");
        var symbol = folder.resolve("net-symbol.json");
        Files.writeString(
                symbol, Files.readString(symbol).replace("\"fix_gamma\":\"False\"", "\"fix_gamma\":\"True\""));
        assertThat(MxnetModel.read(folder, "net").weights(network).values().get("stem/batchnorm/scale"))
                .containsOnly(1);
    }

    @Test
    void damagedFilesAreRefusedInASentence() throws IOException {
        var network = residual(false, 5, "");
        write(network, Naive.weights(network, 4), folder, "net");
        var params = folder.resolve("net-0000.params");
        var whole = Files.readAllBytes(params);
        var random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            var bytes = java.util.Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
            if (i % 2 == 0) {
                bytes[random.nextInt(60)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(params, bytes);
            try {
                MxnetModel.read(folder, "net").weights(network);
            } catch (IOException | IllegalArgumentException e) {
                assertThat(e.getMessage()).contains("expected");
            }
        }
        Files.write(params, java.util.Arrays.copyOf(whole, 100));
        assertThatThrownBy(() -> MxnetModel.read(folder, "net"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        params + ": expected arrays of MXNet: expected arrays that fit the file of 100 bytes, got 28;"
                                + " export or download it again");
        Files.write(params, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> MxnetModel.read(folder, "net"))
                .isInstanceOf(IOException.class)
                .hasMessage(params + ": expected arrays of MXNet: the file of " + (whole.length - 1)
                        + " bytes ends before its arrays do; export or download it again");
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> MxnetModel.read(folder, "net"))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": expected net-0000.params, or one of another number, got none;"
                        + " export or download it again");
        assertThatThrownBy(() -> MxnetModel.read(folder.resolve("none"), "net"))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("none") + ": expected a folder with net-symbol.json and net-0000.params, got"
                        + " none; name one that is there");
    }

    /** A repository of DJL's form with one model, and a cache of its own. */
    private Path repository(Network network, Weights weights) throws Exception {
        var place = folder.resolve("repository/model/cv/image_classification/ai/djl/mxnet/tiny");
        write(network, weights, place.resolve("0.0.1"), "tiny7");
        var params = place.resolve("0.0.1/tiny7-0000.params");
        try (var zipped = new GZIPOutputStream(Files.newOutputStream(place.resolve("0.0.1/tiny7-0000.params.gz")))) {
            Files.copy(params, zipped);
        }
        Files.writeString(place.resolve("metadata.json"), """
                {"metadataVersion": "0.2", "resourceType": "model", "application": "cv/image_classification",
                 "groupId": "ai.djl.mxnet", "artifactId": "tiny", "name": "Tiny",
                 "artifacts": [{"version": "0.0.1", "snapshot": false, "name": "tiny7", "properties": {"layers": "7"},
                   "files": {
                     "symbol": {"uri": "0.0.1/tiny7-symbol.json", "sha1Hash": "%s", "size": 1},
                     "parameters": {"uri": "0.0.1/tiny7-0000.params.gz", "sha1Hash": "%s", "size": 1}}}]}
                """.formatted(
                sha1(place.resolve("0.0.1/tiny7-symbol.json")), sha1(place.resolve("0.0.1/tiny7-0000.params.gz"))));
        return folder.resolve("repository");
    }

    private static String sha1(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
    }

    private static final String CACHE = "DJL_CACHE_DIR";

    @Test
    void aModelOfARepositoryIsFetchedAndTransferred() throws Exception {
        Engines.open();
        System.setProperty(CACHE, folder.resolve("cache").toString());
        try {
            var theirs = residual(true, 1000, "other");
            var weights = Naive.weights(theirs, 4);
            var models = ModelRepository.of(repository(theirs, weights).toString());
            var ours = residual(false, 7, "");
            var model = models.model("tiny", Map.of("layers", "7"));
            assertThat(model.transfer(ours, Naive.weights(ours, 1))
                            .weights()
                            .values()
                            .get("stem/conv/weight"))
                    .containsExactly(weights.values().get("otherstem/conv/weight"));
            assertThatThrownBy(() -> models.model("tiny", Map.of("layers", "8")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("tiny {layers=8} of " + folder.resolve("repository") + " could not be fetched"
                            + " (it has no such model); it is needed once and then kept in " + folder.resolve("cache")
                            + ": try again with a network, or put NAME-symbol.json and NAME-0000.params into a folder and"
                            + " use MxnetModel.read");
        } finally {
            System.clearProperty(CACHE);
        }
    }

    @Test
    void offlineItIsSaidWhatToDo() {
        Engines.open();
        System.setProperty(CACHE, folder.resolve("cache").toString());
        try {
            assertThatThrownBy(() -> ModelRepository.of("http://127.0.0.1:1/").model("resnet", Map.of("layers", "18")))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("resnet {layers=18} of http://127.0.0.1:1/ could not be fetched (Connect: ")
                    .hasMessageEndingWith("); it is needed once and then kept in " + folder.resolve("cache")
                            + ": try again with a network, or put NAME-symbol.json and NAME-0000.params into a folder and"
                            + " use MxnetModel.read");
        } finally {
            System.clearProperty(CACHE);
        }
    }
}
