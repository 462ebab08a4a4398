package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class ColourComponentsTest {
    private static final Dataset SHAPES = DrawnShapes.draw(100, 1);

    @Test
    void theyDiagonaliseTheCovariance() {
        ColourComponents components = ColourComponents.of(SHAPES);
        double[][] covariance = covariance(SHAPES);
        for (int k = 0; k < 3; k++) {
            List<Double> vector = components.vectors().get(k);
            for (int a = 0; a < 3; a++) {
                double product = 0;
                for (int b = 0; b < 3; b++) {
                    product += covariance[a][b] * vector.get(b);
                }
                assertThat(product).isCloseTo(components.variances().get(k) * vector.get(a), within(1e-9));
            }
        }
    }

    @Test
    void theyAreOrthonormalAndInOrderAndAddUpToTheVariance() {
        ColourComponents components = ColourComponents.of(SHAPES);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int c = 0; c < 3; c++) {
                    product += components.component(i, c) * components.component(j, c);
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
        double[][] covariance = covariance(SHAPES);
        assertThat(components.variances()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(components.variances().stream().mapToDouble(v -> v).sum())
                .isCloseTo(covariance[0][0] + covariance[1][1] + covariance[2][2], within(1e-9));
    }

    @Test
    void greyHasOneComponentAlongTheDiagonal() {
        byte[] pixels = {0, 100, 0, 100, 0, 100};
        Dataset grey = Dataset.of("grey", Shape.of(3, 1, 2), List.of("x"), new int[1], pixels);
        ColourComponents components = ColourComponents.of(grey);
        assertThat(components.variances().get(0)).isCloseTo(3 * 2500 / 255.0 / 255, within(1e-12));
        assertThat(components.variances().get(1)).isCloseTo(0, within(1e-12));
        assertThat(components.vectors().get(0))
                .allSatisfy(part -> assertThat(part).isCloseTo(1 / Math.sqrt(3), within(1e-12)));
    }

    @Test
    void imagesWithoutColourAreRefused() {
        assertThatThrownBy(() -> ColourComponents.of(DrawnDigits.draw(2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits, seed 1: expected images of 3 channels for their colours,"
                        + " got drawn digits, seed 1: 2 images of 1×28×28");
    }

    private static double[][] covariance(Dataset images) {
        double[] mean = new double[3];
        double[][] covariance = new double[3][3];
        int count = images.size() * 1024;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < images.size(); i++) {
                byte[] pixels = images.pixels(i);
                for (int p = 0; p < 1024; p++) {
                    for (int a = 0; a < 3; a++) {
                        double x = (pixels[a * 1024 + p] & 0xFF) / 255.0;
                        mean[a] += pass == 0 ? x / count : 0;
                        for (int b = 0; b < 3 && pass == 1; b++) {
                            double y = (pixels[b * 1024 + p] & 0xFF) / 255.0;
                            covariance[a][b] += (x - mean[a]) * (y - mean[b]) / count;
                        }
                    }
                }
            }
        }
        return covariance;
    }
}
