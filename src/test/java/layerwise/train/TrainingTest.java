package layerwise.train;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import layerwise.data.DrawnDigits;
import layerwise.data.Split;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {
    private static final Split DIGITS = Split.of(DrawnDigits.draw(1_600, 11), 1_200);
    private static final Split FEW = Split.of(DrawnDigits.draw(300, 11), 200);

    @ParameterizedTest
    @CsvSource({"lenet5, 5", "lenet5-modern, 3"})
    void bothLeNetsLearnToReadDrawnDigits(String id, int epochs) {
        var network = Zoo.network(id);
        var run = Training.run(network, Recipe.of(network).epochs(epochs), DIGITS);
        assertThat(run.accuracy()).isGreaterThan(0.75);
        assertThat(run.history().epochs().get(0).loss())
                .isGreaterThan(run.history().last().loss());
        assertThat(run.history().epochs()).hasSize(epochs);
    }

    @ParameterizedTest
    @CsvSource({"lenet5", "lenet5-modern"})
    void theSameSeedGivesTheSameRun(String id) {
        var network = Zoo.network(id);
        var recipe = Recipe.of(network).epochs(2).seed(4);
        var once = Training.run(network, recipe, FEW);
        var again = Training.run(network, recipe, FEW);
        var other = Training.run(network, recipe.seed(5), FEW);
        assertThat(again.history()).isEqualTo(once.history());
        assertThat(other.history()).isNotEqualTo(once.history());
    }

    @Test
    void theClassifierAnswersAsTheLastTestDid() {
        var network = LeNet5.modern();
        var run = Training.run(network, Recipe.of(network).epochs(1), FEW);
        var predictions = run.classifier().predict(FEW.test());
        assertThat(predictions.accuracy()).isCloseTo(run.accuracy(), within(1e-12));
        assertThat(predictions.confusion().total()).isEqualTo(FEW.test().size());
        assertThat(predictions.mistakes())
                .hasSize((int) Math.round((1 - run.accuracy()) * FEW.test().size()))
                .isSortedAccordingTo((a, b) -> Double.compare(b.margin(), a.margin()));
    }

    @Test
    void aRunSaysWhatItWasTrainedOnAndByWhat() {
        var network = LeNet5.modern();
        var run = Training.run(network, Recipe.of(network).epochs(1), FEW);
        assertThat(run.engine()).startsWith("MXNet 1.9");
        assertThat(run.data().train().size()).isEqualTo(200);
        assertThat(run.data().train().sha256()).isEqualTo(FEW.train().identity());
    }

    @Test
    void progressHearsEveryStepAndEpochInOrder() {
        var heard = new ArrayList<String>();
        var network = LeNet5.modern();
        Training.run(network, Recipe.of(network).epochs(2).batch(80), FEW, new Progress() {
            @Override
            public void step(Step step) {
                heard.add(step.epoch() + ": " + step.images() + "/" + step.of());
            }

            @Override
            public void epoch(History history, Supplier<Classifier> classifier) {
                heard.add("epoch " + history.last().number());
            }
        });
        assertThat(heard)
                .containsExactly(
                        "1: 80/200",
                        "1: 160/200",
                        "1: 200/200",
                        "epoch 1",
                        "2: 80/200",
                        "2: 160/200",
                        "2: 200/200",
                        "epoch 2");
    }

    @Test
    void aRateThatIsTooHighIsNamed() {
        var network = LeNet5.modern();
        var wild = Recipe.of(network).epochs(3).rate(1e38);
        assertThatThrownBy(() -> Training.run(network, wild, FEW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("LeNet-5 \\(modern\\): training diverged in epoch \\d, step \\d: "
                        + "the (test )?loss is (NaN|Infinity|\\d.*E\\d+), "
                        + "(C1/conv is the first layer whose outputs are not finite, and its weights are not either"
                        + "|though the outputs of every layer are finite); use a learning rate below 1\\.0E38");
    }

    @Test
    void anInterruptedThreadStopsAtTheNextBatch() {
        var network = LeNet5.modern();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Training.run(network, Recipe.of(network).epochs(1), FEW))
                .isInstanceOf(CancellationException.class)
                .hasMessage("LeNet-5 (modern): training was interrupted in epoch 1, step 1");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aNetworkWithTooFewOutputsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.run(small(5), Recipe.of(small(5)), FEW))
                .withMessage("small: expected an output for each of the 10 classes of "
                        + FEW.train().name() + ", got an output of 5×1×1; end the network in dense(10)");
    }

    @Test
    void imagesLargerThanTheInputAreRefused() {
        var network = network("tiny", Shape.of(1, 20, 20), flatten(), dense(10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.run(network, Recipe.of(network), FEW))
                .withMessage(FEW.train().name() + ": expected images no larger than the input 1×20×20, got 1×28×28; "
                        + "give the network an input of at least 1×28×28");
    }

    @Test
    void recipesThatCannotBeFollowedAreRefused() {
        var recipe = Recipe.of(LeNet5.modern());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe.epochs(0))
                .withMessage("the recipe's epochs is at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe.rate(-0.1))
                .withMessage("the recipe's rate is positive, got -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe.momentum(1))
                .withMessage("an update's momentum is from 0 to below 1, got 1.0");
    }

    private static Network small(int outputs) {
        return network("small", Shape.of(1, 28, 28), conv(2, 5).stride(4).relu(), flatten(), dense(outputs));
    }
}
