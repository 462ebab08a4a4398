package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Section.Unit;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnatomyTest {

    static Stream<String> zoo() {
        return Zoo.entries().stream().map(Zoo.Entry::id);
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyNodeIsInExactlyOneBoxFoldedOrNotAtEveryDepth(String id) {
        var whole = Anatomy.of(Zoo.network(id));
        var nodes = IntStream.range(0, whole.graph().nodes().size()).boxed().toList();
        for (var anatomy : List.of(
                whole,
                whole.folded(),
                whole.depth(0),
                whole.depth(1),
                whole.folded().depth(0),
                whole.folded().depth(1))) {
            assertThat(anatomy.boxes().stream()
                            .flatMap(box -> anatomy.nodes(box).stream())
                            .sorted())
                    .isEqualTo(nodes);
        }
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void foldingTwiceIsFoldingOnce(String id) {
        var folded = Anatomy.of(Zoo.network(id)).folded();
        assertThat(folded.folded()).isEqualTo(folded);
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void whatAUnitStandsForHasTheSameLayers(String id) {
        var folded = Anatomy.of(Zoo.network(id)).folded();
        units(folded.sections()).forEach(unit -> {
            int length = unit.endOfFirst() - unit.from();
            assertThat(unit.end() - unit.from())
                    .isEqualTo(length * unit.copies().size());
            for (var copy : unit.copies()) {
                for (int i = 0; i < length; i++) {
                    var node = folded.graph().nodes().get(copy.from() + i);
                    assertThat(node.path()).startsWith(copy.path() + "/");
                    assertThat(node.layer())
                            .isEqualTo(
                                    folded.graph().nodes().get(unit.from() + i).layer());
                }
            }
        });
    }

    private static Stream<Unit> units(List<Section> row) {
        return row.stream()
                .flatMap(section -> section instanceof Unit unit
                        ? Stream.concat(Stream.of(unit), units(unit.sections()))
                        : Stream.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "resnet-101, conv4_x/unit2, 22",
        "resnet-152, conv4_x/unit2, 35",
        "xception, middle/unit1, 8",
        "densenet-121, dense3/unit1, 24",
        "inception-v3, mixed6c, 2"
    })
    void repeatsAreDrawnOnceWithTheirNumber(String id, String path, int copies) {
        assertThat(units(Anatomy.of(Zoo.network(id)).folded().sections())
                        .filter(unit -> unit.path().equals(path))
                        .map(unit -> unit.copies().size()))
                .containsExactly(copies);
    }

    @ParameterizedTest
    @CsvSource({"googlenet, 84", "vgg-16, 22", "alexnet-single-tower, 14", "lenet5, 8"})
    void whatDoesNotRepeatIsNotFolded(String id, int boxes) {
        assertThat(Anatomy.of(Zoo.network(id)).folded().boxes()).hasSize(boxes);
    }

    @Test
    void aNormAndAFunctionAreInTheBoxOfTheLayerThatTheyFollow() {
        assertThat(paths(Anatomy.of(network(
                        "net",
                        Shape.of(3, 8, 8),
                        conv(4, 3).noBias().batchNorm().relu(),
                        conv(4, 3).relu().as("named"),
                        dropout(0.5).as("drop"),
                        globalPool(),
                        dense(10).relu()))))
                .containsExactly("conv 0-3", "named 3-5", "drop 5-6", "globalpool 6-7", "dense 7-9");
    }

    @Test
    void whatIsReadTwiceEndsItsBox() {
        var shared = sequence(conv(3, 1), sum(identity(), conv(3, 1)));
        assertThat(paths(Anatomy.of(network("net", Shape.of(3, 8, 8), shared))))
                .containsExactly("conv1 0-1", "conv2 1-2", "sum 2-3");
    }

    @Test
    void aPartWithSeveralWaysInIsNoUnit() {
        var net = network(
                "net",
                Shape.of(3, 8, 8),
                sum(sequence(conv(3, 1), conv(3, 1)).as("a"), conv(3, 3).same().as("b"))
                        .as("unit"));
        assertThat(Anatomy.of(net).sections()).singleElement().isInstanceOf(Unit.class);
        assertThat(Anatomy.of(net).depth(0).boxes()).hasSize(1);
        assertThat(paths(Anatomy.of(net)))
                .containsExactly("unit/a/conv1 0-1", "unit/a/conv2 1-2", "unit/b 2-3", "unit/sum 3-4");
    }

    @Test
    void unitsWhoseMapsDifferInHeightOrWidthAreNotAlike() {
        var net = network(
                "net",
                Shape.of(4, 32, 32),
                unit(1).as("unit1"),
                unit(1).as("unit2"),
                unit(2).as("unit3"),
                unit(1).as("unit4"));
        assertThat(Anatomy.of(net).folded().sections())
                .extracting(section ->
                        section.path() + " ×" + ((Unit) section).copies().size())
                .containsExactly("unit1 ×2", "unit3 ×1", "unit4 ×1");
    }

    private static Layer unit(int stride) {
        return sequence(conv(4, 3).same().stride(stride), conv(4, 3).same());
    }

    @Test
    void aDepthBelowZeroIsRefused() {
        assertThatThrownBy(() -> Anatomy.of(Zoo.network("lenet5")).depth(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a depth of units to open is at least 0, got -1");
    }

    private static List<String> paths(Anatomy anatomy) {
        return anatomy.boxes().stream()
                .map(box -> box.path() + " " + box.from() + "-" + box.end())
                .collect(Collectors.toList());
    }

    @Test
    void aNetworkThatDoesNothingHasNoSections() {
        assertThat(Anatomy.of(Network.network("Nothing", Shape.of(1, 4, 4), identity()))
                        .sections())
                .isEmpty();
    }
}
