package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import layerwise.train.Calibration;
import layerwise.train.Evaluation;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {

    private static EvaluationTable table() {
        var bin = new Calibration.Bin(4, 3.2, 3);
        var cells = List.of(
                new Evaluation.Cell(0, 0, 1200),
                new Evaluation.Cell(0, 1, 5),
                new Evaluation.Cell(0, 2, 5),
                new Evaluation.Cell(1, 0, 2),
                new Evaluation.Cell(1, 3, 7));
        var calibration = new Calibration(Collections.nCopies(15, bin));
        return new EvaluationTable(
                new Evaluation(1219, 0.5, 1200 / 1219.0, 1, 4, cells, calibration), List.of("cat", "<dog>", "cow"));
    }

    @Test
    void aRowSaysHowAClassWasAnswered() {
        assertThat(table().text()).isEqualTo("""
                class  images    right  most often taken for
                ─────  ──────  ───────  ────────────────────
                cat     1,210  99.17 %  <dog> (5)
                <dog>       9   0.00 %  3 (7)
                cow         0
                ─────  ──────  ───────  ────────────────────
                all     1,219  98.44 %
                loss 0.5000, top-1 98.44 %, top-5 100.00 %, calibration error 5.00 % (15 bins)""");
    }

    @Test
    void markupInNamesIsEscaped() {
        assertThat(table().html()).contains("&lt;dog&gt;").doesNotContain("<dog>");
    }
}
