package layerwise.exercise;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import layerwise.layers.Shape;
import layerwise.zoo.AlexNet;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guess is right, or it is told what it looks like; it is never an error. */
class PredictionTest {
    private final Desk desk = new Desk(new Ledger(Optional.empty()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shape of C3        | 16×10×10 | ✓ shape of C3: 16×10×10, as you say",
                "shape of c3        | 16×9×9   | shape of c3: you say 16×9×9: that is one place too few; the first place of"
                        + " the window counts too; counted: 16×10×10",
                "parameters of C3   | 1,516    | ✓ parameters of C3: 1,516, as you say",
                "parameters of C3   | 2416     | parameters of C3: you say 2,416: that is a cross in every place of the"
                        + " table; counted: 1,516",
                "MACs of C1         | 1        | MACs of C1: you say 1; counted: 117,600",
                "parameters         | 60000    | ✓ parameters: 60,000, as you say",
                "parameters         | 60K      | ✓ parameters: 60,000, as you say",
                "connections        | 340908   | ✓ connections: 340,908, as you say",
                "MACs of C1         | 122304   | MACs of C1: you say 122,304: that counts the biases too; a"
                        + " multiply-accumulate belongs to a weight; or: those are connections; biases and pooling are"
                        + " among them; counted: 117,600",
                "field of S4        | 16       | ✓ field of S4: 16, as you say",
                "the receptive field of C3 | 14 | ✓ the receptive field of C3: 14, as you say",
                "depth              | 5        | ✓ depth: 5, as you say",
                "parameters of C9   | 1        | LeNet-5 has no part C9; it has C1, S2, C3, S4, C5, flatten, F6, OUTPUT",
                "colour of C1       | 1        | expected one of shape, parameters, MACs, connections, activations, field,"
                        + " depth, of a part or of all, such as \"shape of C3\", got \"colour of C1\"",
                "shape of C3        | big      | shape of C3: expected a shape (channels × height × width) such as"
                        + " \"3×32×32\", got the text \"big\"",
            })
    void aGuessIsJudgedByWhatIsCounted(String what, String guess, String said) {
        assertThat(desk.predict(LeNet5.paper(), what, guess)).isEqualTo(said);
    }

    @Test
    void aPredictionIsAboutTheNetworkThatWasNamedLast() {
        assertThat(desk.predict("parameters", 1))
                .isEqualTo(
                        "about which network? predict(network, \"parameters\", …) says it, or about(network) before");
        desk.about(LeNet5.paper());
        assertThat(desk.predict("parameters", 60_000)).startsWith("✓");
        desk.predict(AlexNet.paper(), "shape of conv1", "96×55×55");
        assertThat(desk.predict("parameters", 60_965_224)).startsWith("✓");
    }

    @Test
    void everyPartOfEveryNetworkCanBePredicted() {
        for (String id : new String[] {"lenet5", "alexnet", "googlenet", "resnet-18", "mobilenet"}) {
            var network = Zoo.network(id);
            network.steps().stream()
                    .map(step -> step.path().split("/")[0])
                    .distinct()
                    .forEach(part -> {
                        for (String measure :
                                new String[] {"shape", "parameters", "MACs", "connections", "field", "activations"}) {
                            assertThat(desk.predict(network, measure + " of " + part, 7))
                                    .contains("of " + part + ": ");
                            assertThat(desk.predict(network, measure + " of " + part, null))
                                    .contains("got nothing");
                        }
                    });
        }
    }

    @Test
    void aSideThatIsKeptWithoutPaddingIsToldSoBehindThePoolingToo() {
        var first = network(
                "first",
                Shape.of(1, 28, 28),
                conv(8, 5).relu().as("conv"),
                maxPool(2).as("pool"),
                flatten(),
                dense(10));
        assertThat(desk.predict(first, "shape of pool", "8×14×14"))
                .isEqualTo("shape of pool: you say 8×14×14: that would keep the side in conv: no padding is there;"
                        + " counted: 8×12×12");
    }

    @Test
    void aPredictionOfNoNetworkIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.predict(null, "shape", 3))
                .withMessage("a network to predict of is expected, got null");
    }

    @Test
    void noGuessIsCounted() {
        String before = desk.progress().text();
        desk.predict(LeNet5.paper(), "parameters", 60_000);
        desk.predict(LeNet5.paper(), "parameters", 61_706);
        assertThat(desk.progress().text()).isEqualTo(before);
    }
}
