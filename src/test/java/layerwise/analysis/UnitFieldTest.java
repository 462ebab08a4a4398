package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitFieldTest {
    @ParameterizedTest
    @MethodSource("layerwise.analysis.PartTest#networks")
    void aUnitSeesWhatItsFieldSaysLessWhatLiesOutside(Network network) {
        for (String path : List.of(first(network), last(network))) {
            var unit = UnitField.of(network, path);
            var rows = unit.field().rows();
            long top = rows.start() + unit.row() * rows.jump();
            assertThat(unit.top()).isGreaterThanOrEqualTo((int) Math.max(0, top));
            assertThat(unit.bottom())
                    .isLessThanOrEqualTo((int) Math.min(network.input().height() - 1, top + rows.size() - 1));
            assertThat(unit.holds(unit.top(), unit.left())).isTrue();
            assertThat(unit.holds(unit.bottom() + 1, unit.left())).isFalse();
        }
    }

    private static String first(Network network) {
        return network.graph().nodes().get(0).path();
    }

    private static String last(Network network) {
        var nodes = network.graph().nodes();
        return nodes.get(nodes.size() - 1).path();
    }

    @Test
    void neighboursSeeAStrideApart() {
        var one = UnitField.of(LeNet5.paper(), "S2", 3, 4);
        var next = UnitField.of(LeNet5.paper(), "S2", 4, 4);
        assertThat(next.top() - one.top()).isEqualTo(2);
        assertThat(next.left()).isEqualTo(one.left());
        assertThat(one.height()).isEqualTo(6);
        assertThat(one.width()).isEqualTo(6);
    }

    @Test
    void aColumnThatAWindowIgnoresIsNotSeenThroughTheNext() {
        var net = network(
                "n",
                Shape.of(1, 8, 8),
                conv(1, 3).stride(2).as("a"),
                conv(1, 3).same().as("b"));
        assertThat(UnitField.of(net, "b", 2, 2).bottom()).isEqualTo(6);
    }

    @Test
    void aGateIsNoticed() {
        assertThat(UnitField.of(Zoo.network("se-resnet-18"), "conv2_x").gated()).isTrue();
        assertThat(UnitField.of(Zoo.network("se-resnet-18"), "conv1").gated()).isFalse();
        assertThat(UnitField.of(Zoo.network("resnet-18"), "conv5_x").gated()).isFalse();
    }

    @Test
    void aUnitThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitField.of(LeNet5.paper(), "C3", 10, 0))
                .withMessage("LeNet-5/C3: expected a unit of row 0 to 9 and column 0 to 9, got (10, 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitField.of(LeNet5.paper(), "C4"))
                .withMessage("LeNet-5: expected the path of a part, got C4; the nearest are C1, C3, S4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitField.of(LeNet5.paper(), ""))
                .withMessageStartingWith("LeNet-5: expected the path of a part, got an empty one; the nearest are ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitField.of(LeNet5.paper(), null))
                .withMessage("the path of a part of LeNet-5 is expected, got null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitField.of(null, "C1"))
                .withMessage("a network is expected, got null");
    }
}
