package layerwise.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CriterionTest {
    private static final float[] OUTPUTS = {1.5f, 0.25f, 3, 2, 0.5f, 0.75f};
    private static final float[] LABELS = {2, 0};

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void theEnginesLossIsTheMeanOfJavas(Criterion criterion) {
        Engines.open();
        try (var manager = NDManager.newBaseManager()) {
            var outputs = manager.create(OUTPUTS, new Shape(2, 3));
            float loss = criterion.loss(outputs, manager.create(LABELS)).getFloat();
            double first = criterion.loss(new float[] {1.5f, 0.25f, 3}, 2);
            double second = criterion.loss(new float[] {2, 0.5f, 0.75f}, 0);
            assertThat((double) loss).isCloseTo((first + second) / 2, within(1e-5));
        }
    }

    @Test
    void thePapersCriterionIsEquationNine() {
        double expected = 3 + Math.log(Math.exp(-0.1) + Math.exp(-1.5) + Math.exp(-0.25) + Math.exp(-3));
        assertThat(Criterion.MAXIMUM_A_POSTERIORI.loss(new float[] {1.5f, 0.25f, 3}, 2))
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void theLossOfHugeOutputsIsFinite() {
        assertThat(Criterion.CROSS_ENTROPY.loss(new float[] {1000, 0}, 1)).isCloseTo(1000, within(1e-6));
        assertThat(Criterion.MAXIMUM_A_POSTERIORI.loss(new float[] {1000, 2000}, 0))
                .isCloseTo(999.9, within(1e-6));
    }

    @Test
    void penaltiesAreAnsweredByTheSmallestAndLogitsByTheLargest() {
        assertThat(Criterion.MAXIMUM_A_POSTERIORI.answer(new float[] {1.5f, 0.25f, 3}))
                .isEqualTo(1);
        assertThat(Criterion.CROSS_ENTROPY.answer(new float[] {1.5f, 0.25f, 3})).isEqualTo(2);
    }

    @Test
    void theLastLayerChoosesTheCriterion() {
        assertThat(Criterion.of(LeNet5.paper())).isEqualTo(Criterion.MAXIMUM_A_POSTERIORI);
        assertThat(Criterion.of(LeNet5.modern())).isEqualTo(Criterion.CROSS_ENTROPY);
    }
}
