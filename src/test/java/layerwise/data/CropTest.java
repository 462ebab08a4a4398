package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropTest {

    @ParameterizedTest
    @CsvSource({"375, 500", "500, 375", "32, 48", "256, 400"})
    void googLeNetAsksAbout144Boxes(int height, int width) {
        List<Crop> crops = Crop.googLeNet(height, width, 224);
        assertThat(crops).hasSize(4 * 3 * 6 * 2).doesNotHaveDuplicates();
        assertThat(crops.stream().map(Crop::scale).distinct()).containsExactly(256, 288, 320, 352);
        assertThat(crops.stream().filter(Crop::flipped)).hasSize(72);
        assertThat(crops.stream().filter(crop -> crop.size() == crop.scale())).hasSize(4 * 3 * 2);
        for (Crop crop : crops) {
            assertThat(crops).contains(crop.mirror());
            assertThat(crop.x() + crop.size()).isLessThanOrEqualTo(crop.resizedWidth(height, width));
            assertThat(crop.y() + crop.size()).isLessThanOrEqualTo(crop.resizedHeight(height, width));
        }
    }

    @Test
    void theThreeSquaresOfAnImageThatIsSquareAreOne() {
        assertThat(Crop.googLeNet(256, 256, 224)).hasSize(144);
        assertThat(Crop.googLeNet(256, 256, 224).stream().distinct()).hasSize(144 / 3);
    }

    @Test
    void alexNetAsksAboutTheCornersAndTheMiddleBothWaysRound() {
        List<Crop> crops = Crop.ten(256, 256, 224);
        assertThat(crops).hasSize(10).doesNotHaveDuplicates();
        assertThat(crops.stream().filter(crop -> !crop.flipped()).map(crop -> List.of(crop.x(), crop.y())))
                .containsExactly(List.of(0, 0), List.of(32, 0), List.of(0, 32), List.of(32, 32), List.of(16, 16));
        assertThat(crops).contains(Crop.centre(256, 256, 224).get(0));
    }

    @Test
    void aBoxShowsThePixelsInIt() {
        Dataset shapes = DrawnShapes.draw(3, 1);
        Preparation standard = Preparation.standard(Shape.of(3, 24, 24));
        Batch batch = standard.batch(3).fill(shapes, 0, 3, new Crop(32, 8, 3, 24, 24, false));
        Batch mirror = standard.batch(3).fill(shapes, 0, 3, new Crop(32, 8, 3, 24, 24, true));
        byte[] pixels = shapes.pixels(2);
        for (int i = 0; i < 3 * 576; i++) {
            int y = i % 576 / 24;
            int x = i % 24;
            float level = (pixels[i / 576 * 1024 + (y + 3) * 32 + x + 8] & 0xFF) / 255f;
            assertThat(batch.images()[2 * 3 * 576 + i]).isCloseTo(level, within(1e-6f));
            assertThat(mirror.images()[2 * 3 * 576 + i / 24 * 24 + 23 - x]).isCloseTo(level, within(1e-6f));
        }
        assertThat(batch.labels()[2]).isEqualTo(shapes.label(2));
    }

    @Test
    void everyBoxOfAWhiteImageIsWhite() {
        byte[] pixels = new byte[3 * 40 * 56];
        Arrays.fill(pixels, (byte) 255);
        Dataset white = Dataset.of("white", Shape.of(3, 40, 56), List.of("x"), new int[1], pixels);
        Batch batch = Preparation.standard(Shape.of(3, 28, 28)).batch(1);
        for (Crop crop : Crop.googLeNet(40, 56, 28)) {
            float least = 1;
            for (float level : batch.fill(white, 0, 1, crop).images()) {
                least = Math.min(least, level);
            }
            assertThat(least).as(crop.toString()).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void anImageSmallerThanTheInputHasNoCorners() {
        assertThatThrownBy(() -> Crop.ten(28, 32, 29))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("crops: expected an image of at least 29×29, got 28×32;"
                        + " resize the images or give the network a smaller input");
        assertThatThrownBy(() -> new Crop(256, -1, 0, 224, 224, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("crop: expected sides of at least 1 and a place of at least (0, 0), got scale 256,"
                        + " size 224, input 224 at (-1, 0)");
    }
}
