package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import layerwise.train.Epoch;
import layerwise.train.History;
import layerwise.train.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.BitmapEncoder;

/** Charts over epochs: their axis, their key, and the same in words. */
class EpochChartTest {
    private static final int NARROWEST_GAP = 6;

    /** Two labels that touch leave no white column between them; digits of one number stand closer than six pixels. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 11, 12, 14, 17, 20, 33, 40, 64, 99, 100, 101, 182, 300, 1_200})
    void theLabelsOfEpochsAreWholeNumbersApart(int epochs) {
        var chart = ChartStyle.chart("flat", epochs, Sheet.WIDEST / 2, 270);
        chart.getStyler().setXAxisTitleVisible(false).setLegendVisible(false);
        chart.getStyler().setYAxisTicksVisible(false);
        double[] x = IntStream.rangeClosed(1, epochs).asDoubleStream().toArray();
        chart.addSeries("flat", x, new double[epochs]);
        var widths = words(BitmapEncoder.getBufferedImage(chart));
        int digits = String.valueOf(epochs).length();
        assertThat(widths).hasSizeBetween(1, 10).allMatch(width -> width <= 9 * digits);
        assertThat(widths.size()).isGreaterThanOrEqualTo(Math.min(epochs, 3));
    }

    /** Widths of what is written in the lowest lines of the chart, told apart by gaps. */
    private static List<Integer> words(BufferedImage image) {
        var words = new java.util.ArrayList<Integer>();
        int bottom = lastInk(image);
        int begun = -1;
        int inked = -1;
        for (int x = 0; x < image.getWidth(); x++) {
            if (ink(image, x, bottom)) {
                if (begun >= 0 && x - inked > NARROWEST_GAP) {
                    words.add(inked - begun + 1);
                    begun = x;
                }
                begun = begun < 0 ? x : begun;
                inked = x;
            }
        }
        words.add(inked - begun + 1);
        return words;
    }

    private static boolean ink(BufferedImage image, int x, int bottom) {
        return IntStream.rangeClosed(bottom - 6, bottom).anyMatch(y -> dark(image.getRGB(x, y)));
    }

    private static int lastInk(BufferedImage image) {
        return IntStream.iterate(image.getHeight() - 1, y -> y >= 0, y -> y - 1)
                .filter(y -> IntStream.range(0, image.getWidth()).anyMatch(x -> dark(image.getRGB(x, y))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean dark(int rgb) {
        return (rgb & 0xFF) < 0x90;
    }

    @Test
    void layersReadAsATableOfTheFirstTheMiddleAndTheLastEpoch() {
        assertThat(new LayerCurves(LayerQuantity.GRADIENTS, List.of(Samples.record("net", 1, 5))).text())
                .isEqualTo("""
                net
                gradient norm   epoch 1   epoch 3   epoch 5
                ─────────────  ────────  ────────  ────────
                conv1          1.00e-03  3.33e-04  2.00e-04
                conv2          1.00e-02  3.33e-03  2.00e-03
                conv3          1.00e-01  3.33e-02  2.00e-02""");
        assertThat(new LayerCurves(LayerQuantity.DEAD, List.of(Samples.record("net", 1, 1))).text())
                .isEqualTo("""
                net
                dead units in percent  epoch 1
                ─────────────────────  ───────
                relu1                   12.5 %
                relu2                   25.0 %
                relu3                   37.5 %""");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 15})
    void namesAtTheEndsOfLinesStandApartInTheOrderOfTheLines(int lines) {
        var heights = IntStream.range(0, lines).map(i -> 150 + i / 3).boxed().toList();
        var places = EndLabel.apart(heights, 256);
        assertThat(places).hasSize(lines).allMatch(place -> place <= 256);
        assertThat(IntStream.range(1, lines).map(i -> places.get(i) - places.get(i - 1)))
                .allMatch(gap -> gap >= 14);
    }

    @Test
    void namesThatHaveRoomStandAtTheHeightsOfTheirLines() {
        assertThat(EndLabel.apart(List.of(10, 40, 200), 256)).containsExactly(10, 40, 200);
    }

    @Test
    void runsWithoutMeasuresAreRefusedWithTheCure() {
        var plain = without(Samples.record("net", 1, 2), epoch -> List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerCurves(LayerQuantity.GRADIENTS, List.of(plain)))
                .withMessage("net: expected gradient norm of its layers, got a run without measures;"
                        + " train it with measured(network, recipe, data)");
        var smooth =
                without(Samples.record("tanh", 1, 2), epoch -> epoch.layers().subList(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerCurves(LayerQuantity.DEAD, List.of(smooth)))
                .withMessage("tanh: expected dead units in percent of its layers, got none, as it has no ReLU;"
                        + " draw its gradients or updates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerCurves(LayerQuantity.UPDATES, List.of()))
                .withMessage("update / weight by layer: expected at least one run, got none");
    }

    private static RunRecord without(
            RunRecord run, java.util.function.Function<Epoch, List<layerwise.train.LayerMeasure>> kept) {
        var epochs = run.history().epochs().stream()
                .map(epoch -> new Epoch(
                        epoch.number(),
                        epoch.images(),
                        epoch.rate(),
                        epoch.loss(),
                        epoch.accuracy(),
                        epoch.top5(),
                        epoch.test(),
                        kept.apply(epoch)))
                .toList();
        return new RunRecord(
                run.network(),
                run.recipe(),
                run.data(),
                run.first(),
                run.parallel(),
                run.classes(),
                run.versions(),
                run.ending(),
                run.when(),
                run.seconds(),
                new History(epochs));
    }

    @Test
    void aStudyReadsAsMedianAndRangeAndWhoReachedTheTarget() {
        var study = StudyChart.of("two", List.of(Samples.record("a", 1, 2), Samples.record("a", 2, 2)))
                .and("one", List.of(Samples.record("b", 1, 9)))
                .target(0.9);
        assertThat(study.text()).isEqualTo("""
                runs  seeds  epochs  test accuracy, median   least to greatest  epochs to 90 %  fewest to most
                ────  ─────  ──────  ─────────────────────  ──────────────────  ──────────────  ──────────────
                two       2       2                80.00 %  80.00 % to 80.00 %           never           never
                one       1       9                95.56 %  95.56 % to 95.56 %               4          4 to 4""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study.target(90))
                .withMessage("a target: expected a test accuracy above 0 and at most 1, got 90.0; 0.9 is 90 %");
    }

    @Test
    void theFactsOfARunAreAllThatMakesItAgain() {
        assertThat(new RunFacts(Samples.record("net", 7, 1_000)).text()).isEqualTo("""
                fact           value
                ─────────────  ───────────────────────────────────────────────────────────────────────────────────────────
                network        net, description 01234567…
                learned from   10 images of drawn digits, seed 1, DIGEST…
                tested on      10 images of drawn digits, seed 1, DIGEST…
                recipe         1,000 epochs, batches of 32, rate 0.05 falling to 0 as a cosine, momentum 0.9, decay 0.0005
                seed           7
                engine         MXNet 1.9.1, DJL 0.36.0, Java 17.0.1
                trained        2026-01-02T03:04:05Z, in 1,234.6 s
                ended          all 1000 epochs of the recipe are done
                test accuracy  99.96 %""".replace("DIGEST", digest()));
    }

    private static String digest() {
        return layerwise.data.DrawnDigits.draw(10, 1).identity().substring(0, 8);
    }
}
