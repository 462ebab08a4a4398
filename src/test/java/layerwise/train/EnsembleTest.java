package layerwise.train;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import layerwise.data.Crop;
import layerwise.data.Dataset;
import layerwise.data.DrawnShapes;
import layerwise.data.Preparation;
import layerwise.layers.Shape;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final Dataset SHAPES = DrawnShapes.draw(20, 1);
    private static final Network SMALL =
            network("small", Shape.of(3, 28, 28), conv(4, 5).stride(2).relu(), flatten(), dense(10));
    private static final Dataset MIDDLES = SHAPES.centre(28, 28);

    @Test
    void oneMemberAskedOnceAnswersAsItDoesAlone() {
        var alone = member(SMALL, 1);
        var together = Ensemble.of(alone).predict(MIDDLES);
        assertThat(answers(together)).isEqualTo(answers(alone.predict(MIDDLES)));
    }

    @Test
    void probabilitiesAreTheMeanOfTheMembersAndAddUpToOne() {
        var one = member(SMALL, 1);
        var two = member(SMALL, 2);
        double[][] both = Ensemble.of(one, two).probabilities(MIDDLES);
        double[][] first = Ensemble.of(one).probabilities(MIDDLES);
        double[][] second = Ensemble.of(two).probabilities(MIDDLES);
        for (int i = 0; i < both.length; i++) {
            assertThat(Arrays.stream(both[i]).sum()).isCloseTo(1, within(1e-12));
            for (int k = 0; k < 10; k++) {
                assertThat(both[i][k]).isCloseTo((first[i][k] + second[i][k]) / 2, within(1e-9));
            }
        }
    }

    @Test
    void probabilitiesAreTheMeanOverTheCrops() {
        var ensemble = Ensemble.of(member(SMALL, 1));
        var crops = Crop.ten(32, 32, 28);
        double[][] mean = ensemble.crops(crops).probabilities(SHAPES);
        double[][] sum = new double[20][10];
        for (Crop crop : crops) {
            double[][] one = ensemble.crops(List.of(crop)).probabilities(SHAPES);
            for (int i = 0; i < 200; i++) {
                sum[i / 10][i % 10] += one[i / 10][i % 10];
            }
        }
        for (int i = 0; i < 200; i++) {
            assertThat(mean[i / 10][i % 10]).isCloseTo(sum[i / 10][i % 10] / 10, within(1e-9));
        }
    }

    @Test
    void theCentreCropIsTheMiddleOfTheImage() {
        var ensemble = Ensemble.of(member(SMALL, 1));
        double[][] cropped = ensemble.crops(Crop.centre(32, 32, 28)).probabilities(SHAPES);
        double[][] middle = ensemble.probabilities(MIDDLES);
        for (int i = 0; i < 20; i++) {
            assertThat(cropped[i]).containsExactly(middle[i], within(1e-6));
        }
    }

    @Test
    void googLeNets144CropsAreAsked() {
        var answers =
                Ensemble.of(member(SMALL, 1)).crops(Crop.googLeNet(32, 32, 28)).predict(SHAPES.first(3));
        assertThat(answers.answers()).hasSize(3).allMatch(answer -> answer.margin() >= 0 && answer.margin() <= 1);
    }

    @Test
    void membersOfOtherClassesAndCropsOfOtherInputsAreRefused() {
        var small = member(SMALL, 1);
        var other = new Classifier(SMALL, small.weights(), small.preparation(), List.of("a", "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(small, other))
                .withMessage("ensemble: expected members of the same classes, got small of " + small.classes()
                        + " and small of [a, b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(small).crops(Crop.centre(32, 32, 24)))
                .withMessage("ensemble: expected crops for the input 3×28×28 of small, got Crop[scale=32, x=4, y=4,"
                        + " size=24, input=24, flipped=false]; make them for it");
        assertThatIllegalArgumentException()
                .isThrownBy(Ensemble::of)
                .withMessage("ensemble: expected one or more members, got none");
    }

    private static Classifier member(Network network, long seed) {
        return new Classifier(
                network,
                InitialWeights.of(network, Initialization.XAVIER, seed),
                Preparation.standard(network.input()),
                SHAPES.classes());
    }

    private static List<Integer> answers(Predictions predictions) {
        return IntStream.range(0, predictions.answers().size())
                .mapToObj(i -> predictions.answers().get(i).answer())
                .toList();
    }
}
