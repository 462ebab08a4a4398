package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseNetTest {

    @ParameterizedTest
    @ValueSource(ints = {121, 161, 169, 201})
    void itHasAsManyWeightedLayersAsItsName(int depth) {
        assertThat(DenseNet.paper(depth).steps().stream().filter(step -> step.macs() > 0))
                .hasSize(depth);
    }

    @Test
    void eachUnitReadsWhatAllBeforeItWrote() {
        var units = DenseNet.paper(121).steps().stream()
                .filter(step -> step.path().matches("dense1/unit./batchnorm1"))
                .map(step -> step.input().channels());
        assertThat(units).containsExactly(64, 96, 128, 160, 192, 224);
    }

    @Test
    void aDepthThatTheTableHasNotIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseNet.paper(100))
                .withMessage("a DenseNet has 121, 161, 169 or 201 layers, got 100");
    }
}
