package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import layerwise.analysis.Summary;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Summary summary = Summary.of(LeNet5.paper());

    @Test
    void thePapersNumbersOfLeNet5AgreeWithOurs() {
        var paper = Map.of("C1", 156L, "S2", 12L, "C3", 1_516L, "S4", 32L, "C5", 48_120L, "F6", 10_164L);
        assertThat(Comparison.parameters(summary, paper).lines())
                .hasSize(6)
                .allMatch(Comparison.Line::agree)
                .extracting(Comparison.Line::part)
                .containsExactly("C1", "S2", "C3", "S4", "C5", "F6");
    }

    @Test
    void aDifferenceIsSaidInWords() {
        var paper = Map.of(Comparison.TOTAL, 340_908L, "OUTPUT", 841L, "F6", 10_157L);
        assertThat(Comparison.connections(summary, paper)
                        .because("F6", "biases of half the units")
                        .text())
                .isEqualTo("""
                connections
                layer      ours    paper  agree  note
                ──────  ───────  ───────  ─────  ────────────────────────────
                F6       10,164   10,157  no     +7: biases of half the units
                OUTPUT      840      841  no     −1
                TOTAL   340,908  340,908  yes
                2 of 3 numbers differ: F6 by +7, OUTPUT by −1.""");
    }

    @Test
    void whereAllAgreeThereIsNoNote() {
        assertThat(Comparison.parameters(summary, Map.of("C1", 156L)).text()).isEqualTo("""
                parameters
                layer  ours  paper  agree
                ─────  ────  ─────  ─────
                C1      156    156  yes
                The number agrees.""");
    }

    @Test
    void aLineThatDiffersIsSetApartOnAPage() {
        assertThat(Comparison.parameters(summary, Map.of("C1", 150L, "S2", 12L)).html())
                .contains(
                        "<tr style='font-weight:bold'><td style='text-align:left'>C1</td>",
                        "<tr><td style='text-align:left'>S2</td>");
    }

    @Test
    void aReasonForAPartThatIsNotComparedIsRefused() {
        assertThatThrownBy(() -> Comparison.parameters(summary, Map.of("C1", 150L, "S2", 12L))
                        .because("C3", "no bias"))
                .hasMessage("LeNet-5: expected a part that is compared, got C3; there are C1, S2");
    }

    @Test
    void aPartThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Comparison.parameters(summary, Map.of("C9", 1L)))
                .hasMessage("LeNet-5: expected a part to compare, got C9; there are C1, C1/conv, C1/scaledtanh, S2, "
                        + "S2/subsample, S2/scaledtanh, C3, C3/conv, C3/scaledtanh, S4, S4/subsample, S4/scaledtanh, "
                        + "C5, C5/conv, C5/scaledtanh, flatten, F6, F6/dense, F6/scaledtanh, OUTPUT, TOTAL");
    }
}
