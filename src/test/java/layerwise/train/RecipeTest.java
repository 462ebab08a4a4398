package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import layerwise.data.ColourComponents;
import layerwise.data.Distortion;
import layerwise.data.DrawnShapes;
import layerwise.engine.Criterion;
import layerwise.engine.UpdateRule;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTest {
    @TempDir
    private Path folder;

    private static History losses(double... testLosses) {
        var history = History.EMPTY;
        for (double loss : testLosses) {
            var tested = new Evaluation(1, loss, 0, 0, 10, List.of(), new Calibration(List.of()));
            history = history.and(new Epoch(history.epochs().size() + 1, 1, 1, loss, 0, 0, tested, List.of()));
        }
        return history;
    }

    private static double[] factors(Schedule schedule, int steps, int epochs) {
        return java.util.stream.IntStream.range(0, steps)
                .mapToDouble(step -> schedule.factor(new Schedule.Moment(step, steps, epochs, History.EMPTY)))
                .toArray();
    }

    @Test
    void aStepFallsToATenthAtEachOfItsMoments() {
        assertThat(factors(Schedule.steps(0.5, 0.5, 0.75), 8, 8)).containsExactly(1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25);
    }

    @Test
    void theCosineHasFallenToHalfInTheMiddle() {
        assertThat(factors(Schedule.COSINE, 4, 4))
                .containsExactly(
                        DoubleStream.of(1, 0.8535533906, 0.5, 0.1464466094).toArray(), within(1e-9));
    }

    @Test
    void aWarmUpRisesAndThenLeavesTheScheduleAsItIs() {
        var warmed = new Schedule.WarmUp(2, 0, Schedule.steps(0.1, 0.5));
        assertThat(factors(warmed, 8, 4))
                .containsExactly(new double[] {0, 0.25, 0.5, 0.75, 0.1, 0.1, 0.1, 0.1}, within(1e-12));
        assertThat(factors(Schedule.COSINE.warmUp(1), 4, 4)[3]).isEqualTo(factors(Schedule.COSINE, 4, 4)[3]);
    }

    @Test
    void aPlateauFallsEachTimeItsPatienceIsOver() {
        var plateau = Schedule.plateau(0.5, 2);
        double[] testLosses = {1, 0.9, 0.95, 0.9, 0.8, 0.8, 0.8, 0.8};
        var factors = DoubleStream.iterate(1, n -> n <= testLosses.length, n -> n + 1)
                .map(n -> plateau.factor(
                        new Schedule.Moment(0, 1, 8, losses(java.util.Arrays.copyOf(testLosses, (int) n)))));
        assertThat(factors).containsExactly(1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25);
    }

    /** Each row is the paper's, its place in {@link Recipes}. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            alexnet,      128, 0.01,  0.0005, 90,  NARROW, 'Krizhevsky et al. 2012, section 5'
            vgg,          256, 0.01,  0.0005, 74,  XAVIER, 'Simonyan and Zisserman 2014, section 3.1'
            resnet,       256, 0.1,   0.0001, 120, HE,     'He et al. 2015, section 3.4'
            resnet-cifar, 128, 0.1,   0.0001, 182, HE,     'He et al. 2015, section 4.2'
            """)
    void recipesOfPapersAreTheirs(
            String name, int batch, double rate, double decay, int epochs, Initialization initialization) {
        var recipe = Recipes.named(name);
        assertThat(recipe.batch()).isEqualTo(batch);
        assertThat(recipe.rate()).isEqualTo(rate);
        assertThat(recipe.decay()).isEqualTo(decay);
        assertThat(recipe.epochs()).isEqualTo(epochs);
        assertThat(recipe.initialization()).isEqualTo(initialization);
        assertThat(recipe.optimizer()).isEqualTo(new UpdateRule.Sgd(0.9));
    }

    @Test
    void resnetsEpochsOnCifarAreItsSteps() {
        var recipe = Recipes.named("resnet-cifar");
        assertThat(recipe.epochs()).isEqualTo(64_000 * 128 / 45_000);
        assertThat(recipe.schedule()).isEqualTo(Schedule.steps(0.1, 0.5, 0.75));
    }

    @Test
    void aRecipeThatIsNotKnownIsToldWithThoseThatAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipes.named("alex"))
                .withMessage("no recipe is called alex; there are lenet5, lenet5-modern, alexnet, vgg, resnet,"
                        + " resnet-cifar, adam, and files that Recipe.write wrote");
    }

    static Stream<Recipe> recipes() {
        var elaborate = Recipe.of(LeNet5.modern())
                .adam()
                .schedule(Schedule.plateau(0.2, 3).warmUp(1.5))
                .smoothing(0.1)
                .dropout(0.3)
                .gain(Initialization.TANH_GAIN)
                .augmentation(Distortion.affine(), Distortion.colour(ColourComponents.of(DrawnShapes.draw(20, 1))))
                .freeze("C3", "C1")
                .seed(Long.MIN_VALUE);
        return Stream.concat(Recipes.names().stream().map(Recipes::named), Stream.of(elaborate));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void whatIsWrittenIsReadAgain(Recipe recipe) throws IOException {
        var file = folder.resolve("recipe.json");
        recipe.write(file);
        assertThat(Recipe.read(file)).isEqualTo(recipe);
        assertThat(Recipe.read(file).json()).isEqualTo(recipe.json());
    }

    @Test
    void theTextIsForPeople() {
        assertThat(Recipes.named("resnet-cifar").json()).isEqualTo("""
                {
                  "format": "layerwise recipe 1",
                  "epochs": 182,
                  "batch": 128,
                  "rate": 0.1,
                  "schedule": {
                    "kind": "steps",
                    "factor": 0.1,
                    "at": [0.5,0.75]
                  },
                  "optimizer": {
                    "kind": "sgd",
                    "momentum": 0.9
                  },
                  "decay": 1.0E-4,
                  "smoothing": 0.0,
                  "initialization": "HE",
                  "gain": 1.0,
                  "augmentation": {
                    "distortions": [
                      {"kind":"paddedCrop","padding":4},
                      {"kind":"flip"}
                    ]
                  },
                  "low": -1.0,
                  "high": 1.0,
                  "frozen": [],
                  "seed": 1
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            recipe 1      | recipe 2     | FILE: expected a recipe of format 1, got one of format 2, which another Layerwise wrote; read it with that one
            recipe 1      | run 1        | FILE: expected the format "layerwise recipe 1", got layerwise run 1; name a file with a recipe
            "batch"       | "stack"      | FILE: expected a recipe in JSON, got expected epochs, batch, rate, schedule, optimizer, decay, smoothing, dropout, initialization, gain, augmentation, low, high, frozen, seed, got stack; correct it or write it again
            "batch": 128, | ``           | FILE: expected a recipe in JSON, got expected a value of batch, got none; correct it or write it again
            128           | -3           | FILE: expected a recipe in JSON, got the recipe's batch is at least 1, got -3; correct it or write it again
            128           | null         | FILE: expected a recipe in JSON, got expected a value of batch, got null; correct it or write it again
            "sgd"         | "lion"       | FILE: expected a recipe in JSON, got expected a kind of adam, sgd, got "lion"; correct it or write it again
            """)
    void aFileThatIsNoRecipeIsRefusedInASentence(String part, String instead, String message) throws IOException {
        var file = folder.resolve("recipe.json");
        Files.writeString(file, Recipes.named("resnet-cifar").json().replace(part, instead));
        assertThatThrownBy(() -> Recipe.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(message.replace("FILE", file.toString()));
    }

    @Test
    void aMissingFileIsNamed() {
        var file = folder.resolve("none.json");
        assertThatThrownBy(() -> Recipe.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected a recipe, got nothing there; name a file that is there");
    }

    @Test
    void theGainWidensWeightsAndNothingElse() {
        var recipe = Nets.quick();
        var plain = InitialWeights.of(Nets.small(), recipe).values();
        var wide = InitialWeights.of(Nets.small(), recipe.gain(2)).values();
        plain.forEach((name, values) -> {
            float factor = name.endsWith("/weight") ? 2 : 1;
            for (int i = 0; i < values.length; i++) {
                assertThat(wide.get(name)[i]).isEqualTo(factor * values[i]);
            }
        });
    }

    @Test
    void labelSmoothingNeedsASoftmax() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipe.of(LeNet5.paper()).smoothing(0.1).learning(LeNet5.paper()))
                .withMessage(
                        "label smoothing needs a softmax over classes, got outputs that are penalties, which have a"
                                + " rubbish class instead; set it to 0");
    }

    @Test
    void aFrozenPartIsOneOfTheNetwork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.of(Nets.small(), Nets.quick().freeze("conv9"), Nets.FEW))
                .withMessage("small: asked to freeze conv9, which there is not; name a part of the network, such as"
                        + " shrink");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.of(Nets.small(), Nets.quick().freeze("out", "conv1", "conv2"), Nets.FEW))
                .withMessage(
                        "small: asked to freeze conv1, conv2, out, which leaves nothing to learn; leave a part out");
    }

    @Test
    void probabilitiesAreTheSoftmax() {
        var shares = Criterion.CROSS_ENTROPY.probabilities(new float[] {0, (float) Math.log(3)});
        assertThat(shares).containsExactly(new double[] {0.25, 0.75}, within(1e-7));
        assertThat(DoubleStream.of(Criterion.MAXIMUM_A_POSTERIORI.probabilities(new float[] {1, 2}))
                        .sum())
                .isLessThan(1);
    }
}
