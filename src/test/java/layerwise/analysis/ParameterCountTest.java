package layerwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterCountTest {

    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void whatIsTrainableIsWhatTheSummaryCounts(Network network) {
        var count = ParameterCount.of(network);
        assertThat(count.trainable()).isEqualTo(Cost.of(network).parameters());
        assertThat(count.scales()).isEqualTo(count.shifts());
        assertThat(count.statistics()).isEqualTo(count.scales() + count.shifts());
    }

    @Test
    void alexNetOf2012HasSixtyOneMillion() {
        assertThat(ParameterCount.of(Zoo.network("alexnet")).trainable())
                .as("recomputed independently: 2,334,080 of convolutions and 58,631,144 of dense layers")
                .isEqualTo(60_965_224);
    }

    @Test
    void vgg16HasOneHundredAndThirtyEightMillion() {
        assertThat(ParameterCount.of(Zoo.network("vgg-16")).trainable())
                .as("Simonyan and Zisserman 2014, table 2: 138 million")
                .isEqualTo(138_357_544);
    }

    @Test
    void theHeadsOfGoogLeNetNearlyDoubleIt() {
        assertThat(ParameterCount.of(Zoo.network("googlenet")))
                .isEqualTo(new ParameterCount(6_990_272, 8_280, 0, 0, 0, 0));
        assertThat(ParameterCount.of(Zoo.network("googlenet"), Heads.WITH).trainable())
                .as("aux1 3,188,840 + aux2 3,190,888")
                .isEqualTo(13_378_280);
    }

    @Test
    void theStepsOfAHeadBearItsName() {
        assertThat(Heads.WITH.steps(Zoo.network("googlenet")))
                .filteredOn(step -> step.path().startsWith("softmax"))
                .extracting(step -> step.path())
                .startsWith("softmax0/avgpool", "softmax0/conv/conv")
                .contains("softmax1/fc1/dense", "softmax1/fc2");
    }

    @Test
    void kerasCountsStatisticsAndPyTorchDoesNot() {
        var count = ParameterCount.of(Zoo.network("resnet-50"));
        assertThat(count.trainable()).as("PyTorch").isEqualTo(25_557_032);
        assertThat(count.total()).as("with running statistics").isEqualTo(25_610_152);
        assertThat(count.untrained()).isEqualTo(53_120);
    }

    @Test
    void codesChosenByHandAreKeptButNotTrained() {
        var count = ParameterCount.of(LeNet5.paper());
        assertThat(count.fixed()).isEqualTo(840);
        assertThat(count.trainable()).isEqualTo(60_000);
    }
}
