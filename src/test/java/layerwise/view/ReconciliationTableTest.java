package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import layerwise.analysis.Convention;
import layerwise.analysis.Explanation;
import layerwise.analysis.Quantity;
import layerwise.analysis.Quoted;
import layerwise.analysis.Reconciliation;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTableTest {

    private static ReconciliationTable table(String network, String quoted) {
        return new ReconciliationTable(Reconciliation.reconcile(Zoo.network(network), Quoted.of(quoted)));
    }

    @Test
    void aMacIsSaidToBeCalledAFlop() {
        assertThat(table("resnet-34", "3.6 GFLOPs").text()).isEqualTo("""
                ResNet-34: 3.6 GFLOPs
                         ours   off by  fits           what is counted                                  as counted by
                ─────────────  ───────  ─────────────  ───────────────────────────────────────────────  ──────────────────────────────────
                3,644,493,824  +1.24 %  to its digits  MACs, called FLOPs there; shortcuts of option A  He et al. 2015, table 1, 34 layers
                3,663,761,408  +1.77 %  to its digits  MACs, called FLOPs there; cut off, not rounded   He et al. 2015, table 1, 50 layers
                246 combinations of at most 3 conventions were tried; 2 yield it.""");
    }

    @Test
    void aRatioIsWrittenOut() {
        var ratio = Reconciliation.ratio(
                Zoo.network("alexnet"), Zoo.network("googlenet"), Quoted.of("8.7×"), Quantity.PARAMETERS);
        assertThat(new ReconciliationTable(ratio).text())
                .startsWith("AlexNet / GoogLeNet: 8.7×\n")
                .contains("8.71 = 60,965,224 / 6,998,552  +0.13 %  to its digits  trained numbers");
    }

    @ParameterizedTest
    @CsvSource({
        "alexnet, 630M",
        "googlenet, 6 million",
        "resnet-50, '25,636,712'",
        "resnet-50, 8.2 GFLOPs",
        "mobilenet-v2, 26 MB",
        "mobilenet-v2, 8.54 MB",
    })
    void everyConventionStandsInEveryForm(String network, String quoted) {
        var table = table(network, quoted);
        var reconciliation = table.reconciliation();
        var shown = reconciliation.found() ? reconciliation.explanations() : reconciliation.nearest();
        for (Explanation each : shown) {
            assertThat(table.text()).contains(Numbers.grouped(each.counts().get(0)));
            for (Convention convention : each.departures()) {
                assertThat(table.text()).contains(convention.term(), convention.usedBy());
                assertThat(table.html()).contains(Html.escaped(convention.term()), Html.escaped(convention.usedBy()));
                assertThat(table.json()).contains(convention.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }
}
