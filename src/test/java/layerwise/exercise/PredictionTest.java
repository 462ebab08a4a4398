package layerwise.exercise;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import layerwise.analysis.Part;
import layerwise.analysis.ReceptiveField;
import layerwise.analysis.Summary;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;
import layerwise.zoo.AlexNet;
import layerwise.zoo.GoogLeNet;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A guess is right, or it is told what it looks like; it is never an error. */
class PredictionTest {
    private final Desk desk = new Desk(new Ledger(Optional.empty()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shape of C3        | 16×10×10 | ✓ shape of C3: 16×10×10, as you say",
                "shape of c3        | 16×9×9   | shape of c3: you say 16×9×9: that is one place too few; the first place of"
                        + " the window counts too; counted: 16×10×10",
                "parameters of C3   | 1,516    | ✓ parameters of C3: 1,516, as you say",
                "parameters of C3   | 2416     | parameters of C3: you say 2,416: that is a cross in every place of the"
                        + " table; counted: 1,516",
                "MACs of C1         | 1        | MACs of C1: you say 1; counted: 117,600",
                "parameters         | 60000    | ✓ parameters: 60,000, as you say",
                "parameters         | 60K      | ✓ parameters: 60,000, as you say",
                "connections        | 340908   | ✓ connections: 340,908, as you say",
                "MACs of C1         | 122304   | MACs of C1: you say 122,304: either that counts the biases too; a"
                        + " multiply-accumulate belongs to a weight; or those are connections; biases and pooling are"
                        + " among them; counted: 117,600",
                "field of S4        | 16       | ✓ field of S4: 16, as you say",
                "the receptive field of C3 | 14 | ✓ the receptive field of C3: 14, as you say",
                "depth              | 5        | ✓ depth: 5, as you say",
                "parameters of C9   | 1        | LeNet-5 has no part C9; it has C1, S2, C3, S4, C5, flatten, F6, OUTPUT",
                "colour of C1       | 1        | expected one of shape, parameters, MACs or products, connections,"
                        + " activations, field, depth, of a part or of all, such as \"shape of C3\", got \"colour of C1\"",
                "shape of C3        | big      | shape of C3: expected a shape (channels × height × width) such as"
                        + " \"3×32×32\", got the text \"big\"",
            })
    void aGuessIsJudgedByWhatIsCounted(String what, String guess, String said) {
        assertThat(desk.predict(LeNet5.paper(), what, guess)).isEqualTo(said);
    }

    @Test
    void aPredictionIsAboutTheNetworkThatWasNamedLast() {
        assertThat(desk.predict("parameters", 1))
                .isEqualTo(
                        "about which network? predict(network, \"parameters\", …) says it, or about(network) before");
        desk.about(LeNet5.paper());
        assertThat(desk.predict("parameters", 60_000)).startsWith("✓");
        desk.predict(AlexNet.paper(), "shape of conv1", "96×55×55");
        assertThat(desk.predict("parameters", 60_965_224)).startsWith("✓");
    }

    @Test
    void everyPartOfEveryNetworkCanBePredicted() {
        for (String id : new String[] {"lenet5", "alexnet", "googlenet", "resnet-18", "mobilenet"}) {
            var network = Zoo.network(id);
            network.steps().stream()
                    .map(step -> step.path().split("/")[0])
                    .distinct()
                    .forEach(part -> {
                        for (String measure :
                                new String[] {"shape", "parameters", "MACs", "connections", "field", "activations"}) {
                            assertThat(desk.predict(network, measure + " of " + part, 7))
                                    .contains("of " + part + ": ");
                            assertThat(desk.predict(network, measure + " of " + part, null))
                                    .contains("got nothing");
                        }
                    });
        }
    }

    static List<String> zoo() {
        return Zoo.entries().stream().map(Zoo.Entry::id).toList();
    }

    private static Object counted(Atlas atlas, String what) {
        return Prediction.of(atlas, what)
                .problem()
                .<Object>map(Problem::right)
                .orElseThrow(() -> new AssertionError(what));
    }

    /** Each part as a table of parts has it, at every depth of names; single layers at the first. */
    @ParameterizedTest
    @MethodSource("zoo")
    void aPartIsCountedAsTheTablesOfItsNetworkCountIt(String id) {
        var atlas = Atlas.of(Zoo.network(id));
        var paths = atlas.graph().paths();
        int deepest = atlas.graph().paths().stream()
                .mapToInt(PredictionTest::depth)
                .max()
                .orElseThrow();
        for (int depth = 1; depth <= deepest; depth++) {
            for (Part part : Part.of(atlas.network(), depth)) {
                if (depth(part.path()) == depth && (depth == 1 || part.steps().size() != 1)) {
                    isCountedLike(part, atlas);
                }
            }
        }
    }

    private static int depth(String path) {
        return path.split("/").length;
    }

