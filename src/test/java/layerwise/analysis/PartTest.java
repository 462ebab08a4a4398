package layerwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import layerwise.network.Network;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class PartTest {

    static Stream<Network> networks() {
        return Stream.concat(
                Zoo.entries().stream().map(Zoo.Entry::network),
                Stream.of(
                        Zoo.network("alexnet"),
                        Zoo.network("vgg-16"),
                        Zoo.network("googlenet"),
                        Zoo.network("resnet-50")));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void partsOfEveryDepthAddUpToTotals(Network network) {
        var summary = Summary.of(network);
        for (int depth = 1; depth <= 4; depth++) {
            var parts = summary.parts(depth);
            assertThat(parts.stream().map(Part::cost).reduce(Cost.ZERO, Cost::plus))
                    .isEqualTo(summary.total());
            assertThat(parts.stream().map(Part::parameters).reduce(ParameterCount.ZERO, ParameterCount::plus))
                    .isEqualTo(ParameterCount.of(network));
            assertThat(parts.stream().flatMap(part -> part.steps().stream()))
                    .containsExactlyInAnyOrderElementsOf(network.steps());
        }
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvFileSource(files = "data/googlenet-table1.csv", numLinesToSkip = 1)
    void everyModuleOfGoogLeNetCountsAsItsTable(
            String path, String output, long weights, long biases, long macs, String source) {
        var part = Part.of(Zoo.network("googlenet"), 1).stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        assertThat(part.output()).hasToString(output);
        assertThat(part.parameters()).as(source).isEqualTo(new ParameterCount(weights, biases, 0, 0, 0, 0));
        assertThat(part.cost().macs()).as(source).isEqualTo(macs);
    }

    @Test
    void twoNamesTellTheBranchesOfAModuleApart() {
        assertThat(Part.of(Zoo.network("googlenet"), 2).stream().map(Part::path))
                .contains("inception4a/1x1", "inception4a/3x3", "inception4a/5x5", "inception4a/pool_proj");
    }

    @Test
    void aDepthOfNoNamesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Part.of(Zoo.network("alexnet"), 0))
                .withMessage("AlexNet: parts are told apart by at least 1 name of a path, got a depth of 0");
    }
}
