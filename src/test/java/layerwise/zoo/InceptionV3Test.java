package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import layerwise.analysis.Cost;
import layerwise.layers.Step;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InceptionV3Test {

    @Test
    void theHeadCountsAsPublished() {
        var network = InceptionV3.paper();
        assertThat(head(network).steps().stream().filter(step -> step.macs() > 0))
                .extracting(Step::parameters)
                .containsExactlyElementsOf(List.of(768L * 128, 128L * 5 * 5 * 768, 769_000L));
        assertThat(Cost.of(network).parameters() + Cost.of(head(network)).parameters())
                .as("torchvision prints 27,161,264")
                .isEqualTo(27_161_264);
    }

    @ParameterizedTest
    @CsvSource({"299, 5×5", "331, 5×5", "224, 3×3", "75, 1×1"})
    void theHeadsWindowIsAtMostAsLargeAsItsMap(int side, String kernel) {
        var conv2 = head(InceptionV3.paper(Task.IMAGENET.at(side))).steps().stream()
                .filter(step -> step.path().equals("conv2/conv"))
                .findFirst()
                .orElseThrow();
        assertThat(conv2.layer().window(conv2.input())).hasToString(kernel);
    }

    private static Network head(Network network) {
        return network.headNetworks().get(0);
    }
}
