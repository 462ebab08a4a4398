package layerwise.view;

import static layerwise.layers.Layers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class NetworkDiagramTest {

    private static final Pattern EXPRESSION = Pattern.compile("(.+): .*, (\\S.*) = ([0-9,]+) parameters?");

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void theDrawingIsWellFormedAndSaysWhatItShows(Network network) throws Exception {
        var root = parsed(network).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-label")).startsWith(network.name() + ": a diagram of");
        assertThat(Integer.parseInt(root.getAttribute("width"))).isLessThanOrEqualTo(700);
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void everyPathStandsInTheDrawingAndInTheOutline(Network network) throws Exception {
        var titles = parsed(network).getDocumentElement().getTextContent();
        var outline = new NetworkDiagram(network).text();
        for (var step : network.steps()) {
            assertThat(titles).contains(step.path() + ": ");
            assertThat(outline).contains(step.path() + ": ");
        }
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void everyShapeOnAnEdgeIsWritten(Network network) throws Exception {
        var text = parsed(network).getDocumentElement().getTextContent();
        network.steps().forEach(step -> assertThat(text).contains(step.output().toString()));
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void boxesDoNotOverlapAndStayInside(Network network) throws Exception {
        var document = parsed(network);
        var boxes = boxes(document);
        var sheet = new Rectangle(
                Integer.parseInt(document.getDocumentElement().getAttribute("width")),
                Integer.parseInt(document.getDocumentElement().getAttribute("height")));
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(sheet.contains(boxes.get(i))).isTrue();
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void shapesOnEdgesStayInside(Network network) throws Exception {
        var document = parsed(network);
        int width = Integer.parseInt(document.getDocumentElement().getAttribute("width"));
        var rectangles = document.getElementsByTagName("rect");
        for (int i = 0; i < rectangles.getLength(); i++) {
            var element = (Element) rectangles.item(i);
            if (element.getAttribute("height").equals("13")) {
                assertThat(side(element, "x")).isPositive();
                assertThat(side(element, "x") + side(element, "width")).isLessThan(width);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void theArithmeticWrittenOutComesToTheParametersCounted(Network network) {
        for (var step : network.steps()) {
            var words = EXPRESSION.matcher("x: , " + Portrait.sentence(step));
            if (words.matches()) {
                assertThat(value(words.group(2))).as(step.path()).isEqualTo(step.parameters());
                assertThat(words.group(3)).isEqualTo(Numbers.grouped(step.parameters()));
            } else {
                assertThat(step.parameters()).isZero();
            }
        }
    }

    @Test
    void theArithmeticOfLeNet5IsInItsTooltips() {
        assertThat(new NetworkDiagram(LeNet5.paper()).svg().text())
                .contains(
                        "(5·5·1 + 1)·6 = 156 parameters",
                        "5·5·60 + 16 = 1,516 parameters",
                        "(120 + 1)·84 = 10,164 parameters")
                .doesNotContain("<script", "href", "<image");
    }

    @Test
    void besideAChainStandItsVolumesWithAsManyMapsAsThereAre() throws Exception {
        assertThat(maps(LeNet5.paper(), "C1 writes 6×28×28")).isEqualTo(6);
        assertThat(maps(LeNet5.paper(), "C5 writes 120×1×1")).isEqualTo(Volumes.MOST);
        assertThat(new NetworkDiagram(Samples.residual()).svg().text()).doesNotContain(" writes ");
    }

    private static int maps(Network network, String title) throws Exception {
        var groups = parsed(network).getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            var group = (Element) groups.item(i);
            if (group.getElementsByTagName("title").item(0).getTextContent().equals(title)) {
                return group.getElementsByTagName("rect").getLength();
            }
        }
        return 0;
    }

    @Test
    void aShortcutReachesItsSum() {
        assertThat(new NetworkDiagram(Samples.residual()).text()).contains("unit/sum reads unit/b, input → 16×32×32");
    }

    @Test
    void theSameNetworkHasTheSameDrawing() {
        assertThat(new NetworkDiagram(LeNet5.paper()).svg()).isEqualTo(new NetworkDiagram(LeNet5.paper()).svg());
    }

    @Test
    void aNetworkThatDoesNothingIsDrawnAsItsInput() {
        var nothing = Network.network("Nothing", Shape.of(1, 4, 4), identity());
        assertThat(new NetworkDiagram(nothing).svg().text()).contains("1×4×4");
        assertThat(SummaryTable.of(nothing).csv()).endsWith("\nTOTAL,,1x4x4,1x4x4,0,0,0,\n");
    }

    @Test
    void whatIsNoDrawingIsRefused() {
        assertThatThrownBy(() -> new Svg("<svg").image())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected an SVG drawing, got one that cannot be read");
    }

    /** The value of (a·b + c)·d, a·b + c or a·b. */
    private static long value(String expression) {
        int open = expression.indexOf('(');
        if (open >= 0) {
            int close = expression.indexOf(')');
            return value(expression.substring(open + 1, close)) * value(expression.substring(close + 2));
        }
        long sum = 0;
        for (String term : expression.split(" \\+ ")) {
            long product = 1;
            for (String factor : term.split("·")) {
                product *= Long.parseLong(factor);
            }
            sum += product;
        }
        return sum;
    }

    private static List<Rectangle> boxes(Document document) {
        var boxes = new ArrayList<Rectangle>();
        var rectangles = document.getElementsByTagName("rect");
        for (int i = 0; i < rectangles.getLength(); i++) {
            var element = (Element) rectangles.item(i);
            if (element.hasAttribute("stroke") && element.hasAttribute("rx")) {
                boxes.add(new Rectangle(
                        side(element, "x"), side(element, "y"), side(element, "width"), side(element, "height")));
            }
        }
        return boxes;
    }

    private static int side(Element element, String name) {
        return Integer.parseInt(element.getAttribute(name));
    }

    private static Document parsed(Network network) throws Exception {
        var text = new NetworkDiagram(network).svg().text();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
