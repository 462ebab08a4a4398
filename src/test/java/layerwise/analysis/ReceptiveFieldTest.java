package layerwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.function.Supplier;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReceptiveFieldTest {
    private static final Map<String, Supplier<Network>> NETWORKS = Map.of(
            "lenet5", LeNet5::paper,
            "alexnet", Papers::alexNet,
            "vgg-16", Papers::vgg16,
            "googlenet", Papers::googLeNet,
            "resnet-50", Papers::resNet50);

    @ParameterizedTest(name = "{0} {1}: {5}")
    @CsvFileSource(files = "data/fields.csv", numLinesToSkip = 1)
    void theFieldBehindEachPartIsThePublishedOne(
            String id, String path, long size, long jump, long padding, String source) {
        var field = ReceptiveField.behind(NETWORKS.get(id).get(), path);
        assertThat(field.rows()).as(source).isEqualTo(new ReceptiveField.Extent(size, jump, -padding));
        assertThat(field.columns()).isEqualTo(field.rows());
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void theFieldOfAJointIsThatOfItsLongestBranch(Network network) {
        for (var branch : Branch.of(network)) {
            var joint = ReceptiveField.behind(network, branch.joint());
            assertThat(joint.rows().size())
                    .isGreaterThanOrEqualTo(branch.field().rows().size());
            assertThat(joint.rows().centre()).isEqualTo(branch.field().rows().centre());
        }
    }

    @Test
    void theCentreOfTheFirstUnitIsTheMiddleOfWhatItSees() {
        var lenet = ReceptiveField.of(LeNet5.paper());
        assertThat(lenet.get(0).rows().centre()).as("C1 sees pixels 0 to 4").isEqualTo(2);
        assertThat(lenet.get(2).rows().centre()).as("S2 sees pixels 0 to 5").isEqualTo(2.5);
        assertThat(ReceptiveField.behind(Papers.vgg16(), "conv1_1").rows().centre())
                .as("padding keeps the first unit over the first pixel")
                .isZero();
    }

    @Test
    void theBranchesOfAnInceptionModuleSeeDifferentlyMuch() {
        assertThat(Branch.of(Papers.googLeNet()))
                .filteredOn(branch -> branch.joint().equals("inception3a/concat"))
                .extracting(branch -> branch.end() + " " + branch.field().rows().size())
                .containsExactly(
                        "inception3a/1x1/relu 27",
                        "inception3a/3x3/conv/relu 43",
                        "inception3a/5x5/conv/relu 59",
                        "inception3a/pool/project/relu 43");
    }

    @Test
    void aPathWhereNothingStandsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceptiveField.behind(Papers.alexNet(), "conv6"))
                .withMessage("AlexNet: no layer stands at conv6; ask for a path of its graph, such as conv1/conv");
    }
}
