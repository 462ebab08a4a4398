package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final Dataset TEN = DrawnDigits.draw(10, 1);
    private static final Dataset OTHERS = DrawnDigits.draw(5, 2);

    @Test
    void theTwoSidesAreTheWholeInOrder() {
        Split split = Split.of(TEN, 7);
        assertThat(split.train().identity()).isEqualTo(TEN.first(7).identity());
        assertThat(split.test().identity()).isEqualTo(TEN.last(3).identity());
    }

    @Test
    void publishedPartsStayApart() {
        Parts parts = new Parts(Optional.of(TEN), Optional.of(OTHERS));
        assertThat(parts.split()).isEqualTo(new Split(TEN, OTHERS));
        assertThat(parts.split(4).train().identity()).isEqualTo(TEN.first(4).identity());
        assertThat(parts.split(4).test()).isSameAs(OTHERS);
    }

    @Test
    void aSinglePartServesForBoth() {
        Parts parts = new Parts(Optional.empty(), Optional.of(TEN));
        assertThat(parts.split().train().size()).isEqualTo(8);
        assertThat(parts.split().test().identity()).isEqualTo(TEN.last(2).identity());
        assertThat(parts.split(9).test().size()).isEqualTo(1);
    }

    @Test
    void aSplitThatLeavesNothingToTestOnIsRefused() {
        assertThatThrownBy(() -> new Parts(Optional.of(TEN), Optional.empty()).split(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drawn digits, seed 1: asked to train on 10 of 10 images and test on the others;"
                        + " leave at least one for each");
    }

    @Test
    void noPartAtAllIsRefused() {
        assertThatThrownBy(() -> new Parts(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts of a dataset: expected train, test or both, got neither");
    }
}
