package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import layerwise.zoo.DigitCodes;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitialWeightsTest {

    private static float[] drawn(Initialization initialization, long seed, String name) {
        return InitialWeights.of(LeNet5.paper(), initialization, seed).values().get(name);
    }

    @ParameterizedTest
    @EnumSource(Initialization.class)
    void theSeedDecidesEveryNumber(Initialization initialization) {
        assertThat(drawn(initialization, 1, "C5/conv/weight"))
                .containsExactly(drawn(initialization, 1, "C5/conv/weight"));
        assertThat(drawn(initialization, 1, "C5/conv/weight")).isNotEqualTo(drawn(initialization, 2, "C5/conv/weight"));
    }

    @Test
    void lecunsRuleFollowsTheFanInOfEachMap() {
        var weights = drawn(Initialization.LECUN, 1, "C3/conv/weight");
        for (int map = 0; map < 16; map++) {
            int fanIn = LeNet5.C3.inputs().get(map).size() * 25;
            float largest = 0;
            for (int i = 0; i < 150; i++) {
                largest = Math.max(largest, Math.abs(weights[map * 150 + i]));
            }
            assertThat((double) largest).isBetween(0.8 * 2.4 / fanIn, 2.4 / fanIn);
        }
    }

    @Test
    void aMissingConnectionStartsAtZero() {
        var weights = drawn(Initialization.LECUN, 1, "C3/conv/weight");
        int zeros = 0;
        for (float weight : weights) {
            zeros += weight == 0 ? 1 : 0;
        }
        assertThat(zeros).isEqualTo(2400 - 1500);
    }

    @Test
    void heDrawsWithTheDeviationOfThePaper() {
        var weights = drawn(Initialization.HE, 1, "C5/conv/weight");
        double squares = 0;
        for (float weight : weights) {
            squares += weight * weight;
        }
        assertThat(Math.sqrt(squares / weights.length)).isCloseTo(Math.sqrt(2.0 / 400), within(0.001));
        assertThat(drawn(Initialization.HE, 1, "C5/conv/bias")).containsOnly(0);
    }

    @Test
    void xavierStaysWithinItsBound() {
        double bound = Math.sqrt(6.0 / (120 + 84));
        for (float weight : drawn(Initialization.XAVIER, 1, "F6/dense/weight")) {
            assertThat(Math.abs(weight)).isLessThanOrEqualTo((float) bound);
        }
    }

    @Test
    void fixedCentresAreTheCodesOfTheDigits() {
        var centres = drawn(Initialization.LECUN, 1, "OUTPUT/centre");
        for (int digit = 0; digit < 10; digit++) {
            for (int i = 0; i < 84; i++) {
                assertThat(centres[digit * 84 + i])
                        .isEqualTo(DigitCodes.all().get(digit).get(i).floatValue());
            }
        }
    }
}
