package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnShapesTest {
    private static final Dataset THOUSAND = DrawnShapes.draw(1000, 1);

    @Test
    void theSameSeedDrawsTheSameBytesEverywhere() {
        assertThat(THOUSAND.identity()).isEqualTo("018cd69d8bb1166d5fc21892c32a182848fd711e97d9850fa9293ceb10b2ead6");
        assertThat(DrawnShapes.draw(10, 2).identity())
                .isNotEqualTo(THOUSAND.first(10).identity());
    }

    @Test
    void aFigureIsTheSameWhateverTheCount() {
        for (int count : new int[] {0, 1, 10, 123}) {
            assertThat(DrawnShapes.draw(count, 1).identity())
                    .isEqualTo(THOUSAND.first(count).identity());
        }
    }

    @Test
    void everyTenHoldEachClassOnce() {
        for (int ten = 0; ten < 1000; ten += 10) {
            assertThat(IntStream.range(ten, ten + 10).map(THOUSAND::label))
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void noTwoFiguresAreAlike() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> ByteBuffer.wrap(THOUSAND.pixels(i)))
                        .distinct()
                        .count())
                .isEqualTo(1000);
    }

    @Test
    void neitherTheMeanColourNorTheMeanImageTellsTheClass() {
        Dataset unseen = DrawnShapes.draw(1000, 7);
        assertThat(nearestMean(unseen, DrawnShapesTest::meanColour))
                .as("share told by the mean colour; guessing is 0.1")
                .isLessThan(0.25);
        assertThat(nearestMean(unseen, DrawnShapesTest::floats))
                .as("share told by the nearest mean image")
                .isLessThan(0.35);
    }

    @Test
    void theySayWhatTheyAre() {
        assertThat(THOUSAND).hasToString("drawn shapes, seed 1: 1000 images of 3×32×32");
        assertThat(THOUSAND.classes()).hasSize(10).startsWith("warm disc", "cold disc");
    }

    @Test
    void aCountThatNoArrayHoldsIsRefused() {
        assertThatThrownBy(() -> DrawnShapes.draw(-1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn shapes: expected a count of 0 to 699050, got -1");
    }

    private static double nearestMean(Dataset unseen, Function<byte[], double[]> features) {
        double[][] means = new double[10][features.apply(THOUSAND.pixels(0)).length];
        for (int i = 0; i < 1000; i++) {
            double[] feature = features.apply(THOUSAND.pixels(i));
            double[] mean = means[THOUSAND.label(i)];
            Arrays.setAll(mean, k -> mean[k] + feature[k] / 100);
        }
        return IntStream.range(0, 1000)
                        .filter(i -> nearest(means, features.apply(unseen.pixels(i))) == unseen.label(i))
                        .count()
                / 1000.0;
    }

    private static int nearest(double[][] means, double[] feature) {
        int best = 0;
        for (int i = 1; i < means.length; i++) {
            best = distance(means[i], feature) < distance(means[best], feature) ? i : best;
        }
        return best;
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum();
    }

    private static double[] floats(byte[] pixels) {
        return IntStream.range(0, pixels.length)
                .mapToDouble(i -> (pixels[i] & 0xFF) / 255.0)
                .toArray();
    }

    private static double[] meanColour(byte[] pixels) {
        double[] floats = floats(pixels);
        return IntStream.range(0, 3)
                .mapToDouble(c -> Arrays.stream(floats, c * 1024, c * 1024 + 1024)
                        .average()
                        .orElseThrow())
                .toArray();
    }
}
