package layerwise.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    static Stream<Arguments> axes() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(size -> IntStream.rangeClosed(1, 3)
                        .boxed()
                        .flatMap(stride -> IntStream.rangeClosed(0, 2)
                                .boxed()
                                .flatMap(padding -> IntStream.rangeClosed(1, 2)
                                        .mapToObj(dilation -> arguments(new Axis(size, stride, padding, dilation))))));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void positionsAreThoseThatSlidingFinds(Axis axis) {
        for (int length = 9; length < 20; length++) {
            int end = length + 2 * axis.padding();
            int found = 0;
            int start = 0;
            for (; start + axis.extent() <= end; start += axis.stride()) {
                found++;
            }
            assertThat(axis.positions(length, Rounding.DOWN)).isEqualTo(found);
            assertThat(axis.ignored(length)).isEqualTo((int) (end - (start - axis.stride() + axis.extent())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 11})
    void samePaddingKeepsTheSideAtStrideOne(int size) {
        for (int dilation = 1; dilation < 4; dilation++) {
            var window = Window.of(size).dilation(dilation).same();
            assertThat(window.over(Shape.of(3, 17, 40), 8)).isEqualTo(Shape.of(8, 17, 40));
        }
    }

    @Test
    void roundingUpCountsTheWindowThatFitsPartly() {
        assertThat(new Axis(3, 2, 0, 1).positions(112, Rounding.DOWN)).isEqualTo(55);
        assertThat(new Axis(3, 2, 0, 1).positions(112, Rounding.UP)).isEqualTo(56);
    }

    @Test
    void aWindowThatRoundingUpPutsOutsideIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Axis(1, 3, 0, 1).positions(3, Rounding.UP))
                .withMessage("rounding up puts the last window of 1 at 3, outside a side of 3; "
                        + "round down, or use a stride of at most 1");
    }

    @Test
    void aWindowLargerThanItsInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(7).pad(1).over(Shape.of(1, 4, 4), 1))
                .withMessage("a window of 7 does not fit a side of 4 padded by 1; "
                        + "pad by at least 2, or use an input at least 1 larger here");
    }

    @Test
    void samePaddingOfAnEvenWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(2).same())
                .withMessage(
                        "same() needs a window of odd width, got 2; say the padding with pad(…), or use an odd size");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aStrideBelowOneIsRefused(int stride) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(3).stride(stride))
                .withMessage("the stride of a window is at least 1, got " + stride);
    }

    @Test
    void aWindowPrintsAsPapersWriteIt() {
        assertThat(Window.of(3).stride(2).pad(1)).hasToString("3×3 stride 2 pad 1");
        assertThat(Window.of(1, 7).same()).hasToString("1×7 pad 0×3");
        assertThat(Window.of(3).stride(2).roundUp()).hasToString("3×3 stride 2 rounded up");
    }
}
