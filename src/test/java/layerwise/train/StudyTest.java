package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.data.DrawnDigits;
import layerwise.data.Split;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {
    private static final Split OTHERS = Split.of(DrawnDigits.draw(400, 12), 300);

    private static RunRecord record(Network network, Recipe recipe, Split data, double... accuracies) {
        var epochs = IntStream.range(0, accuracies.length)
                .mapToObj(i -> epoch(i + 1, accuracies[i]))
                .toList();
        return new RunRecord(
                Subject.of(network),
                recipe,
                RunData.of(data),
                java.util.Optional.empty(),
                data.train().classes(),
                new Versions("test", "17", "0.36.0", "none"),
                new Ending(Ending.Cause.RECIPE, "all epochs are done"),
                "2026-01-01T00:00:00Z",
                1,
                new History(epochs));
    }

    private static Epoch epoch(int number, double accuracy) {
        var test = new Evaluation(100, 1 - accuracy, accuracy, 1, 10, List.of(), new Calibration(List.of()));
        return new Epoch(number, 300, 0.1, 1 - accuracy, accuracy, 1, test, List.of());
    }

    private static RunRecord run(long seed, double... accuracies) {
        return record(Nets.small(), Nets.quick().seed(seed), Nets.FEW, accuracies);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10})
    void theMedianLiesBetweenTheLeastAndTheGreatestWithHalfOfTheRunsOnEitherSide(int runs) {
        var random = new Random(runs);
        var group = Study.of(
                        "random",
                        IntStream.range(0, runs)
                                .mapToObj(seed -> run(seed, random.nextDouble(), random.nextDouble()))
                                .toList())
                .groups()
                .get(0);
        for (int epoch = 1; epoch <= 2; epoch++) {
            var spread = group.at(epoch, Epoch::testAccuracy);
            assertThat(spread.median()).isBetween(spread.min(), spread.max());
            int number = epoch;
            assertThat(group.runs().stream()
                            .mapToDouble(run ->
                                    run.history().epochs().get(number - 1).testAccuracy())
                            .filter(accuracy -> accuracy <= spread.median())
                            .count())
                    .isEqualTo((runs + 1) / 2);
        }
        assertThat(group.accuracy()).isEqualTo(group.at(2, Epoch::testAccuracy));
    }

    @Test
    void aRunThatNeverComesToTheTargetTakesForEver() {
        var group = Study.of("some", List.of(run(1, 0.5, 0.9), run(2, 0.95, 0.2), run(3, 0.1, 0.2)))
                .groups()
                .get(0);
        assertThat(group.epochsTo(0.9)).isEqualTo(new Spread(1, 2, Double.POSITIVE_INFINITY));
        assertThat(group.epochsTo(0.9).finite()).isFalse();
        assertThat(group.epochsTo(0.1)).isEqualTo(new Spread(1, 1, 1));
        assertThat(group.epochsTo(1))
                .isEqualTo(new Spread(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void aBandEndsWhereTheShortestRunDoes() {
        var study = Study.of("a", List.of(run(1, 0.5, 0.9, 0.9), run(2, 0.5)));
        assertThat(study.groups().get(0).epochs()).isEqualTo(1);
        assertThat(study.epochs()).isEqualTo(3);
    }

    @Test
    void whatDiffersInMoreThanItsSeedIsNoGroup() {
        refuses(
                "rates: expected runs that differ in their seed alone, got another recipe; make a group of its own of it",
                run(1, 0.5),
                record(Nets.small(), Nets.quick().rate(0.5).seed(2), Nets.FEW, 0.5));
        refuses(
                "rates: expected runs that differ in their seed alone, got another network; make a group of its own of it",
                run(1, 0.5),
                record(Nets.small(0.5), Nets.quick().seed(2), Nets.FEW, 0.5));
        refuses(
                "rates: expected runs that differ in their seed alone, got another data; make a group of its own of it",
                run(1, 0.5),
                record(Nets.small(), Nets.quick().seed(2), OTHERS, 0.5));
        refuses(
                "rates: expected a seed of its own for each run, got seed 1 twice; train with others",
                run(1, 0.5),
                run(1, 0.6));
        refuses("rates: expected at least one run, got none");
    }

    private static void refuses(String message, RunRecord... runs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Study.of("rates", List.of(runs)))
                .withMessage(message);
    }

    @Test
    void groupsThatWereAskedOtherQuestionsAreNotCompared() {
        var study = Study.of("digits", List.of(run(1, 0.5)));
        var others = List.of(record(Nets.small(), Nets.quick(), OTHERS, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study.and("others", others))
                .withMessage("others: expected runs that were tested on the images of digits, got others;"
                        + " compare what was asked the same");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study.and("digits", List.of(run(2, 0.5))))
                .withMessage("a study: expected a name of its own for each group, got digits twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Study(List.of()))
                .withMessage("a study: expected at least one group of runs, got none");
    }

    @Test
    void aRecordSaysInALineWhatCameOfIt() {
        assertThat(Stream.of(run(3, 0.5), run(4, 0.5, 0.625)).map(RunRecord::toString))
                .containsExactly(
                        "small, seed 3: test accuracy 50.00 % on 100 images after 1 epoch",
                        "small, seed 4: test accuracy 62.50 % on 100 images after 2 epochs");
    }

    @Test
    void aBriefHistoryKeepsEveryCurveAndTheLastAnswers() {
        var history = Training.of(Nets.small(), Nets.quick().epochs(2), Nets.FEW)
                .measured()
                .run()
                .history();
        var brief = history.brief();
        assertThat(brief.last()).isEqualTo(history.last());
        assertThat(brief.epochs().get(0).test().cells()).isEmpty();
        assertThat(brief.epochs().get(0).layers())
                .isEqualTo(history.epochs().get(0).layers());
        for (int i = 0; i < 2; i++) {
            var whole = history.epochs().get(i);
            assertThat(brief.epochs().get(i))
                    .extracting(Epoch::loss, Epoch::accuracy, Epoch::testLoss, Epoch::testAccuracy)
                    .containsExactly(whole.loss(), whole.accuracy(), whole.testLoss(), whole.testAccuracy());
        }
        assertThat(History.EMPTY.brief()).isEqualTo(History.EMPTY);
    }

    @Test
    void aLineOfTheFileIsAnEpoch() {
        var record = run(1, 0.1, 0.2, 0.3);
        assertThat(record.json().lines().filter(line -> line.strip().startsWith("{\"number\":")))
                .hasSize(3);
    }
}
