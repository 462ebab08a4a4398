package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineupTest {

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void comparingANetworkWithItselfChangesNothing(Network network) {
        var lineup = Lineup.compare(network, network);
        assertThat(lineup.changes()).isEmpty();
        assertThat(lineup.rows()).hasSameSizeAs(network.steps());
    }

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void rowsAddUpToBothNetworks(Network network) {
        var lineup = Lineup.compare(network, LeNet5.paper());
        assertThat(lineup.rows().stream().map(row -> row.saving().before()).reduce(Cost.ZERO, Cost::plus))
                .isEqualTo(lineup.saving().before());
        assertThat(lineup.rows().stream().map(row -> row.saving().after()).reduce(Cost.ZERO, Cost::plus))
                .isEqualTo(Cost.of(LeNet5.paper()));
    }

    @Test
    void whatWasAddedStandsBehindWhatWasRemovedThere() {
        var input = Shape.of(3, 8, 8);
        var before = network(
                "before",
                input,
                conv(4, 3).as("a"),
                maxPool(2).as("b"),
                flatten(),
                dense(10).as("d"));
        var after = network(
                "after",
                input,
                conv(4, 3).as("a"),
                conv(4, 3).as("c"),
                flatten(),
                dense(10).as("d"));
        assertThat(Lineup.compare(before, after).rows())
                .extracting(row -> row.path() + " " + row.change())
                .containsExactly("a SAME", "b REMOVED", "c ADDED", "flatten CHANGED", "d CHANGED");
    }

    @Test
    void modernLeNetReadsAllMapsInC3() {
        var changes = Lineup.compare(LeNet5.paper(), LeNet5.modern()).changes();
        var c3 = changes.stream()
                .filter(row -> row.path().equals("C3/conv"))
                .findFirst()
                .orElseThrow();
        assertThat(c3.change()).isEqualTo(Lineup.Change.CHANGED);
        assertThat(c3.saving().before().parameters()).isEqualTo(1516);
        assertThat(c3.saving().after().parameters()).isEqualTo(2416);
    }
}