    private static void isCountedLike(Part part, Atlas atlas) {
        assertThat(counted(atlas, "shape of " + part.path())).as(part.path()).isEqualTo(part.output());
        assertThat(counted(atlas, "activations of " + part.path()))
                .as(part.path())
                .isEqualTo(part.output().size());
        assertThat(counted(atlas, "parameters of " + part.path()))
                .as(part.path())
                .isEqualTo(part.cost().parameters());
        assertThat(counted(atlas, "products of " + part.path()))
                .as(part.path())
                .isEqualTo(part.cost().macs());
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void whatAPartSeesIsTheLargestOfTheRowsThatItHandsOn(String id) {
        var network = Zoo.network(id);
        var atlas = Atlas.of(network);
        var rows = Summary.of(network).rows();
        for (Part part : Part.of(network, 1)) {
            if (!part.steps().isEmpty()) {
                assertThat(counted(atlas, "field of " + part.path()))
                        .as(part.path())
                        .isEqualTo(seen(part, network, rows));
            }
        }
        assertThat(counted(atlas, "field"))
                .isEqualTo(ReceptiveField.ofNodes(network)
                        .get(network.graph().nodes().size() - 1)
                        .rows()
                        .size());
    }

    /** The gates of a scale see everything and hand on nothing. */
    private static long seen(Part part, Network network, List<Summary.Row> rows) {
        int end = network.node(part.path());
        var fed = new ArrayDeque<>(List.of(end));
        long most = 0;
        while (!fed.isEmpty()) {
            var node = network.graph().nodes().get(fed.pop());
            if (node.joint() == Graph.Joint.NONE) {
                most = Math.max(most, row(node.path(), rows));
            } else {
                node.inputs().stream()
                        .limit(
                                node.joint() == Graph.Joint.SCALE
                                        ? 1
                                        : node.inputs().size())
                        .filter(number -> number != Graph.INPUT)
                        .forEach(fed::push);
            }
        }
        return most;
    }

    private static long row(String path, List<Summary.Row> rows) {
        return rows.stream()
                .filter(row -> row.step().path().equals(path))
                .mapToLong(row -> row.field().rows().size())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void branchesAreJudgedByWhatTheyHandOnTogether() {
        var googlenet = Zoo.network("googlenet");
        assertThat(desk.predict(googlenet, "shape of inception3a", "256x28x28"))
                .isEqualTo("✓ shape of inception3a: 256×28×28, as you say");
        assertThat(desk.predict(googlenet, "activations of inception3a", 200_704))
                .isEqualTo("✓ activations of inception3a: 200,704, as you say");
        assertThat(desk.predict(googlenet, "activations of inception3a", 256))
                .isEqualTo("activations of inception3a: you say 256: those are maps; each has 28·28 activations;"
                        + " counted: 200,704");
        assertThat(desk.predict(googlenet, "activations of inception3a", 784))
                .isEqualTo("activations of inception3a: you say 784: that is one map; there are 256; counted: 200,704");
        var own = network(
                "mine",
                Shape.of(192, 28, 28),
                GoogLeNet.inception(64, 96, 128, 16, 32, 32).as("3a"));
        assertThat(desk.predict(own, "field of 3a", 5)).isEqualTo("✓ field of 3a: 5, as you say");
        assertThat(desk.predict(own, "field", 5)).isEqualTo("✓ field: 5, as you say");
        assertThat(desk.predict(own, "field of 3a", 3))
                .startsWith("field of 3a: you say 3: that is what one branch sees; where branches meet, the largest"
                        + " counts");
    }

    @Test
    void productsAreMacsAndTheNumbersNextDoorAreKnown() {
        var vgg = Zoo.network("vgg-16");
        assertThat(desk.predict(vgg, "products of conv3_1", 924_844_032))
                .isEqualTo("✓ products of conv3_1: 924,844,032, as you say");
        assertThat(desk.predict(vgg, "MACs of conv3_1", 589_824))
                .isEqualTo("MACs of conv3_1: you say 589,824: those are the weights of conv3_2; each works at every"
                        + " position of the output; counted: 924,844,032");
        assertThat(desk.predict(vgg, "MACs of conv3_1", 1_849_688_064))
                .contains("that is conv3_2; conv3_1 is asked for");
        assertThat(desk.predict(vgg, "parameters of conv3_2", 295_168))
                .contains("that is conv3_1; conv3_2 is asked for");
    }

    @Test
    void aSideThatIsKeptWithoutPaddingIsToldSoBehindThePoolingToo() {
        var first = network(
                "first",
                Shape.of(1, 28, 28),
                conv(8, 5).relu().as("conv"),
                maxPool(2).as("pool"),
                flatten(),
                dense(10));
        assertThat(desk.predict(first, "shape of pool", "8×14×14"))
                .isEqualTo("shape of pool: you say 8×14×14: that would keep the side in conv: no padding is there;"
                        + " counted: 8×12×12");
    }

    @Test
    void aPredictionOfNoNetworkIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.predict(null, "shape", 3))
                .withMessage("a network to predict of is expected, got null");
    }

    @Test
    void noGuessIsCounted() {
        String before = desk.progress().text();
        desk.predict(LeNet5.paper(), "parameters", 60_000);
        desk.predict(LeNet5.paper(), "parameters", 61_706);
        assertThat(desk.progress().text()).isEqualTo(before);
    }
}
