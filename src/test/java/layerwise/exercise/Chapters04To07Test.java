package layerwise.exercise;

import static layerwise.exercise.Code.formula;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner meets in chapters 04 to 07: their numbers worked out by hand, and the mistakes that learners made. */
class Chapters04To07Test {

    private static Problem<?> chapter(String id) {
        return Exercises.find(id).problem(Draw.CHAPTER);
    }

    static Stream<Arguments> rightAnswers() {
        return Stream.of(
                Arguments.of("04.1", (3 * 3 * 128 + 1) * 256),
                Arguments.of("04.2", 14 * 14 * 128 * 3 * 3 * 128),
                Arguments.of("04.3", "256×3×3"),
                Arguments.of("04.4", 125 * 6),
                Arguments.of("04.5", 28 * 28 * 64 * 32 * 4),
                Arguments.of("04.7", 0.001),
                Arguments.of("04.7", "0.001"),
                Arguments.of("05.1", "96×55×55"),
                Arguments.of("05.2", (5 * 5 * 48 + 1) * 256),
                Arguments.of("05.3", 27 * 27 * 256 * 5 * 5 * 48),
                Arguments.of("05.4", 96 * 27 * 27 * 5),
                Arguments.of("05.5", 2048),
                Arguments.of("05.6", 96.17),
                Arguments.of("06.1", formula((layers, kernel) -> layers * (kernel - 1) + 1)),
                Arguments.of("06.2", (49 - 27) * 128 * 128),
                Arguments.of("06.3", (512 * 7 * 7 + 1) * 4096),
                Arguments.of("06.4", 16),
                Arguments.of("06.6", "1000×6×10"),
                Arguments.of("07.1", 14 * 14 * 48 * 5 * 5 * 480),
                Arguments.of("07.2", 14 * 14 * 16 * 480 + 14 * 14 * 48 * 5 * 5 * 16),
                Arguments.of("07.3", "672×28×28"),
                Arguments.of("07.5", (7 * 7 - 1) * 1024 * 1000),
                Arguments.of("07.7", 144));
    }

    @ParameterizedTest
    @MethodSource("rightAnswers")
    void whatIsWorkedOutByHandIsRight(String id, Object answer) {
        assertThat(chapter(id).remark(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "04.1 | 295040 | 295,040: filters and maps are exchanged: each of the 256 filters reads 128 maps",
                "04.1 | 1152 | 1,152: those are the weights of one filter; there are 256 filters, each with a bias",
                "04.7 | 0.01 | 0.01: that is one drop too few",
                "04.7 | 0.0001 | 0.0001: that is one drop too many",
                "05.2 | 614400 | 614,400: that ignores the groups and leaves the biases out; a filter reads only the maps"
                        + " of its card",
                "05.3 | 111974400 | 111,974,400: that is one card; there are 2",
                "05.3 | 447897600 | 447,897,600: either those are FLOPs; a multiplication with its addition is one"
                        + " multiply-accumulate; or that ignores the groups; a filter reads only the channels of its own"
                        + " group",
                "05.6 | 58631144 | 58,631,144: that is how many they are; which percentage of 60,965,224 is that?",
                "05.6 | 0 | 0: a whole number divided by a larger one is 0 in Java; 100.0 * dense / all divides with a"
                        + " fraction",
                "05.6 | 96 | 96: whole numbers divide without their fraction in Java; 100.0 * dense / all keeps it",
                "05.6 | 25 | 25: that is int overflow: 100 * 58631144 is more than 2,147,483,647, the largest int, and"
                        + " wraps around; 100.0 * dense / all does not",
                "07.2 | 26880 | 26,880: those are weights; each works at every one of 196 positions",
                "07.5 | 51380224 | 51,380,224: that is a dense layer of 1024 units behind the flattening; the classifier"
                        + " has one for each of 1000 classes",
                "07.5 | 50176000 | 50,176,000: those are the weights of the classifier behind the flattening; what is"
                        + " left with the average?",
                "04.9 | 70 | 70: either that counts from 0; epochs are counted from 1, as number() does; or there the"
                        + " test accuracy is highest; the loss counts how sure the answers are too",
                "04.9 | 28 | 28: there the loss of the training images is lowest; it may go on falling when the test"
                        + " images gain nothing any more",
                "04.9 | 100 | 100: that is the last epoch; it need not be the best",
                "05.9 | 0.0385 | 0.0385: that is a share; a point is a hundredth",
                "05.9 | 4.4 | 4.4: that is how far the test images are from 100 %; the training images are not quite"
                        + " there either",
            })
    void aMistakeThatLearnersMadeIsCalledByItsName(String id, double answer, String remark) {
        assertThat(chapter(id).remark(answer)).hasValue(remark);
    }

    @Test
    void argumentsInTheWrongOrderAreNoticed() {
        assertThat(chapter("06.1").remark(formula((kernel, layers) -> layers * (kernel - 1) + 1)))
                .hasValueSatisfying(remark -> assertThat(remark)
                        .endsWith("; the arguments are exchanged: the number of layers comes first, then the kernel"));
    }

    /** As data/runs has them: 0.9945 of the training and 0.956 of the test images in epoch 15 of relu-1. */
    @Test
    void aRecordedTrainingIsReadAsItIsReplayed() {
        assertThat(chapter("04.9").remark(71)).isEmpty();
        assertThat(chapter("05.9").remark(3.85)).isEmpty();
        assertThat(chapter("04.9").solution()).contains("is 71, with a test loss of 0.0355");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05.7", "06.1", "06.5", "07.8"})
    void whereWordsAreAskedForNumbersAreDrawnToo(String id) {
        var texts = new HashSet<String>();
        for (long seed = 0; seed < 30; seed++) {
            texts.add(Exercises.find(id).problem(seed).question(id, 0).text());
        }
        assertThat(texts).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 5, 8})
    void aHintNamesANetworkOfTheZoo(long seed) {
        var hint = Pattern.compile("parts\\(\"(.*)\"\\).*")
                .matcher(Exercises.find("06.5").problem(seed).hints().get(0));
        assertThat(hint.matches()).isTrue();
        assertThat(Exercises.find("06.5").problem(seed).question("06.5", 0).text())
                .contains(Zoo.network(hint.group(1)).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,001", "96,17", "1,516", "-0,5", ",5"})
    void aDecimalCommaIsNeverReadAsGrouping(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chapter("04.7").remark(typed))
                .withMessage("expected a number such as 12.5, got the text \"" + typed
                        + "\"; decimals stand behind a point: " + typed.replace(',', '.'));
    }

    @Test
    void aGroupOfDigitsBeginsWithoutZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chapter("04.4").remark("0,750"))
                .withMessage("expected a whole number such as 1234, got the text \"0,750\"");
        assertThat(chapter("04.1").remark("295,168")).isEmpty();
    }
}
