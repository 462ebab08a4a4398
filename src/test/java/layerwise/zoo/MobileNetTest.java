package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import layerwise.analysis.Cost;
import layerwise.layers.Conv;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNetTest {

    @ParameterizedTest(name = "{0}×{0}: Howard et al. 2017 table 7 prints {2} million")
    @CsvSource({"224, 568740352, 569", "192, 418121728, 418", "160, 290675200, 290", "128, 186400768, 186"})
    void theResolutionMultiplierIsTheSizeOfTheImage(int side, long macs, long millions) {
        var cost = Cost.of(Zoo.entry("mobilenet-v1").network(Task.IMAGENET.at(side)));
        assertThat(cost.macs()).isEqualTo(macs);
        assertThat(cost.macs() / 1e6).isCloseTo(millions, within(1.0));
        assertThat(cost.parameters()).isEqualTo(4_231_976);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75})
    void aNarrowerVersionThreeKeepsItsFirstAndLastLayers(double alpha) {
        assertThat(filters(MobileNetV3.large(alpha, Task.IMAGENET), "conv1/conv"))
                .isEqualTo(16);
        assertThat(filters(MobileNetV3.large(alpha, Task.IMAGENET), "conv3/conv"))
                .isEqualTo(1280);
        assertThat(filters(MobileNetV3.small(alpha, Task.IMAGENET), "conv3/conv"))
                .isEqualTo(1024);
    }

    @Test
    void largeExpandsToTheMapsOfTableOne() {
        var network = MobileNetV3.large(1, Task.IMAGENET);
        assertThat(network.steps().stream()
                        .filter(step -> step.path().endsWith("/depthwise/conv"))
                        .map(step -> step.output().channels()))
                .containsExactly(16, 64, 72, 72, 120, 120, 240, 200, 184, 184, 480, 672, 672, 960, 960);
    }

    private static int filters(Network network, String path) {
        return network.steps().stream()
                .filter(step -> step.path().equals(path))
                .map(step -> ((Conv) step.layer()).filters())
                .findFirst()
                .orElseThrow();
    }
}
