package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import layerwise.analysis.UnitField;
import layerwise.analysis.Xray;
import layerwise.data.Convolution;
import layerwise.data.Filter;
import layerwise.data.Flower;
import layerwise.data.Pagoda;
import layerwise.data.Planes;
import layerwise.layers.Shape;
import layerwise.layers.Window;
import layerwise.network.Network;
import layerwise.train.Insight;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** The pictures of what layers, units and branches do; where their numbers come from is tested beside that. */
class LensTest {
    private static final Network LENET5 = LeNet5.paper();
    private static final Planes FLOWER = Flower.draw(32, 32).grey();

    private static Planes noise(int channels, int side) {
        var random = new SplittableRandom(1);
        var shape = Shape.of(channels, side, side);
        var values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return Planes.of("noise", shape, values);
    }

    private static Insight.Filters filters(int channels, int side, int count) {
        var values = noise(channels * count, side).values();
        return new Insight.Filters("conv1", Shape.of(channels, side, side), values);
    }

    private static Convolved convolved(Filter filter) {
        var picture = Pagoda.draw(64, 64);
        var map = Convolution.of(picture, filter, Window.of(filter.shape().height()));
        return new Convolved(picture, filter, map);
    }

    private static Lens lens(String path, int row, int column) {
        var field = UnitField.of(LENET5, path, row, column);
        var effect = new float[32 * 32];
        for (int i = field.top(); i <= field.bottom(); i++) {
            for (int j = field.left(); j <= field.right(); j++) {
                effect[32 * i + j] = 1 + i;
            }
        }
        return new Lens(FLOWER, field, Optional.of(Planes.of("effect", Shape.of(1, 32, 32), effect)));
    }

