package layerwise.exercise;

import static layerwise.exercise.Code.convolution;
import static layerwise.exercise.Code.formula;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner meets in chapters 00 and 01: their numbers worked out by hand. */
class Chapters00And01Test {

    static Stream<Arguments> rightAnswers() {
        return Stream.of(
                Arguments.of("00.1", "12×26×26"),
                Arguments.of("00.2", 8 * 10 + (8 * 13 * 13 + 1) * 10),
                Arguments.of("00.4", 25),
                Arguments.of("01.1", 2 - 1 + 16 - 8 + 1 + 8 + 3),
                Arguments.of("01.2", "16×80×60"),
                Arguments.of("01.4", (3 * 49 + 1) * 16),
                Arguments.of("01.5", 6 * 28 * 28 * 26),
                Arguments.of("01.6", 16 / 49.0),
                Arguments.of(
                        "01.7",
                        formula((side, kernel, stride, padding) ->
                                Math.floor((side - kernel + padding + padding) / (double) stride) + 1)),
                Arguments.of("01.8", convolution(Chapters00And01Test::loop)));
    }

    private static double[][] loop(double[][] image, double[][] kernel) {
        var map = new double[image.length - kernel.length + 1][image[0].length - kernel[0].length + 1];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[0].length; j++) {
                map[i][j] = sum(image, kernel, i, j);
            }
        }
        return map;
    }

    private static double sum(double[][] image, double[][] kernel, int i, int j) {
        double sum = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[0].length; v++) {
                sum += image[i + u][j + v] * kernel[u][v];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("rightAnswers")
    void whatIsWorkedOutByHandIsRight(String id, Object answer) {
        assertThat(Exercises.find(id).problem(Draw.CHAPTER).remark(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00.4 | 87.5 | 87.5: that is the top-1 error; up to the fifth place an answer counts as right",
                "01.1 | 18 | 18: that is without the bias, which is added once",
                "01.4 | 9472 | 9,472: a larger picture has more places, and the same weights at each",
                "01.5 | 156 | 156: that is with shared weights, a convolution"
            })
    void aUsualMistakeIsNamed(String id, String answer, String remark) {
        assertThat(Exercises.find(id).problem(Draw.CHAPTER).remark(answer)).contains(remark);
    }
}
