package layerwise.view;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.subsample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import layerwise.data.Filter;
import layerwise.data.Planes;
import layerwise.data.Slide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class StepDrawingTest {
    private static final Planes SEVEN = digits(7);

    private static Planes digits(int side) {
        var random = new SplittableRandom(3);
        var rows = new double[side][side];
        for (double[] row : rows) {
            java.util.Arrays.setAll(row, j -> random.nextInt(10));
        }
        return Planes.matrix(rows);
    }

    static Stream<Slide> slides() {
        return Stream.of(
                Slide.of(conv(1, 3), Filter.sobelVertical(), SEVEN),
                Slide.of(conv(1, 3).same(), Filter.sobelVertical(), SEVEN),
                Slide.of(conv(1, 3).stride(2).pad(1), Filter.vertical(3), SEVEN),
                Slide.of(conv(1, 3).dilation(2), Filter.blur(3), SEVEN),
                Slide.of(maxPool(2), SEVEN),
                Slide.of(maxPool(2).roundUp(), SEVEN),
                Slide.of(averagePool(3).stride(2).pad(1), SEVEN),
                Slide.of(subsample(2), 0.25, -1, SEVEN),
                Slide.of(maxPool(7), SEVEN));
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    @ParameterizedTest
    @MethodSource("slides")
    void everyPositionHasItsFrameAndEveryResultComes(Slide slide) throws Exception {
        String svg = new StepDrawing(slide).svg().text();
        int positions = slide.positions().size();
        assertThat(count(svg, "class='lw" + positions + "' opacity='0'")).isEqualTo(positions - 1);
        assertThat(count(svg, "class='lw" + positions + "-\\d+'"))
                .as("results, and the last frame")
                .isEqualTo(positions - 1 + (positions > 1 ? 1 : 0));
        assertThat(svg)
                .contains("prefers-reduced-motion:no-preference")
                .doesNotContain("<script")
                .doesNotContain("id=");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @ParameterizedTest
    @MethodSource("slides")
    void aDrawingOfSevenBySevenIsSmall(Slide slide) {
        assertThat(new StepDrawing(slide).svg().text().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(30_720);
        assertThat(new StepDrawing(slide).png()).hasSizeLessThan(15_000);
    }

    @ParameterizedTest
    @MethodSource("slides")
    void theSameStepsHaveTheSameBytes(Slide slide) {
        assertThat(new StepDrawing(slide).svg().text())
                .isEqualTo(new StepDrawing(slide).svg().text());
    }

    @ParameterizedTest
    @MethodSource("slides")
    void whatStandsStillHasTheWholeOutput(Slide slide) {
        String still = new StepDrawing(slide).still().text();
        assertThat(still).doesNotContain("<style").doesNotContain("opacity='0'");
        assertThat(count(new StepDrawing(slide).text(), "(?m)^\\("))
                .isEqualTo(slide.positions().size());
    }

    @Test
    void aPageShowsItAsAnImageThatMoves() {
        var drawing = new StepDrawing(Slide.of(maxPool(2), SEVEN));
        String html = drawing.html();
        String data = html.replaceAll(".*svg.xml,([^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(html)
                .startsWith("<img alt=\"max pooling 2×2 stride 2: 7×7 → 3×3\"")
                .endsWith("</svg>%0A\"/>");
        assertThat(URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(drawing.svg().text());
    }

    @Test
    void theSumsAreWrittenOut() {
        var matrix = Planes.matrix(new double[][] {{1, -2, 0}, {3, 4.5, 0}, {0, 0, 0}});
        var filter = Filter.of("mine", new double[][] {{1, 0}, {-1, 2}});
        assertThat(new StepDrawing(Slide.of(conv(1, 2).stride(2), filter, matrix)).text())
                .isEqualTo("""
                convolution 2×2 stride 2: 3×3 → 1×1
                (0, 0): 1·1 + (−2)·0 + 3·(−1) + 4.5·2 = 7
                no window reads row 2
                no window reads column 2""");
        assertThat(new StepDrawing(Slide.of(maxPool(2), matrix)).text()).contains("(0, 0): max(1, (−2), 3, 4.5) = 4.5");
        assertThat(new StepDrawing(Slide.of(averagePool(2), matrix)).text())
                .contains("(0, 0): (1 + (−2) + 3 + 4.5) / 4 = 1.63");
        assertThat(new StepDrawing(Slide.of(subsample(2), 0.5, 1, matrix)).text())
                .contains("(0, 0): 0.5 · (1 + (−2) + 3 + 4.5) + 1 = 4.25");
    }

    @Test
    void whatNoWindowReadsIsHatched() {
        String pattern = "l30 -30";
        assertThat(count(new StepDrawing(Slide.of(maxPool(2), SEVEN)).svg().text(), pattern))
                .isEqualTo(13);
        assertThat(count(new StepDrawing(Slide.of(maxPool(2), digits(6))).svg().text(), pattern))
                .isZero();
    }
}
