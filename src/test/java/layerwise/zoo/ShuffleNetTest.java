package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.layers.Conv;
import layerwise.layers.Shuffle;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleNetTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void widthGrowsWithTheGroupsSoThatTheCostStays(int groups) {
        assertThat(Cost.of(ShuffleNet.paper(groups).network()).macs()).isBetween(134_000_000L, 144_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void mapsAreShuffledBetweenTheTwoGroupedConvolutionsOfEachOfSixteenUnits(int groups) {
        assertThat(shuffles(ShuffleNet.paper(groups).network())).hasSize(16).containsOnly(groups);
    }

    @Test
    void oneGroupIsNotShuffled() {
        assertThat(shuffles(ShuffleNet.paper(1).network())).isEmpty();
    }

    @Test
    void onlyTheFirstUnitMixesAllMapsBeforeTheDepthwiseConvolution() {
        var groups = ShuffleNet.paper(3).network().steps().stream()
                .filter(step -> step.path().endsWith("/gconv1/conv"))
                .map(step -> ((Conv) step.layer()).groups())
                .toList();
        assertThat(groups.get(0)).isEqualTo(1);
        assertThat(groups.subList(1, groups.size())).hasSize(15).containsOnly(3);
    }

    @ParameterizedTest
    @EnumSource
    void versionTwoGroupsNothingButTheDepthwiseConvolutions(ShuffleNetV2 column) {
        var convolutions = column.network().steps().stream()
                .filter(step -> step.layer() instanceof Conv)
                .toList();
        assertThat(convolutions)
                .allSatisfy(step -> assertThat(((Conv) step.layer()).groups())
                        .isEqualTo(step.path().contains("dwconv") ? step.input().channels() : 1));
        assertThat(shuffles(column.network())).hasSize(16).containsOnly(2);
    }

    @Test
    void groupsThatTheTableDoesNotHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShuffleNet.paper(5))
                .withMessage("a ShuffleNet has 1, 2, 3, 4 or 8 groups, got 5");
    }

    private static Stream<Integer> shuffles(Network network) {
        return network.steps().stream()
                .filter(step -> step.layer() instanceof Shuffle)
                .map(step -> ((Shuffle) step.layer()).groups());
    }
}
