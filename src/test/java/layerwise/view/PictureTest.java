package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import layerwise.data.DrawnDigits;
import layerwise.data.Filter;
import layerwise.data.Pagoda;
import layerwise.data.Planes;
import layerwise.layers.Shape;
import layerwise.train.ConfusionMatrix;
import layerwise.train.History;
import layerwise.train.Predictions;
import layerwise.zoo.AlexNet;
import layerwise.zoo.DigitCodes;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTest {

    static Stream<Picture> pictures() {
        var predictions = Samples.predictions(60);
        return Stream.of(
                LearningCurve.of(Samples.history(20)),
                LearningCurve.of(Samples.history(300)),
                LearningCurve.of("a long name ".repeat(20), Samples.history(2)).and("other", Samples.history(9)),
                new LayerCurves(LayerQuantity.GRADIENTS, List.of(Samples.record("a", 1, 12))),
                new LayerCurves(LayerQuantity.UPDATES, List.of(Samples.record("a", 1, 1), Samples.record("b", 1, 3))),
                new LayerCurves(LayerQuantity.DEAD, List.of(Samples.record("a", 1, 3))),
                StudyChart.of("few", List.of(Samples.record("a", 1, 1))),
                StudyChart.of("a", List.of(Samples.record("a", 1, 9), Samples.record("a", 2, 9)))
                        .and("b", List.of(Samples.record("b", 1, 5)))
                        .target(0.9),
                new Replay(Samples.record("a", 1, 100)),
                ImageStrip.worst(predictions, 5),
                new ArchitectureScatter(
                        List.of(ArchitectureScatter.Point.of("lenet5", LeNet5.paper(), 1.5, "1", "nobody"))),
                new IlsvrcChart(List.of(new IlsvrcChart.Entry(
                        2012, 1, "us", "LeNet", OptionalInt.of(5), "one network", false, 12.5, "nobody"))),
                LearningCurve.of("one", Samples.history(1)).and("other", Samples.history(3)),
                LearningCurve.of(new History(List.of(Samples.epoch(1, Double.NaN, Double.POSITIVE_INFINITY)))),
                new ConfusionChart(predictions.confusion()),
                new ConfusionChart(
                        new ConfusionMatrix(List.of("a cat", "none"), List.of(List.of(3, 1), List.of(0, 0)))),
                ImageStrip.of(predictions.images(), 25),
                ImageStrip.of(predictions, predictions.mistakes()),
                ImageStrip.of(predictions, List.of()),
                ImageStrip.of(List.of(Pagoda.draw(32, 40), Pagoda.draw(32, 40)), List.of("one", "other")),
                new LayerCurves(LayerQuantity.DEAD, List.of(Samples.record("a", 1, 1))),
                ImageStrip.bitmaps(DigitCodes.all(), DigitCodes.WIDTH),
                new NetworkDiagram(LeNet5.paper()),
                new NetworkDiagram(Samples.inception()),
                new NetworkDiagram(Samples.residual()),
                new Volumes(LeNet5.paper()),
                new TowerDiagram(AlexNet.paper()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureFitsANotebook(Picture picture) throws Exception {
        var read = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(read.getWidth()).isBetween(10, 700);
        assertThat(read.getHeight()).isGreaterThan(10);
        assertThat(read.getColorModel().hasAlpha()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void theSamePictureHasTheSameBytes(Picture picture) {
        assertThat(picture.png()).isEqualTo(picture.png());
        assertThat(picture.text()).isEqualTo(picture.text());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void theMachinesLanguageDoesNotMatter(Picture picture) {
        var before = Locale.getDefault();
        String text = picture.text();
        byte[] bytes = picture.png();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(picture.text()).isEqualTo(text);
            assertThat(picture.png()).isEqualTo(bytes);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aHundredClassesFitToo() {
        var classes = IntStream.range(0, 100).mapToObj(i -> "class " + i).toList();
        var counts = Collections.nCopies(100, Collections.nCopies(100, 1));
        assertThat(new ConfusionChart(new ConfusionMatrix(classes, counts))
                        .image()
                        .getWidth())
                .isLessThanOrEqualTo(700);
    }

    @Test
    void aCurveReadsAsATableOfEpochs() {
        assertThat(LearningCurve.of(Samples.history(2)).text()).isEqualTo("""
                epoch    loss  accuracy  test loss  test accuracy
                ─────  ──────  ────────  ─────────  ─────────────
                    1  2.0000   50.00 %     1.8000        60.00 %
                    2  1.0000   75.00 %     0.9000        80.00 %""");
    }

    @Test
    void aCurveBeforeTheFirstEpochIsRefused() {
        assertThatThrownBy(() -> LearningCurve.of("LeNet-5", History.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a learning curve of LeNet-5: expected a history of at least one epoch, got none; "
                        + "draw it after the first");
    }

    @Test
    void aPictureOfAStripNeedsACaption() {
        assertThatThrownBy(() -> ImageStrip.of(List.of(Pagoda.draw(32, 40)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a strip of 1 picture: expected as many captions, got 0");
    }

    @Test
    void aConfusionReadsAsCountsWithTrueClassesInRows() {
        var matrix = new ConfusionMatrix(List.of("cat", "dog"), List.of(List.of(1_200, 0), List.of(1, 3)));
        assertThat(new ConfusionChart(matrix).text()).isEqualTo("""
                true \\ answered    cat  dog     right
                ───────────────  ─────  ───  ────────
                cat              1,200    ·  100.00 %
                dog                  1    3   75.00 %""");
    }

    @Test
    void aWrongAnswerIsSaidInWordsAndColour() {
        var predictions = Samples.predictions(7);
        var strip = ImageStrip.of(predictions, predictions.answers());
        int label = predictions.images().label(6);
        assertThat(strip.text())
                .startsWith("1: " + predictions.images().label(0) + ", right\n")
                .endsWith("7: " + (label + 1) % 10 + ", wrong: true " + label);
        assertThat(orange(strip)).isPositive();
        assertThat(orange(ImageStrip.of(predictions.images(), 7))).isZero();
    }

    private static long orange(Picture picture) {
        var image = picture.image();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels)
                .filter(pixel -> pixel == Sheet.WRONG.getRGB())
                .count();
    }

    @Test
    void theWorstMistakeIsTheSurest() {
        var digits = DrawnDigits.draw(3, 1);
        var answers = List.of(
                new Predictions.Answer(0, 1, 7, 0.6, 9),
                new Predictions.Answer(1, 2, 3, 0.994, 1),
                new Predictions.Answer(2, 4, 4, 1, 9));
        var predictions = new Predictions(digits, answers, digits.classes());
        assertThat(ImageStrip.worst(predictions, 9).text())
                .isEqualTo("1: 3, wrong: true 2, 99 %\n2: 7, wrong: true 1, 60 %");
        assertThat(ImageStrip.worst(predictions, 1).text()).isEqualTo("1: 3, wrong: true 2, 99 %");
        assertThatThrownBy(() -> ImageStrip.worst(predictions, 0))
                .hasMessage("worst mistakes: expected to show at least 1, got 0; ask for more");
    }

    @Test
    void aStripOfMoreImagesThanThereAreIsRefused() {
        var digits = DrawnDigits.draw(5, 1);
        assertThatThrownBy(() -> ImageStrip.of(digits, 6))
                .hasMessage("drawn digits, seed 1: expected 1 to 5 images to show, got 6; ask for fewer");
        assertThatThrownBy(() -> ImageStrip.of(DrawnDigits.draw(5, 1), 0))
                .hasMessage("drawn digits, seed 1: expected 1 to 5 images to show, got 0; ask for at least one");
    }

    @Test
    void aBitmapWithoutFullRowsIsRefused() {
        assertThatThrownBy(() -> ImageStrip.bitmaps(List.of(List.of(1, -1, 1)), 2))
                .hasMessage("bitmaps: expected codes of full rows of 2 numbers, got 3 numbers; "
                        + "give the width of the bitmap");
    }

    @Test
    void theKeyOfASingleEpochHasPointsAndNoLines() {
        var one = LearningCurve.of(Samples.history(1)).image();
        var two = LearningCurve.of(Samples.history(2)).image();
        assertThat(longestLine(one)).isLessThan(15);
        assertThat(longestLine(two)).isGreaterThan(20);
    }

    /** The longest row of pixels in the colour of the first run, in the key below the panels. */
    private static int longestLine(BufferedImage image) {
        int longest = 0;
        for (int y = image.getHeight() - 24; y < image.getHeight(); y++) {
            int length = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                length = image.getRGB(x, y) == ChartStyle.colour(0).getRGB() ? length + 1 : 0;
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    @Test
    void everyChannelOfAFilterIsDrawn() {
        var picture = Planes.of("three", Shape.of(3, 4, 4), new float[48]);
        var both = new Convolved(picture, Filter.of("a", Shape.of(3, 1, 1), 1, -1, 0), picture.channel(0));
        var first = new Convolved(picture, Filter.of("a", Shape.of(3, 1, 1), 1, 0, 0), picture.channel(0));
        assertThat(colours(both.image()))
                .contains(HeatMap.colour(1, 1).getRGB(), HeatMap.colour(-1, 1).getRGB());
        assertThat(colours(first.image())).doesNotContain(HeatMap.colour(-1, 1).getRGB());
    }

    private static java.util.Set<Integer> colours(BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .boxed()
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void theTitleOfAFilterIsNotCut() {
        assertThat(Panels.beside(List.of(new Panels.Panel("Sobel, vertical edges", "", new BufferedImage(9, 9, 1))))
                        .getWidth())
                .isGreaterThan(160);
    }
}
