package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import layerwise.analysis.Cost;
import layerwise.layers.Step;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SENetTest {

    @ParameterizedTest
    @CsvSource({
        "se-resnet-18, resnet-18",
        "se-resnet-34, resnet-34",
        "se-resnet-50, resnet-50",
        "se-resnet-101, resnet-101",
        "se-resnet-152, resnet-152",
        "se-resnext-50-32x4d, resnext-50-32x4d"
    })
    void squeezeAndExcitationAddsTwoConvolutionsAUnit(String id, String without) {
        var network = Zoo.network(id);
        var plain = Zoo.network(without);
        assertThat(network.steps().stream().filter(step -> !gate(step)).map(SENetTest::row))
                .containsExactlyElementsOf(
                        plain.steps().stream().map(SENetTest::row).toList());
        assertThat(Cost.of(network).parameters() - Cost.of(plain).parameters()).isEqualTo(gates(network));
    }

    private static boolean gate(Step step) {
        return step.path().contains("/se/");
    }

    private static String row(Step step) {
        return step.path() + step.layer().kind() + step.output() + step.parameters() + step.macs();
    }

    /** Σ 2·C²/16 + C/16 + C over the maps C that are scaled. */
    private static long gates(Network network) {
        return network.steps().stream()
                .filter(step -> step.path().endsWith("/se/globalpool"))
                .mapToLong(step -> step.input().channels())
                .map(maps -> 2 * maps * (maps / 16) + maps / 16 + maps)
                .sum();
    }

    @Test
    void seInceptionIsRefusedWhereItsPoolingLosesARow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zoo.entry("se-inception").network(Task.IMAGENET.at(200)))
                .withMessage("SE-Inception/inception3c: branches of a concat must agree in height and width, "
                        + "got 160×13×13 and 96×13×13 and 320×12×12; give both the same stride and padding; "
                        + "the next larger square input that fits is 223×223");
    }
}
