package layerwise.analysis;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReceptiveFieldTest {
    @ParameterizedTest(name = "{0} {1}: {5}")
    @CsvFileSource(files = "data/receptive_fields.csv", numLinesToSkip = 1)
    void theFieldBehindEachPartIsThePublishedOne(
            String id, String path, long size, long jump, long padding, String source) {
        var field = ReceptiveField.behind(Zoo.network(id), path);
        assertThat(field.rows()).as(source).isEqualTo(new ReceptiveField.Extent(size, jump, -padding));
        assertThat(field.columns()).isEqualTo(field.rows());
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void theFieldOfAJointHoldsThoseOfItsBranches(Network network) {
        var scaled = joints(network, Graph.Joint.SCALE);
        for (var branch : Branch.of(network)) {
            if (!scaled.contains(branch.joint())) {
                var joint = ReceptiveField.behind(network, branch.joint()).rows();
                var field = branch.field().rows();
                assertThat(joint.start()).isLessThanOrEqualTo(field.start());
                assertThat(joint.start() + joint.size()).isGreaterThanOrEqualTo(field.start() + field.size());
                assertThat(joint.centre() == field.centre()).as(branch.end()).isEqualTo(!looksAside(network, branch));
            }
        }
    }

    /** The authors' SE-Inception alone joins padded convolutions with a pooling that is not padded but rounded up. */
    private static boolean looksAside(Network network, Branch branch) {
        return network.name().equals("SE-Inception")
                && List.of("inception3c/pool", "inception4e/pool").contains(branch.end());
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void aGateDoesNotWidenTheFieldOfWhatItScales(Network network) {
        var branches = Branch.of(network);
        for (var joint : joints(network, Graph.Joint.SCALE)) {
            assertThat(branches)
                    .filteredOn(branch -> branch.joint().equals(joint))
                    .first()
                    .extracting(Branch::field)
                    .isEqualTo(ReceptiveField.behind(network, joint));
        }
    }

    private static Set<String> joints(Network network, Graph.Joint joint) {
        return network.graph().nodes().stream()
                .filter(node -> node.joint() == joint)
                .map(Graph.Node::path)
                .collect(Collectors.toSet());
    }

    @Test
    void theCentreOfTheFirstUnitIsTheMiddleOfWhatItSees() {
        var lenet = ReceptiveField.of(LeNet5.paper());
        assertThat(lenet.get(0).rows().centre()).as("C1 sees pixels 0 to 4").isEqualTo(2);
        assertThat(lenet.get(2).rows().centre()).as("S2 sees pixels 0 to 5").isEqualTo(2.5);
        assertThat(ReceptiveField.behind(Zoo.network("vgg-16"), "conv1_1")
                        .rows()
                        .centre())
                .as("padding keeps the first unit over the first pixel")
                .isZero();
    }

    @Test
    void branchesThatBeginInThePaddingSeeIt() {
        var padded = network(
                "n", Shape.of(1, 8, 8), concat(conv(1, 1).pad(5), conv(1, 3).pad(6)));
        assertThat(ReceptiveField.behind(padded, "concat").rows()).isEqualTo(new ReceptiveField.Extent(3, 1, -6));
    }

    @Test
    void theBranchesOfAnInceptionModuleSeeDifferentlyMuch() {
        assertThat(Branch.of(Zoo.network("googlenet")))
                .filteredOn(branch -> branch.joint().equals("inception3a/concat"))
                .extracting(branch -> branch.end() + " " + branch.field().rows().size())
                .containsExactly(
                        "inception3a/1x1/relu 27",
                        "inception3a/3x3/relu 43",
                        "inception3a/5x5/relu 59",
                        "inception3a/pool_proj/relu 43");
    }

    @Test
    void aPathWhereNothingStandsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceptiveField.behind(Zoo.network("alexnet"), "conv6"))
                .withMessage("AlexNet: no layer stands at conv6; ask for a path of its graph, such as conv1/conv");
    }
}
