package layerwise.view;

import static layerwise.layers.Layers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class NetworkDiagramTest {

    private static final Pattern EXPRESSION = Pattern.compile("(.+): .*, (\\S.*) = ([0-9,]+) parameters?");

    static Stream<Network> networks() {
        return Stream.concat(
                Samples.networks(),
                Stream.of("googlenet", "resnet-152", "densenet-121").map(Zoo::network));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theDrawingIsWellFormedAndSaysWhatItShows(Network network) throws Exception {
        var root = parsed(network).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("data-network")).isEqualTo(network.name());
        assertThat(root.getAttribute("aria-label")).startsWith(network.name() + ": a diagram of");
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyStepIsInExactlyOneBoxUnfolded(Network network) throws Exception {
        var elements = parsed(new NetworkDiagram(network).unfolded()).getElementsByTagName("g");
        var paths = new ArrayList<String>();
        for (int i = 0; i < elements.getLength(); i++) {
            var box = (Element) elements.item(i);
            if (box.getAttribute("class").startsWith("b ") && box.hasAttribute("data-path")) {
                String path = box.getAttribute("data-path");
                paths.add(path);
                String part = path.substring(0, path.lastIndexOf('/') + 1);
                Stream.of(box.getAttribute("data-also").split(" "))
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> paths.add(part + name));
            }
        }
        assertThat(paths)
                .containsExactlyElementsOf(
                        network.graph().nodes().stream().map(Graph.Node::path).toList());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyShapeOnAnEdgeIsWritten(Network network) throws Exception {
        var text = parsed(new NetworkDiagram(network).unfolded())
                .getDocumentElement()
                .getTextContent();
        network.steps().forEach(step -> assertThat(text).contains(step.output().toString()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyLetterStaysInside(Network network) throws Exception {
        var document = parsed(network);
        int width = side(document.getDocumentElement(), "width");
        var texts = document.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            assertThat(side((Element) texts.item(i), "x")).isBetween(0, width);
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
    void theOutlineSaysWhatBranchesReadAndHowOftenUnitsRepeat() {
        assertThat(new NetworkDiagram(Samples.residual()).text()).isEqualTo("""
                Residual, input 16×32×32, 2,912 parameters
                  unit, 16×32×32 → 16×32×32, 2,912 parameters
                    a: conv 3×3 pad 1, (3·3·16 + 1)·16 = 2,320 parameters
                      relu
                    b: conv 3×3 pad 1, 4 groups, (3·3·4 + 1)·16 = 592 parameters
                    sum reads b, input: 16×32×32 and 16×32×32 → 16×32×32
                      relu""");
        assertThat(new NetworkDiagram(Zoo.network("resnet-152")).text())
                .contains("\n    unit2–unit36 ×35, 1024×14×14 → 1024×14×14, 39,101,440 parameters\n");
    }

    @Test
    void anOutlineOfPartsSaysWhatIsInThem() {
        assertThat(new NetworkDiagram(Zoo.network("resnet-18")).depth(0).text())
                .contains("\n  conv2_x: 4 conv, 147,968 parameters, 64×56×56 → 64×56×56, 147,968 parameters\n");
    }

    @Test
    void aFoldedUnitKnowsItsCopiesAndWhatIsWrittenInThem() throws Exception {
        var resnet = unit(Zoo.network("resnet-101"), "conv4_x/unit2");
        assertThat(resnet.getAttribute("data-copies").split("//")).hasSize(22).endsWith("conv4_x/unit23");
        assertThat(resnet.hasAttribute("data-words")).isFalse();
        var densenet = unit(Zoo.network("densenet-121"), "dense1/unit1");
        assertThat(densenet.getAttribute("data-words"))
                .contains("dense1/unit6/batchnorm1: batchnorm, 2·224 = 448 parameters");
    }

    private static Element unit(Network network, String path) throws Exception {
        var groups = parsed(network).getElementsByTagName("g");
        return IntStream.range(0, groups.getLength())
                .mapToObj(i -> (Element) groups.item(i))
                .filter(group -> group.getAttribute("data-path").equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesFullOfMarkupReachTheScriptAsTheyAre() throws Exception {
        String html = new NetworkDiagram(Samples.inception()).html();
        String source = html.substring(html.indexOf("svg+xml,") + 8, html.indexOf("/></div>") - 1);
        String address = source.replace("&amp;", "&");
        assertThat(address).doesNotContain("\n", "#");
        String drawn = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        assertThat(parsed(drawn).getDocumentElement().getAttribute("data-network"))
                .isEqualTo("Inception <3a> & \"more\"");
    }

    @ParameterizedTest
    @CsvSource({"googlenet, 60000", "resnet-152, 60000", "lenet5, 20000", "efficientnet-b7, 100000"})
    void aDrawingFitsANotebook(String id, int bytes) {
        assertThat(new NetworkDiagram(Zoo.network(id)).html().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(bytes);
    }

    @Test
    void anHtmlDrawingNeedsNoNetwork() {
        assertThat(new NetworkDiagram(LeNet5.paper()).html())
                .contains("<img alt=\"LeNet-5: a diagram\"")
                .doesNotContain("src=\"http", "href", "@import", "cdn", "fetch(", "XMLHttpRequest", "eval(");
    }

    @Test
    void headsAreDashedBoxesBesideWhatTheyReadAndLinesOfTheOutline() throws Exception {
        var shut = new NetworkDiagram(Zoo.network("googlenet")).depth(0);
        assertThat(shut.text()).endsWith("""

                  head softmax0 reads inception4a, in training only: 512×14×14 → 1000×1×1, 3,188,840 parameters; \
                its loss is multiplied by 0.3
                  head softmax1 reads inception4d, in training only: 528×14×14 → 1000×1×1, 3,190,888 parameters; \
                its loss is multiplied by 0.3""");
        var groups = parsed(shut).getElementsByTagName("g");
        assertThat(IntStream.range(0, groups.getLength())
                        .mapToObj(i -> (Element) groups.item(i))
                        .filter(group -> group.getAttribute("class").equals("b aux"))
                        .map(group -> group.getElementsByTagName("text").item(0).getTextContent()))
                .containsExactly("softmax0, in training", "softmax1, in training");
    }

    @Test
    void aTallChainStandsInColumnsOfAPage() {
        var svg = new NetworkDiagram(Zoo.network("vgg-19")).svg().text();
        var size = Pattern.compile("width='(\\d+)' height='(\\d+)'").matcher(svg);
        assertThat(size.find()).isTrue();
        assertThat(Integer.parseInt(size.group(1))).isLessThanOrEqualTo(Sheet.WIDEST);
        assertThat(Integer.parseInt(size.group(2))).isLessThan(1000);
    }

    @Test
    void aDepthBelowZeroIsRefused() {
        assertThatThrownBy(() -> new NetworkDiagram(LeNet5.paper()).depth(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a diagram of LeNet-5: expected a depth of at least 0, which shows parts as boxes, got -1");
    }

    @Test
    void noNetworkIsRefused() {
        assertThatThrownBy(() -> new NetworkDiagram(null)).hasMessage("the network of a diagram is expected, got null");
    }

    @Test
    void theSameNetworkHasTheSameDrawing() {
        for (String id : List.of("lenet5", "googlenet", "densenet-121")) {
            assertThat(new NetworkDiagram(Zoo.network(id)).html())
                    .isEqualTo(new NetworkDiagram(Zoo.network(id)).html());
        }
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

    private static int side(Element element, String name) {
        return Integer.parseInt(element.getAttribute(name));
    }

    private static Document parsed(Network network) throws Exception {
        return parsed(new NetworkDiagram(network));
    }

    private static Document parsed(NetworkDiagram diagram) throws Exception {
        return parsed(diagram.svg().text());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
