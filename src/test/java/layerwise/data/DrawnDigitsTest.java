package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {
    private static final Dataset THOUSAND = DrawnDigits.draw(1000, 1);

    @Test
    void theSameSeedDrawsTheSameBytesEverywhere() {
        assertThat(THOUSAND.identity()).isEqualTo("92bb05cf11e7518fdd3a8d053882f0cd5bc357deab13426e901a6c3333cb63e5");
    }

    @Test
    void anotherSeedDrawsOtherDigits() {
        assertThat(DrawnDigits.draw(10, 2).identity())
                .isNotEqualTo(THOUSAND.first(10).identity());
    }

    @Test
    void aDigitIsTheSameWhateverTheCount() {
        for (int count : new int[] {0, 1, 7, 10, 123}) {
            assertThat(DrawnDigits.draw(count, 1).identity())
                    .isEqualTo(THOUSAND.first(count).identity());
        }
    }

    @Test
    void everyTenHoldEachDigitOnceInRandomOrder() {
        for (int ten = 0; ten < 1000; ten += 10) {
            Dataset block = THOUSAND.range(ten, ten + 10);
            assertThat(IntStream.range(0, 10).map(block::label))
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
        assertThat(IntStream.range(0, 100)
                        .map(i -> THOUSAND.label(10 * i))
                        .distinct()
                        .count())
                .isEqualTo(10);
    }

    @Test
    void everyDigitIsInkedAsMuchAsHandwritingIs() {
        for (int i = 0; i < THOUSAND.size(); i++) {
            assertThat(ink(THOUSAND.pixels(i))).as("ink of digit %d", i).isBetween(12.0, 320.0);
        }
        double mean = IntStream.range(0, 1000)
                .mapToDouble(i -> ink(THOUSAND.pixels(i)))
                .average()
                .orElseThrow();
        assertThat(mean).as("mean ink; MNIST has 103").isBetween(90.0, 120.0);
    }

    @Test
    void noDigitIsCutOffByTheEdge() {
        for (int i = 0; i < THOUSAND.size(); i++) {
            byte[] pixels = THOUSAND.pixels(i);
            for (int k = 0; k < 28; k++) {
                assertThat((pixels[k] | pixels[27 * 28 + k] | pixels[28 * k] | pixels[28 * k + 27]) & 0xFF)
                        .as("edge of digit %d", i)
                        .isLessThan(128);
            }
        }
    }

    @Test
    void noTwoDigitsAreAlike() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> ByteBuffer.wrap(THOUSAND.pixels(i)))
                        .distinct()
                        .count())
                .isEqualTo(1000);
    }

    @Test
    void theySayWhatTheyAre() {
        assertThat(THOUSAND).hasToString("drawn digits, seed 1: 1000 images of 1×28×28");
        assertThat(THOUSAND.shape()).isEqualTo(Shape.of(1, 28, 28));
        assertThat(THOUSAND.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void aCountThatNoArrayHoldsIsRefused() {
        assertThatThrownBy(() -> DrawnDigits.draw(-1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits: expected a count of 0 to 2739137, got -1");
        assertThatThrownBy(() -> DrawnDigits.draw(3_000_000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits: expected a count of 0 to 2739137, got 3000000");
    }

    /** How many fully inked pixels the ink of this image would make. */
    private static double ink(byte[] pixels) {
        return IntStream.range(0, pixels.length).map(i -> pixels[i] & 0xFF).sum() / 255.0;
    }
}
