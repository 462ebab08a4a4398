package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import layerwise.train.Calibration;
import layerwise.train.Epoch;
import layerwise.train.Evaluation;
import layerwise.train.History;
import layerwise.train.Progress;
import layerwise.train.Recipe;
import layerwise.view.LearningCurve;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of a training while it goes on, by a clock of the test's own. */
class LiveCurveTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<Object> shown = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1_000 * MILLISECOND; // a clock of nanoseconds may overflow

    private LiveCurve curve(int epochs) {
        var recipe = Recipe.of(LeNet5.modern()).epochs(epochs);
        return new LiveCurve(
                recipe,
                value -> {
                    shown.add(value);
                    times.add(now);
                },
                "",
                () -> now);
    }

    private static History history(int epochs) {
        var test = new Evaluation(10, 1, 0.5, 1, 10, List.of(), new Calibration(List.of()));
        return new History(IntStream.rangeClosed(1, epochs)
                .mapToObj(number -> new Epoch(number, 10, 0.1, 1, 0.5, 1, test, List.of()))
                .toList());
    }

    private void train(LiveCurve curve, int epochs, int steps, int longest, Random random) {
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int step = 1; step <= steps; step++) {
                now += random.nextInt(longest) * MILLISECOND;
                curve.step(new Progress.Step(epoch, epochs, step, steps, 1, 0.5));
            }
            curve.epoch(history(epoch), () -> {
                throw new AssertionError("a curve needs no weights");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300, 1_500})
    void updatesAreASecondApartButForTheLast(int longest) {
        var curve = curve(40);
        train(curve, 40, 20, longest + 1, new Random(longest));
        for (int i = 1; i < times.size() - 1; i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(1_000 * MILLISECOND);
        }
        assertThat(shown.get(shown.size() - 1)).isEqualTo(LearningCurve.of(history(40)));
    }

    @Test
    void theFirstEpochIsALineOfTextAndTheOthersAreCurves() {
        train(curve(3), 3, 5, 600, new Random(1));
        assertThat(shown.get(0)).isEqualTo("epoch 1 of 3: 1 of 5 images, loss 1.000, accuracy 50.0 %");
        var curves = shown.stream().dropWhile(String.class::isInstance).toList();
        assertThat(curves).isNotEmpty().allMatch(LearningCurve.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 400})
    void aCurveFollowsWithinASecondOfTheFirstEpoch(int longest) {
        train(curve(40), 40, 20, longest, new Random(longest));
        var lines = shown.stream().filter(String.class::isInstance).toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.toString().startsWith("epoch 1 of 40"));
    }

    @Test
    void aTrainingThatEndsEarlyIsShownToItsEndAndNotTwice() {
        var curve = curve(40);
        train(curve, 7, 5, 10, new Random(1));
        curve.end(history(7));
        curve.end(history(7));
        assertThat(shown).last().isEqualTo(LearningCurve.of(history(7)));
        assertThat(shown.stream().filter(LearningCurve.of(history(7))::equals)).hasSize(1);
    }
}
