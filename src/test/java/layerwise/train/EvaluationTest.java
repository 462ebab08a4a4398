package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import layerwise.engine.Criterion;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    // spotless:off

    /** Five images, seven classes: the label is underlined by its place in the last column. */
    private static final float[] FIVE_ROWS = {
    //  0  1  2  3  4  5  6     label, rank of its score
        9, 1, 2, 3, 4, 5, 6, // 0: first           right, among five
        9, 8, 1, 2, 3, 4, 5, // 1: second          wrong, among five
        9, 8, 7, 6, 5, 4, 3, // 4: fifth           wrong, among five
        9, 8, 7, 6, 5, 4, 3, // 5: sixth           wrong, not among five
        9, 9, 1, 1, 1, 1, 1, // 1: tied for first, and the first of equals is answered
    };

    // spotless:on

    private static final float[] LABELS = {0, 1, 4, 5, 1};

    private static Evaluation evaluation() {
        var tally = new Tally(Criterion.CROSS_ENTROPY, 7);
        tally.add(FIVE_ROWS, LABELS);
        return tally.evaluation();
    }

    @Test
    void ofFiveRowsOneIsRightAndFourAreAmongTheFiveBest() {
        assertThat(evaluation().images()).isEqualTo(5);
        assertThat(evaluation().top1()).isEqualTo(1 / 5.0);
        assertThat(evaluation().top5()).isEqualTo(4 / 5.0);
    }

    @Test
    void answersAreCountedByLabel() {
        assertThat(evaluation().cells())
                .containsExactly(
                        new Evaluation.Cell(0, 0, 1),
                        new Evaluation.Cell(1, 0, 2),
                        new Evaluation.Cell(4, 0, 1),
                        new Evaluation.Cell(5, 0, 1));
        assertThat(evaluation().recalls()).containsExactly(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var confusion = evaluation().confusion(List.of("zero", "one"));
        assertThat(confusion.classes()).containsExactly("zero", "one", "2", "3", "4", "5", "6");
        assertThat(confusion.count(1, 0)).isEqualTo(2);
        assertThat(confusion.total()).isEqualTo(5);
    }

    @Test
    void oneBatchOrSeveralComeToTheSame() {
        var tally = new Tally(Criterion.CROSS_ENTROPY, 7);
        for (int row = 0; row < 5; row++) {
            tally.add(java.util.Arrays.copyOfRange(FIVE_ROWS, 7 * row, 7 * row + 7), new float[] {LABELS[row]});
        }
        assertThat(tally.evaluation()).isEqualTo(evaluation());
    }

    @Test
    void theSmallestPenaltyIsTheBestScore() {
        var tally = new Tally(Criterion.MAXIMUM_A_POSTERIORI, 7);
        tally.add(FIVE_ROWS, new float[] {1, 0, 6, 2, 2});
        assertThat(tally.evaluation().top1()).isEqualTo(3 / 5.0);
        assertThat(tally.evaluation().top5()).isEqualTo(4 / 5.0);
    }

    @Test
    void calibrationErrorIsTheMeanGapBetweenConfidenceAndAccuracy() {
        var counter = new Calibration.Counter();
        counter.add(0.9, true);
        counter.add(0.9, true);
        counter.add(0.9, false);
        counter.add(0.9, true);
        counter.add(0.5, false);
        var calibration = counter.calibration();
        assertThat(calibration.bins()).hasSize(15);
        assertThat(calibration.bins().get(13).images()).isEqualTo(4);
        assertThat(calibration.error()).isCloseTo((4 * Math.abs(0.75 - 0.9) + 0.5) / 5, within(1e-12));
    }

    @Test
    void theEdgesOfTheBinsBelongToTheLowerOne() {
        var counter = new Calibration.Counter();
        counter.add(1.0 / 3, true);
        counter.add(1, true);
        counter.add(0, false);
        var bins = counter.calibration().bins();
        assertThat(bins.get(4).images()).isEqualTo(1);
        assertThat(bins.get(14).images()).isEqualTo(1);
        assertThat(bins.get(0).images()).isEqualTo(1);
    }

    @Test
    void whoIsAlwaysAsSureAsRightHasNoError() {
        var counter = new Calibration.Counter();
        for (int i = 0; i < 4; i++) {
            counter.add(0.75, i != 0);
        }
        assertThat(counter.calibration().error()).isZero();
    }
}
