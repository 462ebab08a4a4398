package layerwise.analysis;

import static layerwise.analysis.DesignPattern.DENSE_WIDTHS_NEVER_RISE;
import static layerwise.analysis.DesignPattern.DEPTH_AS_NAMED;
import static layerwise.analysis.DesignPattern.DEPTH_UP_SIZE_DOWN;
import static layerwise.analysis.DesignPattern.EXTRACTOR_THEN_CLASSIFIER;
import static layerwise.analysis.Patterns.Verdict.BROKEN;
import static layerwise.analysis.Patterns.Verdict.KEPT;
import static layerwise.analysis.Patterns.Verdict.SILENT;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import layerwise.analysis.Patterns.Grain;
import layerwise.analysis.Patterns.Verdict;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
    private static final Path ROWS = Path.of("data/design-patterns.csv");
    private static final Shape IMAGE = Shape.of(3, 16, 16);

    private static String row(Network network) {
        var patterns = Patterns.of(network);
        return patterns.verdict(EXTRACTOR_THEN_CLASSIFIER)
                + "," + patterns.verdict(DEPTH_UP_SIZE_DOWN)
                + "," + patterns.verdict(DENSE_WIDTHS_NEVER_RISE)
                + "," + patterns.verdict(DEPTH_AS_NAMED)
                + ",\"" + places(patterns) + "\"";
    }

    private static String places(Patterns patterns) {
        return patterns.departures().stream()
                .map(at -> at.path() + ": " + at.expected() + ", got " + at.got())
                .collect(Collectors.joining("; "));
    }

    private static List<Departure> departures(Layer... layers) {
        return Patterns.of(network("n", IMAGE, layers)).departures();
    }

    @ParameterizedTest(name = "{0}: {6}")
    @CsvFileSource(files = "data/design-patterns.csv", numLinesToSkip = 1)
    void everyNetworkKeepsAndBreaksWhatItsRowSays(
            String id, Verdict halves, Verdict maps, Verdict widths, Verdict depth, String departures, String reason) {
        var patterns = Patterns.of(Zoo.network(id));
        assertThat(patterns.verdict(EXTRACTOR_THEN_CLASSIFIER)).as(reason).isEqualTo(halves);
        assertThat(patterns.verdict(DEPTH_UP_SIZE_DOWN)).as(reason).isEqualTo(maps);
        assertThat(patterns.verdict(DENSE_WIDTHS_NEVER_RISE)).as(reason).isEqualTo(widths);
        assertThat(patterns.verdict(DEPTH_AS_NAMED)).as(reason).isEqualTo(depth);
        assertThat(places(patterns)).as(reason).isEqualTo(departures == null ? "" : departures);
        assertThat(reason).as("a row says why").isNotBlank();
    }

    @Test
    void everyNetworkOfTheZooHasItsRow() throws IOException {
        var rows = Files.readAllLines(ROWS);
        var missing = Zoo.entries().stream()
                .filter(entry -> rows.stream().noneMatch(row -> row.startsWith(entry.id() + ",")))
                .map(entry -> entry.id() + "," + row(entry.network()))
                .toList();
        assertThat(missing)
                .as("%s lacks these rows; judge each, and add it with a reason behind a comma", ROWS)
                .isEmpty();
    }

    /** What the parts hide, and where it begins. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            vgg-16       |   0 |                                        |                                     |
            googlenet    |  36 | inception3a/1x1/conv                   | at least 192 channels, as it reads  | 64 channels
            resnet-18    |   0 |                                        |                                     |
            resnet-50    |  15 | conv2_x/unit2/conv1                    | at least 256 channels, as it reads  | 64 channels
            mobilenet    |   0 |                                        |                                     |
            densenet-121 | 115 | dense1/unit1/conv2 | at least 128 channels, as it reads | 32 channels
            squeezenet-1.0 | 8 | fire2/squeeze/conv | at least 96 channels, as it reads | 16 channels
            mobilenet-v2 |  17 | bottleneck1/unit1/project/conv         | at least 32 channels, as it reads   | 16 channels
            """)
    void reductionsInsideModulesAreSeenStepByStep(String id, int count, String path, String expected, String got) {
        var departures = Patterns.of(Zoo.network(id), Grain.STEP).departures(DEPTH_UP_SIZE_DOWN);
        assertThat(departures).hasSize(count);
        assertThat(departures.stream().limit(1))
                .isEqualTo(count == 0 ? List.of() : List.of(new Departure(DEPTH_UP_SIZE_DOWN, path, expected, got)));
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void whatNoStepBreaksNoPartBreaks(Network network) {
        var steps = Patterns.of(network, Grain.STEP);
        var parts = Patterns.of(network, Grain.PART);
        if (steps.verdict(DEPTH_UP_SIZE_DOWN) == KEPT) {
            assertThat(parts.verdict(DEPTH_UP_SIZE_DOWN)).isEqualTo(KEPT);
        }
        assertThat(steps.departures(DENSE_WIDTHS_NEVER_RISE)).containsAll(parts.departures(DENSE_WIDTHS_NEVER_RISE));
    }

    @Test
    void channelsThatFallAndSidesThatRiseAreTold() {
        assertThat(departures(conv(8, 3).same().as("wide"), conv(4, 3).pad(2).as("padded"), globalPool(), dense(10)))
                .containsExactly(
                        new Departure(DEPTH_UP_SIZE_DOWN, "padded", "at least 8 channels, as wide has", "4 channels"),
                        new Departure(DEPTH_UP_SIZE_DOWN, "padded", "at most 16×16, as wide has", "18×18"));
    }

    @Test
    void theFirstPartIsHeldAgainstTheInput() {
        assertThat(departures(conv(2, 3).as("thin"), flatten(), dense(10)))
                .containsExactly(new Departure(
                        DEPTH_UP_SIZE_DOWN, "thin", "at least 3 channels, as the input has", "2 channels"));
    }

    @Test
    void branchesThatAreNotNamedAreNoParts() {
        assertThat(departures(
                        concat(conv(4, 1), sequence(conv(2, 1), conv(8, 3).same())),
                        sum(sequence(conv(6, 1), conv(12, 1)), identity()).relu(),
                        globalPool(),
                        dense(10)))
                .isEmpty();
    }

    @Test
    void aGateIsNotTheMainPath() {
        var gate = sequence(globalPool(), dense(2).relu(), dense(8).sigmoid());
        var gated = network("Gated-2", IMAGE, conv(8, 3).then(scale(gate)).as("conv1"), globalPool(), dense(10));
        assertThat(Patterns.of(gated).departures()).isEmpty();
        assertThat(Patterns.of(gated, Grain.STEP).departures(DENSE_WIDTHS_NEVER_RISE))
                .containsExactly(new Departure(
                        DENSE_WIDTHS_NEVER_RISE, "conv1/dense2", "at most 2 units, as conv1/dense1 has", "8 units"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200})
    void aConvolutionThatGivesTheClassesIsNoDenseLayerHoweverManyTheyAre(int classes) {
        assertThat(departures(
                        conv(64, 3).relu().as("conv1"), conv(classes, 1).relu().as("conv10"), globalPool()))
                .containsExactly(
                        new Departure(EXTRACTOR_THEN_CLASSIFIER, "conv10/conv", "a dense layer at the end", "conv"));
    }

    @Test
    void aConvolutionBehindTheGlobalPoolingIsTold() {
        assertThat(departures(conv(8, 3), globalPool(), conv(16, 1).as("head"), flatten(), dense(10)))
                .containsExactly(new Departure(
                        EXTRACTOR_THEN_CLASSIFIER, "head", "dense layers only behind globalpool", "conv"));
    }

    @Test
    void denseLayersAloneExtractNothing() {
        assertThat(departures(flatten(), dense(300).relu(), dense(10)))
                .containsExactly(new Departure(EXTRACTOR_THEN_CLASSIFIER, "flatten", "convolutions before it", "none"));
        assertThat(departures(maxPool(2)))
                .containsExactly(new Departure(EXTRACTOR_THEN_CLASSIFIER, "n", "convolutions before it", "none"));
        assertThat(departures())
                .containsExactly(new Departure(EXTRACTOR_THEN_CLASSIFIER, "n", "convolutions before it", "none"));
    }

    @Test
    void aDenseLayerWiderThanTheOneBeforeIsToldButNotTheClasses() {
        assertThat(departures(
                        conv(8, 3),
                        flatten(),
                        dense(64).relu().as("fc1"),
                        dense(128).as("fc2"),
                        dense(1000)))
                .containsExactly(new Departure(
                        DENSE_WIDTHS_NEVER_RISE, "fc2", "at most 64 units, as fc1/dense has", "128 units"));
    }

    @Test
    void auxiliaryHeadsAreNotLookedAt() {
        var plain = network("n", IMAGE, conv(8, 3).as("conv1"), globalPool(), dense(10));
        var head = new Head("aux", "conv1", sequence(flatten(), dense(4), dense(64), dense(10)), 0.3);
        assertThat(Patterns.of(plain.head(head)).departures()).isEmpty();
    }

    /** Lecture notes whose table of VGG lost three cells of columns D and E count 13 and 17 layers by it. */
    @ParameterizedTest(name = "VGG-{0} with {1} convolutions")
    @CsvSource({"16, 13, 16", "19, 16, 19", "16, 10, 13", "19, 14, 17"})
    void aTableThatLostRowsDoesNotGiveTheLayersThatItsNameSays(int named, int convolutions, int layers) {
        var column = new ArrayList<Layer>();
        for (int i = 0; i < convolutions; i++) {
            column.add(conv(64, 3).same().relu());
        }
        column.addAll(List.of(flatten(), dense(32), dense(32), dense(10)));
        var patterns = Patterns.of(network("VGG-" + named, IMAGE, column.toArray(Layer[]::new)));
        assertThat(patterns.verdict(DEPTH_AS_NAMED)).isEqualTo(named == layers ? KEPT : BROKEN);
        assertThat(patterns.departures(DEPTH_AS_NAMED))
                .isEqualTo(
                        named == layers
                                ? List.of()
                                : List.of(new Departure(
                                        DEPTH_AS_NAMED,
                                        "VGG-" + named,
                                        named + " weighted layers, as its name says",
                                        layers + " weighted layers")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AlexNet",
                "MobileNet v2 ×0.5",
                "SqueezeNet-1.1",
                "EfficientNet-B0",
                "Inception-v3",
                "MCUNet-320kB"
            })
    void aNameWithoutANumberOfLayersPromisesNone(String name) {
        assertThat(Patterns.of(network(name, IMAGE, conv(8, 3))).verdict(DEPTH_AS_NAMED))
                .isEqualTo(SILENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"One-1", "ResNeXt-1 32×4d", "Wide-ResNet-1-2", "VGG-1 (D) with batch norm"})
    void theFirstNumberBehindAHyphenIsTheDepth(String name) {
        assertThat(Patterns.of(network(name, IMAGE, conv(8, 3))).verdict(DEPTH_AS_NAMED))
                .isEqualTo(KEPT);
    }
}
