package layerwise.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.layers.Shape;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EfficientNetTest {

    @Test
    void stagesOfB0ReadWhatTableOnePrints() {
        assertThat(outputs(EfficientNet.B0.network()))
                .containsExactly(
                        Shape.of(16, 112, 112),
                        Shape.of(24, 56, 56),
                        Shape.of(40, 28, 28),
                        Shape.of(80, 14, 14),
                        Shape.of(112, 14, 14),
                        Shape.of(192, 7, 7),
                        Shape.of(320, 7, 7));
    }

    @Test
    void b7IsTwiceAsWideAndThreeTimesAsDeep() {
        var b7 = EfficientNet.B7.network();
        assertThat(outputs(b7).map(Shape::channels)).containsExactly(32, 48, 80, 160, 224, 384, 640);
        assertThat(IntStream.rangeClosed(2, 8).mapToObj(stage -> units(b7, stage)))
                .containsExactly(4L, 7L, 7L, 10L, 10L, 13L, 4L);
    }

    @ParameterizedTest
    @EnumSource
    void eachModelCostsMoreThanTheOneBefore(EfficientNet model) {
        assertThat(Stream.of(EfficientNet.values())
                        .limit(model.ordinal())
                        .map(smaller -> Cost.of(smaller.network()).macs()))
                .allSatisfy(macs ->
                        assertThat(macs).isLessThan(Cost.of(model.network()).macs()));
    }

    @Test
    void aGateSqueezesToAQuarterOfWhatItsUnitReads() {
        assertThat(EfficientNet.B0.network().steps().stream()
                        .filter(step -> step.path().endsWith("unit1/se/conv1"))
                        .map(step -> step.output().channels())
                        .toList())
                .isEqualTo(List.of(32 / 4, 16 / 4, 24 / 4, 40 / 4, 80 / 4, 112 / 4, 192 / 4));
    }

    /** What stages 2 to 8 write. */
    private static Stream<Shape> outputs(Network network) {
        return IntStream.rangeClosed(2, 8)
                .mapToObj(stage -> network.steps().stream()
                        .filter(step -> step.path().startsWith("stage" + stage + "/"))
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .output());
    }

    private static long units(Network network, int stage) {
        return network.steps().stream()
                .filter(step -> step.path().matches("stage" + stage + "/unit\\d+/project/conv"))
                .count();
    }
}
