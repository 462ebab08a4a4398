package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {
    private final Renderers renderers = Looks.register(new Renderers());

    @TempDir
    private Path folder;

    /** A record as a learner writes it. */
    record Net(String name, int year) {}

    /** A record that says itself what it is. */
    record Size(int side) {
        @Override
        public String toString() {
            return side + "×" + side;
        }
    }

    private String form(Object value, String type) {
        return renderers.render(value).form(type).orElse("none");
    }

    private String text(Object value) {
        return form(value, "text/plain");
    }

    private String html(Object value) {
        return form(value, "text/html");
    }

    @Test
    void aMapIsATableOfKeysAndValues() {
        var map = new LinkedHashMap<String, Object>();
        map.put("<a>", 1);
        map.put("b", new int[] {1, 2});
        assertThat(text(map)).isEqualTo("{<a>=1, b=[1, 2]}");
        assertThat(html(map)).contains(">key<", ">&lt;a&gt;<", ">[1, 2]<").doesNotContain("<a>");
        assertThat(html(Map.of())).isEqualTo("none");
    }

    @Test
    void aLongMapSaysHowMuchIsLeftOut() {
        var map = new LinkedHashMap<Integer, Integer>();
        IntStream.range(0, 1234).forEach(i -> map.put(i, i));
        assertThat(html(map)).contains("the first 50 of 1,234 entries", ">49<").doesNotContain(">50<");
    }

    @Test
    void aRecordIsATableOfItsComponents() {
        assertThat(text(new Net("LeNet-5", 1998))).isEqualTo("Net[name=LeNet-5, year=1998]");
        assertThat(html(new Net("LeNet-5", 1998))).contains(">name<", ">LeNet-5<", ">year<", ">1998<");
    }

    @Test
    void aRecordWithATextOfItsOwnIsThatText() {
        assertThat(renderers.render(new Size(3)).data()).isEqualTo(Map.of("text/plain", "3×3"));
    }

    @Test
    void recordsOfOneKindAreTheRowsOfATable() {
        List<Net> nets = List.of(new Net("LeNet-5", 1998), new Net("AlexNet", 2012));
        assertThat(html(nets)).containsSubsequence(">name<", ">year<", ">LeNet-5<", ">1998<", ">AlexNet<", ">2012<");
        assertThat(html(List.of(new Net("LeNet-5", 1998), new Size(3)))).isEqualTo("none");
        assertThat(html(List.of(1, 2))).isEqualTo("none");
        assertThat(text(Collections.nCopies(5000, "x"))).endsWith("x, … 5000 elements]");
    }

    @Test
    void rowsOfNumbersAreAGridWithItsSize() {
        assertThat(text(new double[][] {{1, 2}, {3}})).isEqualTo("[[1.0, 2.0], [3.0]]");
        assertThat(html(new double[][] {{1, 2}, {3}})).contains(">2.0<", "2 × 2");
        assertThat(html(new int[100][30])).contains("100 × 30", ">19<", ">…<").doesNotContain(">20<");
        assertThat(html(new int[2][2][2])).isEqualTo("none");
        assertThat(html(new int[0][])).isEqualTo("none");
    }

    @Test
    void allThatIsNestedIsAThousandElementsTogether() {
        String text = text(new int[100][100]);
        assertThat(text.chars().filter(c -> c == '0').count()).isLessThan(1100);
        assertThat(text).endsWith("… 100 elements], … 100 elements]");
    }

    @Test
    void aListThatHoldsItselfEnds() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertThat(text(self)).startsWith("[[[[").contains("…");
    }

    @Test
    void anOptionalLooksLikeWhatIsInIt() {
        assertThat(text(Optional.of("a"))).isEqualTo("Optional[a]");
        assertThat(html(Optional.of(Map.of("k", 1)))).contains(">k<");
        assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.00 s",
        "PT1.5S, 1.50 s",
        "PT0.0123S, 12.3 ms",
        "PT0.0000045S, 4.50 µs",
        "PT2M3.25S, 2 min 03.3 s",
        "PT3H4M5S, 3 h 04 min 05 s",
        "PT-2S, −2.00 s"
    })
    void aDurationIsInUnitsThatAReaderKnows(Duration duration, String expected) {
        assertThat(text(duration)).isEqualTo(expected);
    }

    @Test
    void anExceptionThatIsAValueShowsItsFirstFramesAndItsCause() {
        var thrown = new IllegalStateException("outer", new IOException("inner"));
        assertThat(text(thrown))
                .startsWith("java.lang.IllegalStateException: outer\n    at ")
                .endsWith("\ncaused by java.io.IOException: inner");
        assertThat(text(thrown).lines()).hasSizeLessThan(12);
    }

    @Test
    void aStreamIsNotRunByLookingAtIt() {
        Stream<Integer> stream = Stream.of(1, 2);
        assertThat(text(stream)).startsWith("a stream, which looking at does not run: end the line in .toList()");
        assertThat(stream.toList()).containsExactly(1, 2);
    }

    @Test
    void aFileOfAPictureIsThePicture() throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        assertThat(text(file)).isEqualTo(file + ": image, 3×2 pixels");
        assertThat(form(file.toFile(), "image/png")).startsWith("iVBOR");
        Path drawing = Files.writeString(folder.resolve("b.SVG"), "<svg/>");
        assertThat(form(drawing, "image/svg+xml")).isEqualTo("<svg/>");
    }

    @Test
    void anyOtherPathIsItsText() throws IOException {
        assertThat(text(Path.of("no/such.png")))
                .isEqualTo(Path.of("no/such.png").toString());
        assertThat(renderers.render(folder).data()).isEqualTo(Map.of("text/plain", folder.toString()));
        Path broken = Files.writeString(folder.resolve("c.png"), "no picture");
        assertThat(text(broken)).isEqualTo(broken + ": expected a picture, got other bytes");
    }

    @Test
    void whatWasToldComesBeforeWhatTheKernelKnows() {
        renderers.put(Comparable.class, c -> MimeBundle.text("told"));
        assertThat(text(Duration.ZERO)).isEqualTo("told");
    }
}
