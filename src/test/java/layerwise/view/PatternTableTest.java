package layerwise.view;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.globalPool;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import layerwise.analysis.Patterns;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class PatternTableTest {
    private final PatternTable table = PatternTable.of(Patterns.of(network(
            "a<b-2",
            Shape.of(3, 8, 8),
            conv(8, 3).as("wide"),
            conv(4, 3).as("thin"),
            conv(10, 1).as("classes"),
            globalPool())));

    @Test
    void theTextIsALineAPatternOrADeparture() {
        assertThat(table.text()).isEqualTo("""
                network  pattern                     verdict  path     expected                             got
                ───────  ──────────────────────────  ───────  ───────  ───────────────────────────────────  ─────────────────
                a<b-2    extractor, then classifier  broken   classes  a dense layer at the end             conv
                a<b-2    depth up, size down         broken   thin     at least 8 channels, as wide has     4 channels
                a<b-2    dense widths never rise     silent
                a<b-2    depth as named              broken   a<b-2    2 weighted layers, as its name says  3 weighted layers
                looked at: the main path, which every way passes, from each part to the next; a part is the first name of a path
                extractor, then classifier: convolutions come first, dense layers last, and no convolution or pooling behind a flattening, global pooling or dense layer
                depth up, size down: while there are maps, their channels never fall and their sides never rise; the layer that gives the classes is excepted
                dense widths never rise: a dense layer has at most the units of the dense layer that it reads; the layer that gives the classes is excepted
                depth as named: the first whole number behind a hyphen in the name is the number of weighted layers on the longest path""");
    }

    @Test
    void theHtmlHasTheSameLinesEscaped() {
        assertThat(table.html())
                .contains("<table class='lw'>", "a&lt;b-2", "at least 8 channels, as wide has", "<br/>depth as named: ")
                .doesNotContain("a<b");
    }

    @Test
    void aTableWithoutNetworksHasHeadsOnly() {
        assertThat(PatternTable.empty().csv()).isEqualTo("network,pattern,verdict,path,expected,got\n");
        assertThat(PatternTable.empty().json()).isEqualTo("[]");
    }
}