    static Stream<Picture> pictures() {
        return Stream.of(
                new PlanesPicture(Pagoda.draw(64, 64)),
                new PlanesPicture(Planes.matrix(new double[][] {{-3, 7}})),
                convolved(Filter.vertical(7)),
                convolved(Filter.sobelHorizontal()),
                FeatureMaps.of(noise(6, 28)),
                FeatureMaps.of(noise(96, 55)),
                FeatureMaps.of(noise(120, 1)),
                FeatureMaps.of(Planes.of("dead", Shape.of(4, 5, 5), new float[100])),
                new FilterGrid(filters(3, 11, 96)),
                new FilterGrid(filters(1, 5, 6)),
                new FilterGrid(filters(48, 3, 20)),
                lens("S2", 3, 9),
                lens("C5", 0, 0),
                new Lens(FLOWER, UnitField.of(LENET5, "C3"), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureIsSmallAndTheSameEachTime(Picture picture) throws Exception {
        var png = picture.png();
        assertThat(png).hasSizeLessThanOrEqualTo(Mosaic.MOST_BYTES).isEqualTo(picture.png());
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isBetween(10, 700);
        assertThat(picture.text()).isNotBlank().doesNotContain("NaN");
    }

    static Stream<Drawing> drawings() {
        return Stream.of(
                StackDrawing.of(64),
                StackDrawing.of(1),
                XrayDrawing.of(Zoo.network("googlenet")),
                XrayDrawing.of(Zoo.network("inception-v3")),
                XrayDrawing.of(Zoo.network("squeezenet")),
                new XrayDrawing(Xray.of(Zoo.network("googlenet-naive"), Zoo.network("googlenet"))));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void aDrawingIsSmallWellFormedAndTheSameEachTime(Drawing drawing) throws Exception {
        String svg = drawing.svg().text();
        assertThat(svg.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(30_720);
        assertThat(svg)
                .isEqualTo(drawing.svg().text())
                .doesNotContain("<script")
                .doesNotContain(" id=");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(drawing.png()).hasSizeLessThan(Mosaic.MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void nothingLeavesTheDrawing(Drawing drawing) {
        String svg = drawing.svg().text();
        int width = number(svg, "<svg [^>]*?width='(\\d+)'");
        var boxes =
                Pattern.compile("<rect x='([-\\d.]+)'[^>]*? width='([\\d.]+)'").matcher(svg);
        while (boxes.find()) {
            assertThat(Double.parseDouble(boxes.group(1))).isNotNegative();
            assertThat(Double.parseDouble(boxes.group(1)) + Double.parseDouble(boxes.group(2)))
                    .isLessThanOrEqualTo(width);
        }
    }

    private static int number(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void aLensSaysWhatItShows() {
        assertThat(lens("S2", 3, 9).text()).isEqualTo("""
                LeNet-5/S2 (3, 9): 6×6, a field every 2 pixels, the first from 0
                computed: rows 6–11, columns 18–23
                measured: rows 6–11, columns 18–23
                half of the effect lies in the middle 5×5""");
        var gated = UnitField.of(Zoo.network("se-resnet-18"), "conv2_x");
        assertThat(new Lens(Pagoda.draw(224, 224), gated, Optional.empty()).text())
                .endsWith("through its gates the unit sees the whole image; the computed field leaves them out");
    }

    @Test
    void aPictureOfAnotherSizeThanTheInputIsRefused() {
        var field = UnitField.of(LENET5, "S2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lens(Pagoda.draw(40, 40), field, Optional.empty()))
                .withMessage(
                        "LeNet-5/S2: expected a picture of 32×32 as the input, got pagoda 3×40×40; make it fit with"
                                + " picture.fitting(…)");
    }

    @Test
    void mapsAndFiltersSayTheirRange() {
        var maps = Planes.of("C1", Shape.of(2, 1, 2), -1, 3, 0, 0);
        assertThat(FeatureMaps.of(maps).text()).isEqualTo("""
                C1 2×1×2, from -1.00 to 3.00
                map    least    mean    most  above 0
                ───  ───────  ──────  ──────  ───────
                  0  -1.0000  1.0000  3.0000  50.00 %
                  1   0.0000  0.0000  0.0000   0.00 %""");
        var filters = new Insight.Filters("conv1", Shape.of(1, 1, 2), new float[] {3, -4});
        assertThat(new FilterGrid(filters).text()).isEqualTo("""
                conv1: 1 filter of 1×1×2, within ±4.00
                filter    least    most  length
                ──────  ───────  ──────  ──────
                     0  -4.0000  3.0000  5.0000""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureMaps(maps, 0))
                .withMessage("C1: expected at least 1 map to show, got 0");
    }

    @Test
    void moreMapsThanAreShownAreSaid() {
        assertThat(FeatureMaps.of(noise(96, 4)).text())
                .startsWith("noise 96×4×4, the first 32, from ")
                .endsWith("and 80 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"googlenet", "inception-v3", "squeezenet"})
    void everyBarOfAnXrayIsAWholeModule(String id) {
        var bars = Pattern.compile("<g[^>]*><title>[^<]*</title>(.*?)</g>", Pattern.DOTALL)
                .matcher(XrayDrawing.of(Zoo.network(id)).svg().text());
        var lengths = bars.results()
                .map(bar -> Pattern.compile(" width='([\\d.]+)'")
                        .matcher(bar.group(1))
                        .results()
                        .mapToDouble(width -> Double.parseDouble(width.group(1)))
                        .sum())
                .toList();
        assertThat(lengths).hasSizeGreaterThan(20).allMatch(length -> Math.abs(length - lengths.get(0)) <= 0.6);
    }

    @Test
    void theLegendOfAnXrayNamesTheBranchesOfBothForms() {
        assertThat(XrayDrawing.of(Zoo.network("googlenet")).svg().text())
                .contains(">1x1<", ">3x3<", ">5x5<", ">pool_proj (naive: maxpool)<", "pale: naive");
    }

    @Test
    void theXrayPrintsItsSumsUnderItsRows() {
        var xray = XrayDrawing.of(Zoo.network("googlenet"));
        assertThat(xray.table().text().lines().skip(3).limit(5))
                .element(4)
                .asString()
                .contains("together", "163,696", "128,049,152", "256", "387,296", "416");
        assertThat(xray.text()).startsWith("""
                Branches of GoogLeNet
                module       parameters         MACs   maps  naive parameters   naive MACs  naive maps
                ───────────  ──────────  ───────────  ─────  ────────────────  ───────────  ──────────
                inception3a     163,696  128,049,152    256           387,296  303,464,448         416
                """);
        assertThat(xray.table().html()).contains(">112,896,000</td>", "5,268,480");
    }

    @Test
    void theStacksOfThePaperSaveWhatItSays() {
        assertThat(StackDrawing.of(1).text()).isEqualTo("""
                3×3 convolutions on each other, 1 map in and out
                3×3 on each other  see  weights  weights of one    saved
                ─────────────────  ───  ───────  ──────────────  ───────
                                1  3×3        9               9   0.00 %
                                2  5×5       18              25  28.00 %
                                3  7×7       27              49  44.90 %""");
    }

    @Test
    void whatAUnitSeesKeepsItsColourAndTheRestIsPale() {
        var image = new Lens(FLOWER, UnitField.of(LENET5, "S2", 3, 9), Optional.empty()).image();
        int inside = image.getRGB(10 + 7 * 20 + 3, 22 + 7 * 8 + 3);
        int outside = image.getRGB(10 + 7 * 2 + 3, 22 + 7 * 30 + 3);
        assertThat(inside & 0xFF).isEqualTo(Math.round(255 * FLOWER.at(0, 8, 20)));
        assertThat(outside & 0xFF).isGreaterThan(Math.round(255 * FLOWER.at(0, 30, 2)));
    }
}
