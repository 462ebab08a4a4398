package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;

import layerwise.data.DrawnDigits;
import layerwise.data.Split;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training where MXNet has no library: {@code mvn -P pytorch test -Dtest=PyTorchTest}. */
@EnabledIfSystemProperty(named = "ai.djl.default_engine", matches = "PyTorch")
class PyTorchTest {
    private static final Split DIGITS = Split.of(DrawnDigits.draw(1_600, 11), 1_200);

    @ParameterizedTest
    @CsvSource({"lenet5, 5", "lenet5-modern, 3"})
    void bothLeNetsLearnToReadDrawnDigits(String id, int epochs) {
        var network = Zoo.network(id);
        var run = Training.run(network, Recipe.of(network).epochs(epochs), DIGITS);
        assertThat(run.engine()).startsWith("PyTorch 2.7");
        assertThat(run.accuracy()).isGreaterThan(0.75);
    }
}
