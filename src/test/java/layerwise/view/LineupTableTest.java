package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import layerwise.analysis.Lineup;
import layerwise.analysis.WhatIf;
import layerwise.layers.Conv;
import layerwise.layers.Layers;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineupTableTest {

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void everyChangeStandsInEveryForm(Network network) {
        var table = LineupTable.of(LeNet5.paper(), network);
        for (Lineup.Row row : table.lineup().changes()) {
            assertThat(table.text()).contains(row.path());
            assertThat(table.html()).contains(Html.escaped(row.path()));
            assertThat(table.json()).contains('"' + row.path() + '"');
            assertThat(table.records().names()).hasSize(8);
            assertThat(table.records().rows()).anyMatch(record -> record.get(0).equals(row.path()));
            assertThat(table.latex()).contains("\n" + Latex.line(row.path()) + " & ");
        }
    }

    @Test
    void whatIsTheSameIsNotShown() {
        var table = LineupTable.of(LeNet5.paper(), LeNet5.modern());
        assertThat(table.text()).doesNotContain("C1/conv").endsWith("""
                4 of 20 steps are the same and not shown.
                In all +1,706 parameters, +90,840 MACs.""");
    }

    @Test
    void aColumnThatTellsNoRowFromAnotherIsLeftOut() {
        assertThat(LineupTable.of(net(Layers.conv(8, 3)), net(Layers.conv(8, 3).same()))
                        .text())
                .isEqualTo("""
                net → net
                path   before                          after                           MACs before  MACs after
                ─────  ──────────────────────────────  ──────────────────────────────  ───────────  ──────────
                conv   conv 3×3 → 8×26×26              conv 3×3 pad 1 → 8×28×28             48,672      56,448
                pool   maxpool 2×2 stride 2 → 8×13×13  maxpool 2×2 stride 2 → 8×14×14            0           0
                ─────  ──────────────────────────────  ──────────────────────────────  ───────────  ──────────
                TOTAL                                                                       48,672      56,448
                0 of 2 steps are the same and not shown.
                In all 0 parameters, +7,776 MACs.""");
    }

    private static Network net(Conv layer) {
        return Network.network(
                "net", Shape.of(1, 28, 28), layer.as("conv"), Layers.maxPool(2).as("pool"));
    }

    @Test
    void aSavingSaysHowManyTimesFewer() {
        var saving = WhatIf.bottleneck(Shape.of(480, 14, 14), Layers.conv(48, 5).same(), 16);
        assertThat(new SavingTable(saving).text()).isEqualTo("""
                count             before      after  times fewer
                ───────────  ───────────  ─────────  ───────────
                parameters       576,048     26,944        21.38
                MACs         112,896,000  5,268,480        21.43
                connections  112,905,408  5,281,024        21.38""");
    }

    @Test
    void aSavingOfEverythingHasNoRatio() {
        var saving = WhatIf.globalPool(Shape.of(1024, 7, 7), 1024);
        assertThat(new SavingTable(saving).html())
                .contains("51,380,224")
                .doesNotContain("∞")
                .doesNotContain("Infinity");
    }
}
