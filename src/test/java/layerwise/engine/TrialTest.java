package layerwise.engine;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import layerwise.layers.Shape;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final Learning PLAIN = Learning.of(Criterion.CROSS_ENTROPY);
    private static final Parallel ALONE = new Parallel(1, 1);

    private static Network plain() {
        return network("plain", Shape.of(1, 8, 8), conv(4, 3).relu().as("conv1"), flatten(), dense(10));
    }

    private static Network normed() {
        return network("normed", Shape.of(1, 8, 8), conv(4, 3).batchNorm().as("conv1"), flatten(), dense(10));
    }

    @Test
    void twoProcessorsCanBeTwoThreadsOrTwoReplicas() {
        assertThat(Trial.ways(plain(), PLAIN, 16, 2)).containsExactly(new Parallel(2, 1), new Parallel(1, 2), ALONE);
    }

    @Test
    void aProcessorAloneLeavesNoChoice() {
        assertThat(Trial.ways(plain(), PLAIN, 16, 1)).containsExactly(ALONE);
    }

    @Test
    void aBatchTooSmallToShareIsNotShared() {
        assertThat(Trial.ways(plain(), PLAIN, 3, 2)).containsExactly(new Parallel(1, 2), ALONE);
    }

    @Test
    void batchNormsKeepTheirBatchUnlessTheyAreFrozen() {
        var frozen = new Learning(Criterion.CROSS_ENTROPY, 0, new UpdateRule.Sgd(0), 0, Set.of("conv1"));
        assertThat(Trial.ways(normed(), PLAIN, 16, 2)).containsExactly(new Parallel(1, 2), ALONE);
        assertThat(Trial.ways(normed(), frozen, 16, 2)).contains(new Parallel(2, 1));
    }

    @Test
    void aLargeNetworkIsNotHeldTwice() {
        var large = network("large", Shape.of(1, 64, 64), conv(32, 3).relu().as("conv1"), flatten(), dense(10));
        assertThat(Trial.ways(large, PLAIN, 16, 2)).as("24 MB of outputs").contains(new Parallel(2, 1));
        assertThat(Trial.ways(large, PLAIN, 32, 2)).containsExactly(new Parallel(1, 2), ALONE);
    }

    @Test
    void theFastestIsOneOfTheWays() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(Trial.ways(plain(), PLAIN, 16, processors))
                .contains(Trial.fastest(plain(), SymbolLearnerTest.weights(plain()), PLAIN, 16));
    }
}
