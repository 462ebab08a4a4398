package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import layerwise.zoo.AlexNet;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;

class TowerDiagramTest {

    @Test
    void theTowersOfAlexNetCrossWhereFigure2HasThemCross() {
        assertThat(new TowerDiagram(AlexNet.paper()).crossings()).containsExactly("conv3", "fc6", "fc7", "fc8");
    }

    @Test
    void eachLayerOfAlexNetIsDrawnInBothTowersButTheLast() {
        String svg = new TowerDiagram(AlexNet.paper()).svg().text();
        for (String name : new String[] {"conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7"}) {
            assertThat(count(svg, ">" + name + "</text>")).as(name).isEqualTo(2);
        }
        assertThat(count(svg, ">fc8</text>")).isEqualTo(1);
        assertThat(svg).contains(">48×55×55</text>", ">128×13×13</text>", ">2048×1×1</text>");
    }

    /** Two from the image, two into the answers, two along each of the other six layers and two across three of them. */
    @Test
    void arrowsCrossInLayer3AndTheDenseLayers() {
        assertThat(count(new TowerDiagram(AlexNet.paper()).svg().text(), "class='h'"))
                .isEqualTo(2 + 2 + 6 * 2 + 3 * 2);
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @Test
    void theyReadAsALineALayer() {
        assertThat(new TowerDiagram(AlexNet.paper()).text()).isEqualTo("""
                AlexNet, a tower reads the maps of both in conv3, fc6, fc7, fc8, and its own elsewhere
                  conv1: 2 × 48×55×55, reads the image, maxpool 3×3/2
                  conv2: 2 × 128×27×27, reads its own, maxpool 3×3/2
                  conv3: 2 × 192×13×13, reads both
                  conv4: 2 × 192×13×13, reads its own
                  conv5: 2 × 128×13×13, reads its own, maxpool 3×3/2
                  fc6: 2 × 2048×1×1, reads both
                  fc7: 2 × 2048×1×1, reads both
                  fc8: 1000×1×1, reads both""");
    }

    @Test
    void aNetworkInOneTowerIsRefused() {
        assertThatThrownBy(() -> new TowerDiagram(Zoo.network("alexnet-ungrouped")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AlexNet (ungrouped): expected convolutions in two groups, which are its towers, got none; "
                        + "diagram(…) draws any network");
    }

    @Test
    void branchesAreRefused() {
        assertThatThrownBy(() -> new TowerDiagram(Zoo.network("shufflenet-v1-g2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ShuffleNet")
                .hasMessageEndingWith(
                        ": expected layers one after another, got branches that are joined; diagram(…) draws any network");
    }

    @Test
    void noNetworkIsRefused() {
        assertThatThrownBy(() -> new TowerDiagram(null))
                .hasMessage("the network whose towers are drawn is expected, got null");
    }
}
