package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import layerwise.layers.Shape;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Shape SHAPE = Shape.of(1, 1, 2);
    private static final List<String> CLASSES = List.of("even", "odd");
    private final Dataset four =
            Dataset.of("pairs", SHAPE, CLASSES, new int[] {0, 1, 0, 1}, new byte[] {0, 1, 10, 11, 20, 21, 30, 31});

    @Test
    void itSaysWhatItHolds() {
        assertThat(four.name()).isEqualTo("pairs");
        assertThat(four.shape()).isEqualTo(SHAPE);
        assertThat(four.classes()).containsExactly("even", "odd");
        assertThat(four.size()).isEqualTo(4);
        assertThat(four).hasToString("pairs: 4 images of 1×1×2");
    }

    @Test
    void aViewHasTheImagesAndLabelsOfItsPlace() {
        for (int from = 0; from <= 4; from++) {
            for (int to = from; to <= 4; to++) {
                Dataset range = four.range(from, to);
                assertThat(range.size()).isEqualTo(to - from);
                for (int i = 0; i < range.size(); i++) {
                    assertThat(range.label(i)).isEqualTo(four.label(from + i));
                    assertThat(range.pixels(i)).isEqualTo(four.pixels(from + i));
                }
            }
        }
    }

    @Test
    void aViewOfAViewCountsFromTheView() {
        assertThat(four.last(3).first(2).range(1, 2).pixels(0)).containsExactly(20, 21);
    }

    @Test
    void aViewIsWorthWhatItHolds() {
        Dataset alone = Dataset.of("one", SHAPE, List.of("a", "b", "c"), new int[] {1}, new byte[] {10, 11});
        assertThat(four.range(1, 2).identity()).isEqualTo(alone.identity());
        assertThat(four.first(2).identity()).isNotEqualTo(four.last(2).identity());
    }

    @Test
    void paddingPutsAFrameOfZerosAroundEveryImage() {
        Dataset padded = four.range(1, 3).padded(1);
        assertThat(padded).hasToString("pairs: 2 images of 1×3×4");
        assertThat(padded.pixels(0)).containsExactly(0, 0, 0, 0, 0, 10, 11, 0, 0, 0, 0, 0);
        assertThat(padded.label(0)).isEqualTo(four.label(1));
        assertThat(padded.centre(1, 2).identity()).isEqualTo(four.range(1, 3).identity());
    }

    @Test
    void shiftedImagesLoseWhatLeavesTheirFrame() {
        assertThat(four.range(1, 3).shifted(0, 1).pixels(1)).containsExactly(0, 20);
        assertThat(four.shifted(0, -1).pixels(3)).containsExactly(31, 0);
        assertThat(four.shifted(1, 0).pixels(3)).containsExactly(0, 0);
        assertThat(four.shifted(0, 7).pixels(3)).containsExactly(0, 0);
        assertThat(four.first(0).shifted(0, 1).size()).isZero();
    }

    @Test
    void whatIsPaddedCanBeShiftedThereAndBack() {
        var digits = DrawnDigits.draw(20, 1).last(3);
        var there = digits.padded(4).shifted(3, -4);
        assertThat(there.shifted(-3, 4).identity()).isEqualTo(digits.padded(4).identity());
        assertThat(there.picture(2).values())
                .containsExactly(digits.padded(4).picture(2).shifted(3, -4).values());
    }

    @Test
    void aPaddingThatIsNoneIsRefused() {
        assertThatThrownBy(() -> four.padded(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "pairs: expected a padding of at least 0, and at most 2147483639 pixels in all, got a padding"
                                + " of -1; pad less, or fewer images");
        assertThatThrownBy(() -> four.padded(40_000)).hasMessageContaining("got a padding of 40000");
    }

    @Test
    void anImageIsAPictureFromBlackToWhite() {
        Dataset image = Dataset.of("one", SHAPE, CLASSES, new int[] {1}, new byte[] {0, (byte) 255});
        assertThat(image.picture(0)).hasToString("odd 1×1×2");
        assertThat(image.picture(0).values()).containsExactly(0, 1);
    }

    @Test
    void identityDependsOnShapeLabelsAndPixels() {
        byte[] pixels = {1, 2};
        assertThat(List.of(
                        identity(Shape.of(1, 1, 2), 0, pixels),
                        identity(Shape.of(1, 2, 1), 0, pixels),
                        identity(Shape.of(2, 1, 1), 0, pixels),
                        identity(Shape.of(1, 1, 2), 1, pixels),
                        identity(Shape.of(1, 1, 2), 0, new byte[] {1, 3})))
                .doesNotHaveDuplicates()
                .allMatch(identity -> identity.matches("[0-9a-f]{64}"));
    }

    @Test
    void nothingFromOutsideChangesIt() {
        int[] labels = {1};
        byte[] pixels = {5, 6};
        Dataset one = Dataset.of("one", SHAPE, CLASSES, labels, pixels);
        labels[0] = 0;
        pixels[0] = 9;
        one.pixels(0)[1] = 9;
        assertThat(one.label(0)).isEqualTo(1);
        assertThat(one.pixels(0)).containsExactly(5, 6);
    }

    @Test
    void moreImagesThanThereAreAreRefused() {
        assertThatThrownBy(() -> four.first(8000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pairs: asked for the first 8000 of 4 images; ask for 0 to 4");
        assertThatThrownBy(() -> four.last(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pairs: asked for the last -1 of 4 images; ask for 0 to 4");
        assertThatThrownBy(() -> four.range(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pairs: asked for images 3 to 2 of 4; ask within 0 to 4");
    }

    @Test
    void anImageBeyondAViewIsRefused() {
        assertThatThrownBy(() -> four.first(2).label(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("pairs: asked for image 2 of 2, counted from 0");
        assertThatThrownBy(() -> four.last(2).pixels(-1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("pairs: asked for image -1 of 2, counted from 0");
    }

    @Test
    void pixelsThatAreNotWholeImagesAreRefused() {
        assertThatThrownBy(() -> Dataset.of("odd", SHAPE, CLASSES, new int[2], new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("odd: 2 labels and images of 1×1×2 need 4 pixels, got 3");
    }

    @Test
    void aLabelWithoutAClassIsRefused() {
        assertThatThrownBy(() -> Dataset.of("odd", SHAPE, CLASSES, new int[] {0, 2}, new byte[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("odd: expected labels of 0 to 1, got 2 at index 1");
    }

    private static String identity(Shape shape, int label, byte[] pixels) {
        return Dataset.of("x", shape, CLASSES, new int[] {label}, pixels).identity();
    }
}
