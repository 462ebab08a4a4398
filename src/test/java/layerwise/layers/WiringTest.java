package layerwise.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WiringTest {
    private static final Wiring TABLE = new Wiring(List.of(List.of(0, 1), List.of(1), List.of(0, 2)));

    @Test
    void connectingAndDisconnectingUndoEachOther() {
        assertThat(TABLE.connect(2, 1).disconnect(2, 1)).isEqualTo(TABLE);
        assertThat(TABLE.connect(2, 1).links()).isEqualTo(TABLE.links() + 1);
    }

    @Test
    void anEditedTableLeavesTheOldOneAlone() {
        TABLE.connect(0, 1);
        assertThat(TABLE.connects(0, 1)).isFalse();
    }

    @Test
    void aCrossThatIsThereStays() {
        assertThat(TABLE.connect(0, 0)).isEqualTo(TABLE);
        assertThat(TABLE.disconnect(2, 0)).isEqualTo(TABLE);
    }

    @Test
    void theTablePrintsAsInThePaper() {
        assertThat(TABLE).hasToString("  0 1 2\n0 X · X\n1 X X ·\n2 · · X");
    }

    @Test
    void anOutputMapThatReadsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.disconnect(1, 1))
                .withMessage("output map 1 reads no input map; connect it to one, or drop its row");
    }

    @Test
    void anInputMapFarFromTheOthersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.connect(99, 0))
                .withMessage(
                        "the connection table reads the input maps 0 to 2, got 99; a new one has the next number, 3");
        assertThat(TABLE.connect(3, 0).links()).isEqualTo(TABLE.links() + 1);
    }

    @Test
    void aMapReadTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wiring(List.of(List.of(1, 1))))
                .withMessage("output map 0 must read each input map at most once, counted from 0, got [1, 1]");
    }
}
