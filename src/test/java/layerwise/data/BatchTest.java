package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Dataset DIGITS = DrawnDigits.draw(20, 3);

    @Test
    void everyPixelIsScaledAndPaddedOnAllSidesAlike() {
        Preparation lecun = Preparation.lecun(Shape.of(1, 32, 32));
        int[] order = {19, 0, 7, 7};
        Batch batch = lecun.batch(4).fill(DIGITS, order, 0, 4);
        for (int i = 0; i < 4; i++) {
            assertThat(batch.labels()[i]).isEqualTo(DIGITS.label(order[i]));
            assertThat(Arrays.copyOfRange(batch.images(), i * 1024, (i + 1) * 1024))
                    .isEqualTo(padded(DIGITS.pixels(order[i]), lecun));
        }
    }

    @Test
    void theEndsOfTheScaleAreExact() {
        Dataset grey = Dataset.of("grey", Shape.of(1, 1, 2), List.of("x"), new int[1], new byte[] {0, (byte) 255});
        assertThat(Preparation.lecun(grey.shape()).batch(1).fill(grey, 0, 1).images())
                .containsExactly(-0.1f, 1.175f);
        assertThat(Preparation.standard(grey.shape()).batch(1).fill(grey, 0, 1).images())
                .containsExactly(0f, 1f);
    }

    @Test
    void everyChannelIsCentredAnOddRestGoesBelowAndRight() {
        Dataset colour = Dataset.of("c", Shape.of(2, 1, 1), List.of("x"), new int[1], new byte[] {51, 102});
        Batch batch = Preparation.standard(Shape.of(2, 2, 3)).batch(1).fill(colour, 0, 1);
        assertThat(batch.images()).containsExactly(0, 0.2f, 0, 0, 0, 0, 0, 0.4f, 0, 0, 0, 0);
    }

    @Test
    void aShorterFillLeavesBackgroundBehind() {
        Batch batch = Preparation.lecun(DrawnDigits.SHAPE).batch(3);
        float[] images = batch.fill(DIGITS, 0, 3).images();
        assertThat(batch.fill(DIGITS, new int[] {5, 6}, 1, 2).size()).isEqualTo(1);
        assertThat(batch.images()).isSameAs(images);
        assertThat(Arrays.copyOfRange(images, 784, images.length)).containsOnly(-0.1f);
        assertThat(batch.labels()).containsExactly(DIGITS.label(6), 0, 0);
        assertThat(batch.capacity()).isEqualTo(3);
    }

    @Test
    void aViewIsCutAtItsOwnPlace() {
        Preparation standard = Preparation.standard(DrawnDigits.SHAPE);
        assertThat(standard.batch(2).fill(DIGITS.last(5), 1, 3).images())
                .isEqualTo(standard.batch(2).fill(DIGITS, 16, 18).images());
    }

    @Test
    void lecunsLevelsBringTheMeanNearZero() {
        Dataset many = DrawnDigits.draw(500, 1);
        float[] images = Preparation.lecun(DrawnDigits.SHAPE)
                .batch(500)
                .fill(many, 0, 500)
                .images();
        double sum = 0;
        for (float x : images) {
            sum += x;
        }
        assertThat(sum / images.length).isBetween(-0.1, 0.1);
    }

    @Test
    void imagesLargerThanTheInputAreRefused() {
        Preparation small = Preparation.standard(Shape.of(1, 28, 27));
        assertThatThrownBy(() -> small.batch(1).fill(DIGITS, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits, seed 3: expected images no larger than the input 1×28×27, got 1×28×28;"
                        + " give the network an input of at least 1×28×28");
    }

    @Test
    void imagesOfOtherChannelsAreRefused() {
        assertThatThrownBy(() -> Preparation.standard(Shape.of(3, 32, 32)).check(DIGITS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits, seed 3: expected images of 3 channels for the input 3×32×32, got 1×28×28;"
                        + " give the network an input of 1 channel");
    }

    @Test
    void moreThanTheBatchHoldsIsRefused() {
        Batch batch = Preparation.standard(DrawnDigits.SHAPE).batch(2);
        assertThatThrownBy(() -> batch.fill(DIGITS, 0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits, seed 3: asked for 3 images in a batch that holds 2; make a larger one");
        assertThatThrownBy(() -> batch.fill(DIGITS, new int[2], 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits, seed 3: asked for places 1 to 3 of an order of 2; ask within 0 to 2");
        assertThatThrownBy(() -> batch.fill(DIGITS, new int[] {20}, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("drawn digits, seed 3: asked for image 20 of 20, counted from 0");
    }

    @Test
    void anEmptyBatchAndLevelsThatTellNothingApartAreRefused() {
        assertThatThrownBy(() -> Preparation.standard(DrawnDigits.SHAPE).batch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch of 1×28×28: expected a capacity of 1 to 2739137, got 0");
        assertThatThrownBy(() -> new Preparation(DrawnDigits.SHAPE, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("preparation for 1×28×28: expected two different finite levels for pixels 0 and 255,"
                        + " got 1.0 and 1.0");
    }

    private static float[] padded(byte[] pixels, Preparation preparation) {
        float[] padded = new float[32 * 32];
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                boolean inside = y >= 2 && y < 30 && x >= 2 && x < 30;
                int pixel = inside ? pixels[(y - 2) * 28 + x - 2] & 0xFF : 0;
                double span = (double) preparation.high() - preparation.low();
                padded[y * 32 + x] = (float) (preparation.low() + pixel * span / 255);
            }
        }
        return padded;
    }
}
