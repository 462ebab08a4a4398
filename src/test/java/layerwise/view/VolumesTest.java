package layerwise.view;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VolumesTest {

    @ParameterizedTest
    @CsvSource({"C1 writes 6×28×28, 6", "C3 writes 16×10×10, 16", "C5 writes 120×1×1, 1", "F6 writes 84×1×1, 1"})
    void aVolumeHasAsManyMapsAsThereAreAndAVectorIsABar(String title, int maps) {
        assertThat(maps(LeNet5.paper(), title)).isEqualTo(maps);
    }

    @Test
    void beyondTheMostNoMoreMapsAreDrawn() {
        assertThat(maps(Zoo.network("alexnet"), "conv2 writes 256×27×27")).isEqualTo(Volumes.MOST);
    }

    private static int maps(Network network, String title) {
        String svg = new Volumes(network).svg().text();
        String group = svg.substring(svg.indexOf("<title>" + title + "</title>"));
        return (int) Pattern.compile("<rect |h[-\\d]+z")
                .matcher(group.substring(0, group.indexOf("</g>")))
                .results()
                .count();
    }

    @Test
    void theVolumesOfLeNet5AreThoseOfFigure2() {
        assertThat(new Volumes(LeNet5.paper()).text()).isEqualTo("""
                LeNet-5
                input 1@32×32
                C1 6@28×28 (conv 5×5)
                S2 6@14×14 (subsample 2×2/2)
                C3 16@10×10 (conv 5×5)
                S4 16@5×5 (subsample 2×2/2)
                C5 120 (conv 5×5)
                F6 84 (dense)
                OUTPUT 10 (rbf 10 centres)""");
    }

    @Test
    void aUnitThatKeepsTheShapeIsDrawnToo() {
        var body = sequence(conv(8, 3).same().relu(), conv(8, 3).same());
        var network = Network.network(
                "two units",
                Shape.of(1, 8, 8),
                conv(8, 3).same().as("stem"),
                sum(body, identity()).as("unit1"),
                sum(body, identity()).as("unit2"));
        assertThat(new Volumes(network).text()).contains("stem 8@8×8", "\nunit1 8@8×8", "\nunit2 8@8×8");
    }

    static Stream<String> zoo() {
        return Zoo.entries().stream().map(Zoo.Entry::id);
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyNetworkFitsANotebook(String id) {
        String svg = new Volumes(Zoo.network(id)).svg().text();
        var width = Pattern.compile(" width='(\\d+)'").matcher(svg);
        assertThat(width.find()).isTrue();
        assertThat(Integer.parseInt(width.group(1))).isLessThanOrEqualTo(Sheet.WIDEST);
        assertThat(svg).contains(Zoo.network(id).input() + "</title>");
    }

    @Test
    void aNetworkThatDoesNothingIsDrawnAsItsInput() {
        var nothing = Network.network("Nothing", Shape.of(1, 4, 4), layerwise.layers.Layers.identity());
        assertThat(new Volumes(nothing).text()).isEqualTo("Nothing\ninput 1@4×4");
    }

    @Test
    void noNetworkIsRefused() {
        assertThatThrownBy(() -> new Volumes(null))
                .hasMessage("the network whose volumes are drawn is expected, got null");
    }
}
