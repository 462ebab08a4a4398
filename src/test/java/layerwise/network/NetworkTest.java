package layerwise.network;

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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    private static final Shape IMAGE = Shape.of(3, 32, 32);

    /** Table 1 of Szegedy et al. 2014, row 3a, in small. */
    private static Layer inception(int n1, int reduce, int n3) {
        return concat(
                conv(n1, 1).relu().as("1x1"),
                sequence(conv(reduce, 1).relu(), conv(n3, 3).same().relu()).as("3x3"));
    }

    private static Layer residual(int width) {
        return sum(sequence(conv(width, 3).same().relu(), conv(width, 3).same()), identity())
                .relu();
    }

    private static List<String> paths(Network network) {
        return network.steps().stream().map(Step::path).toList();
    }

    @Test
    void theOutputOfAStepIsTheInputOfTheNext() {
        var steps = network("chain", IMAGE, conv(8, 3).relu(), maxPool(2), flatten(), dense(10))
                .steps();
        assertThat(steps.get(0).input()).isEqualTo(IMAGE);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).input()).isEqualTo(steps.get(i - 1).output());
        }
    }

    static Stream<Network> zoo() {
        return Zoo.entries().stream().map(Zoo.Entry::network);
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void whatIsWrittenAtOneEndOfAnEdgeIsReadAtTheOther(Network network) {
        var graph = network.graph();
        for (int number = 0; number < graph.nodes().size(); number++) {
            var node = graph.nodes().get(number);
            var read = node.inputs().stream().map(graph::shape).toList();
            assertThat(node.inputs()).as(node.path()).isNotEmpty().allMatch(lessThan(number));
            assertThat(node.shape()).as(node.path()).isEqualTo(joined(node, read));
        }
    }

    private static Predicate<Integer> lessThan(int number) {
        return input -> input < number;
    }

    private static Shape joined(Graph.Node node, List<Shape> read) {
        var first = read.get(0);
        return switch (node.joint()) {
            case NONE -> node.layer().orElseThrow().output(first);
            case CONCAT -> Shape.of(read.stream().mapToInt(Shape::channels).sum(), first.height(), first.width());
            case SUM, SCALE -> first;
        };
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyNodeButTheLastIsReadBySomebody(Network network) {
        var graph = network.graph();
        int last = graph.nodes().size() - 1;
        assertThat(graph.nodes().stream().flatMap(node -> node.inputs().stream()))
                .containsAll(IntStream.range(Graph.INPUT, last).boxed().toList())
                .doesNotContain(last);
        assertThat(network.output()).isEqualTo(graph.shape(last));
    }

    @Test
    void unnamedLayersOfAKindAreCounted() {
        assertThat(paths(network("n", IMAGE, conv(8, 3).relu(), conv(8, 3).relu(), maxPool(2))))
                .containsExactly("conv1", "relu1", "conv2", "relu2", "maxpool");
    }

    @Test
    void aPartThatHoldsOneLayerLendsItsName() {
        assertThat(paths(network(
                        "n", IMAGE, conv(8, 3).as("C1"), conv(8, 3).relu().as("C2"))))
                .containsExactly("C1", "C2/conv", "C2/relu");
    }

    @Test
    void namesInsideNamesAreAPath() {
        assertThat(paths(network("n", IMAGE, inception(4, 2, 6).as("inception3a"))))
                .containsExactly(
                        "inception3a/1x1/conv",
                        "inception3a/1x1/relu",
                        "inception3a/3x3/conv1",
                        "inception3a/3x3/relu1",
                        "inception3a/3x3/conv2",
                        "inception3a/3x3/relu2");
    }

    @Test
    void aCountedNameGivesWayToAChosenOne() {
        assertThat(paths(network("n", IMAGE, conv(8, 3), conv(8, 3).as("conv1"), conv(8, 3))))
                .containsExactly("conv2", "conv1", "conv3")
                .doesNotHaveDuplicates();
    }

    @Test
    void aConcatStacksChannels() {
        assertThat(network("n", IMAGE, inception(4, 2, 6)).output()).isEqualTo(Shape.of(10, 32, 32));
    }

    @Test
    void aSumKeepsTheShape() {
        assertThat(network("n", IMAGE, residual(3), residual(3)).output()).isEqualTo(IMAGE);
    }

    @Test
    void theGraphHasAnEdgeForWhateverANodeReads() {
        var nodes = network("n", IMAGE, residual(3)).graph().nodes();
        assertThat(nodes).extracting(Graph.Node::path).containsExactly("conv1", "relu1", "conv2", "sum", "relu2");
        assertThat(nodes)
                .extracting(Graph.Node::inputs)
                .containsExactly(List.of(-1), List.of(0), List.of(1), List.of(2, -1), List.of(3));
    }

    @Test
    void aSequenceIsTheSameHoweverItIsGrouped() {
        assertThat(sequence(sequence(conv(8, 3), conv(8, 3)), conv(8, 3)))
                .isEqualTo(sequence(conv(8, 3), sequence(conv(8, 3), conv(8, 3))))
                .isEqualTo(conv(8, 3).then(conv(8, 3)).then(conv(8, 3)));
    }

    @Test
    void aWindowLargerThanItsInputIsRefusedWithItsPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(
                        "LeNet-5",
                        Shape.of(1, 8, 8),
                        conv(6, 5).tanh().as("C1"),
                        conv(16, 5).as("C3")))
                .withMessage(
                        "LeNet-5/C3: a window of 5 does not fit a side of 4; "
                                + "pad by at least 1, or use an input at least 1 larger here; the smallest square input is 9×9");
    }

    @Test
    void branchesOfASumThatDifferAreRefusedWithTheCure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(
                        "ResNet-50",
                        Shape.of(256, 56, 56),
                        sum(conv(512, 3).stride(2).pad(1), identity()).as("conv3_x")))
                .withMessage("ResNet-50/conv3_x: branches of a sum must agree in shape, got 512×28×28 and 256×56×56; "
                        + "project the shortcut with conv(512, 1).stride(2)");
    }

    @Test
    void branchesOfAConcatThatDifferAreRefusedWithTheCure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        network("n", IMAGE, concat(conv(4, 1), maxPool(2)).as("mixed")))
                .withMessage("n/mixed: branches of a concat must agree in height and width, got 4×32×32 and 3×16×16; "
                        + "give mixed/maxpool a stride of 1, or the larger branch a stride of 2");
    }

    @Test
    void twoPartsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        network("n", IMAGE, conv(8, 3).as("C1"), conv(8, 3).as("C1")))
                .withMessage("n: two parts are named C1; names are paths, so give each its own");
    }

    @Test
    void aNameThatIsNoPathIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conv(8, 3).as("a/b"))
                .withMessage("a layer's name is one segment of a path, not empty and without /, got \"a/b\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(" ", IMAGE))
                .withMessage("a network needs a name, got an empty one");
    }

    @Test
    void aJointWithoutBranchesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum())
                .withMessage("a sum needs at least one branch, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> concat())
                .withMessage("a concat needs at least one branch, got none");
    }

    @Test
    void aHeadReadsThePartItHangsAfterAndIsNoStep() {
        var network = network("n", IMAGE, inception(4, 2, 6).as("inception4a"), conv(3, 3))
                .head(new Head("aux1", "inception4a", sequence(flatten(), dense(7)), 0.3));
        assertThat(network.headNetworks())
                .singleElement()
                .satisfies(head -> assertThat(head.input()).isEqualTo(Shape.of(10, 32, 32)))
                .satisfies(head -> assertThat(head.output()).isEqualTo(Shape.vector(7)));
        assertThat(paths(network)).noneMatch(path -> path.contains("aux"));
    }

    @Test
    void aHeadThatCannotHangThereIsRefused() {
        var network = network("n", IMAGE, conv(8, 5).as("C1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.head(new Head("aux1", "C2", flatten(), 0.3)))
                .withMessage("n: the head aux1 reads a part C2, which there is not; "
                        + "hang it after a part of the network, such as C1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.head(new Head("aux1", "C1", dense(7), 0.3)))
                .withMessage("n/aux1/dense: a dense layer reads a vector, got 8×28×28; "
                        + "put flatten() or globalPool() before it");
    }

    @Test
    void aGateThatGivesNoNumberForEachMapIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(
                        "SE", IMAGE, scale(sequence(globalPool(), dense(4))).as("unit")))
                .withMessage("SE/unit: the gate of a scale must give one number a map, 3×1×1 for an input of 3×32×32, "
                        + "got 4×1×1; end it in dense(3)");
    }

    @Test
    void anotherInputIsCheckedAgain() {
        var network = network("n", IMAGE, conv(8, 5));
        assertThat(network.over(Shape.of(3, 64, 48)).output()).isEqualTo(Shape.of(8, 60, 44));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.over(Shape.of(3, 4, 4)))
                .withMessage(
                        "n/conv: a window of 5 does not fit a side of 4; "
                                + "pad by at least 1, or use an input at least 1 larger here; the smallest square input is 5×5");
    }
}
