package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static final Shape INPUT = Shape.of(3, 28, 28);
    private static final Planes PAGODA = Pagoda.draw(32, 32);

    @Test
    void aCropIsAPartOfThePicture() {
        for (Planes look : Looks.distorted(PAGODA, INPUT, Augmentation.of(Distortion.randomCrop()), 20, 1)) {
            assertThat(IntStream.range(0, 25)).anyMatch(place -> same(look, place / 5, place % 5));
        }
    }

    /** The bytes between round to a 510th. */
    private static boolean same(Planes look, int down, int right) {
        return IntStream.range(0, (int) INPUT.size())
                .allMatch(n -> Math.abs(look.at(n / 784, n % 784 / 28, n % 28)
                                - PAGODA.at(n / 784, n % 784 / 28 + down, n % 28 + right))
                        < 0.003);
    }

    @Test
    void tenCropsAreFivePartsAndTheirMirrors() {
        var looks = Crop.ten(32, 32, 28).stream()
                .map(crop -> Looks.cut(PAGODA, crop))
                .toList();
        assertThat(List.of(
                        same(looks.get(0), 0, 0),
                        same(looks.get(1), 0, 4),
                        same(looks.get(2), 4, 0),
                        same(looks.get(3), 4, 4),
                        same(looks.get(4), 2, 2)))
                .containsOnly(true);
        for (int i = 0; i < 5; i++) {
            var look = looks.get(i);
            var mirror = looks.get(i + 5);
            assertThat(IntStream.range(0, (int) INPUT.size()))
                    .allMatch(n ->
                            look.at(n / 784, n % 784 / 28, n % 28) == mirror.at(n / 784, n % 784 / 28, 27 - n % 28));
        }
    }

    @Test
    void coloursStayBetweenBlackAndWhite() {
        var light = new Distortion.Colour(ColourComponents.of(DrawnShapes.draw(20, 1)), 10);
        assertThat(Looks.distorted(PAGODA, PAGODA.shape(), Augmentation.of(light), 10, 1))
                .allMatch(look -> look.low() >= 0 && look.high() <= 1)
                .anyMatch(look -> look.high() == 1);
    }

    @Test
    void aPictureThatNothingCutsIsRefusedWhereItIsLarger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Looks.distorted(PAGODA, INPUT, Augmentation.of(Distortion.flip()), 1, 1))
                .withMessage("pagoda: expected images no larger than the input 3×28×28, got 3×32×32;"
                        + " give the network an input of at least 3×32×32");
    }
}
