package layerwise.exercise;

import static layerwise.exercise.Code.convolution;
import static layerwise.exercise.Code.formula;
import static layerwise.exercise.Code.pooling;
import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that learners made in chapters 00 to 03, each with the sentence that it gets. */
class LearnersMistakesTest {

    private static Problem<?> chapters(String id) {
        return Exercises.find(id).problem(Draw.CHAPTER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00.2 | 13600 | 13,600: that leaves out the biases of the dense layers; each unit has one",
                "00.2 | 13602 | 13,602: that leaves out the biases of the convolutions; each filter has one",
                "00.2 | 11610 | 11,610: that keeps the old dense layer; the maps that it reads are others now",
                "00.2 | 11738 | 11,738: that is the first network as it was; its windows are others now",
                "00.2 | 13611 | 13,611: that is one too many",
                "00.2 | 13609 | 13,609: that is one too few",
                "00.4 | 0     | 0: its fraction is cut off; in Java 1/2 is 0, as a division of whole numbers drops the fraction, and"
                        + " 1.0/2 is 0.5",
                "01.1 | -22   | -22 is not it",
                "01.1 | -21   | -21: the digits are right, the sign is not",
                "01.2 | 16×154×114 | 16×154×114: that is without padding and moves by 1; the padding is 3 and the stride 2",
                "01.2 | 16×60×80 | 16×60×80: height and width are exchanged; rows come before columns: channels × height"
                        + " × width",
                "01.6 | 0     | 0: in Java 16/49 is 0, as a division of whole numbers drops the fraction; write 16.0/49",
                "02.2 | 36    | 36: those are the numbers that are written, one a window; those that nobody reads are"
                        + " asked for",
                "02.4 | 324   | 324: that is the area of the square; its side is asked for",
                "05.6 | 96    | 96: whole numbers divide without their fraction in Java; 100.0 * dense / all keeps it",
                "06.4 | 15    | 15: that is one too few"
            })
    void aNumberOrShapeIsTold(String id, String answer, String remark) {
        assertThat(chapters(id).remark(answer)).contains(remark);
    }

    static Stream<Arguments> code() {
        return Stream.of(
                Arguments.of(
                        "01.7",
                        formula((side, kernel, stride, padding) -> (side - kernel) / stride + 1),
                        "; the padding is not in it"),
                Arguments.of(
                        "01.7",
                        formula((side, kernel, stride, padding) -> (side - kernel + 2.0 * padding) / stride + 1),
                        "; that has fractions; a number with a point, such as 2.0, makes Java keep the fraction"),
                Arguments.of(
                        "01.8",
                        convolution(LearnersMistakesTest::assigned),
                        "for image [[1 2 3 4], [5 6 7 8], [9 1 2 3]], kernel [[1 2], [3 4]] expected [[44 54 64], [48 31"
                                + " 41]], got [[24 28 32], [4 8 12]]; that is the last product of each window; += adds it"
                                + " to those before, = forgets them"),
                Arguments.of(
                        "01.8",
                        convolution(LearnersMistakesTest::shorter),
                        "got [[44 54]]; that has one row and one column too few; the first place of the kernel counts"
                                + " too: + 1"),
                Arguments.of(
                        "02.7",
                        pooling((image, size) -> largest(image, size, Double.MIN_VALUE)),
                        "for image [[1 5 -2 -4], [3 2 -7 -1], [9 9 9 9]], size 2 expected [[5 -1]], got [[5 4.9E-324]];"
                                + " Double.MIN_VALUE is the smallest number above 0, not the lowest; begin with"
                                + " Double.NEGATIVE_INFINITY"),
                Arguments.of(
                        "02.7",
                        pooling((image, size) -> largest(image, size, 0)),
                        "got [[5 0]]; where all numbers of a window are negative, the largest is negative too; do not"
                                + " begin with 0"),
                Arguments.of(
                        "02.7",
                        pooling((image, size) -> largest(image, size, Double.NaN)),
                        "for image [[1 5 -2 -4], [3 2 -7 -1], [9 9 9 9]], size 2 expected [[5 -1]], got [[NaN NaN]]"),
                Arguments.of(
                        "03.8",
                        formula((channels, filters, kernel) -> channels * kernel * kernel * filters + 1),
                        "; that is one bias in all; each filter has its own"),
                Arguments.of(
                        "03.8",
                        formula((channels, filters, kernel) -> filters * (1 + channels * (kernel ^ 2))),
                        "; ^ is no power in Java, it compares bits; write kernel * kernel"));
    }

    @ParameterizedTest
    @MethodSource("code")
    void codeIsTold(String id, Code answer, String remark) {
        assertThat(chapters(id).remark(answer))
                .hasValueSatisfying(said -> assertThat(said).endsWith(remark));
    }

    private static Network digits(Layer... end) {
        return network(
                "mine",
                Shape.of(1, 28, 28),
                conv(16, 3).pad(1).relu(),
                maxPool(2),
                sequence(conv(32, 3).same().relu(), sequence(end)));
    }

    @Test
    void aNetworkThatComputesTheSameIsRightHoweverItIsWritten() {
        for (var network : List.of(
                digits(globalPool(), dense(10)),
                digits(averagePool(14), flatten(), dense(10)),
                digits(globalPool(), flatten(), dropout(0), dense(10)),
                digits(averagePool(14).stride(3), conv(10, 1)))) {
            assertThat(chapters("02.8").remark(network)).isEmpty();
        }
        var c5 = network(
                "mine",
                Shape.of(1, 28, 28),
                conv(6, 5).tanh(),
                averagePool(2),
                conv(16, 5).tanh(),
                averagePool(2),
                conv(120, 4).tanh(),
                dense(84).tanh(),
                dense(10));
        assertThat(chapters("03.5").remark(c5)).isEmpty();
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(
                        "02.8",
                        digits(averagePool(7), flatten(), dense(10)),
                        "mine: expected the layers conv, maxpool, conv, globalpool, dense, got conv, maxpool, conv, avgpool,"
                                + " flatten, dense"),
                Arguments.of(
                        "02.8",
                        digits(maxPool(14), flatten(), dense(10)),
                        "mine: expected the layers conv, maxpool, conv, globalpool, dense, got conv, maxpool, conv, maxpool,"
                                + " flatten, dense"),
                Arguments.of(
                        "02.8",
                        digits(flatten(), dense(10)),
                        "mine: that reads all places of the last maps with weights of their own; take globalPool(), the"
                                + " mean of each map"),
                Arguments.of(
                        "00.6",
                        first(
                                conv(16, 3).same().relu(),
                                maxPool(2),
                                flatten(),
                                dense(10).relu()),
                        "mine: the scores pass relu behind the last layer; leave it out, scores are compared as they are"),
                Arguments.of(
                        "00.6",
                        first(conv(16, 3).same(), maxPool(2), flatten(), dense(10)),
                        "mine: expected 1 activation, got 0; two weighted layers without one between them are no more than"
                                + " one"),
                Arguments.of(
                        "00.6",
                        first(conv(16, 5).pad(2).relu(), maxPool(2), flatten(), dense(10)),
                        "mine: those windows are 5×5; 3×3 are asked for"),
                Arguments.of(
                        "00.6",
                        first(conv(16, 3).pad(2).relu(), maxPool(2), flatten(), dense(10)),
                        "mine: a padding of 2 makes the side larger; for 3×3 it is 1, and same() knows it"),
                Arguments.of(
                        "00.6",
                        first(conv(16, 3).same().relu(), maxPool(3), flatten(), dense(10)),
                        "mine: that pools 3×3; maxPool(2) takes windows of 2×2"),
                Arguments.of("00.6", first(), "mine: expected the layers conv, maxpool, flatten, dense, got none"),
                Arguments.of(
                        "05.8",
                        network(
                                "mine",
                                Shape.of(3, 227, 227),
                                conv(96, 11).stride(4).relu(),
                                maxPool(2),
                                conv(256, 5).pad(2).groups(2).relu(),
                                maxPool(3).stride(2)),
                        "mine: expected maxpool 3×3 stride 2 at maxpool1, got maxpool 2×2 stride 2"));
    }

    private static Network first(Layer... layers) {
        return network("mine", Shape.of(1, 28, 28), layers);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aNetworkIsTold(String id, Network answer, String remark) {
        assertThat(chapters(id).remark(answer)).contains(remark);
    }

    private static double[][] assigned(double[][] image, double[][] kernel) {
        var map = new double[image.length - kernel.length + 1][image[0].length - kernel[0].length + 1];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[0].length; j++) {
                for (int u = 0; u < kernel.length; u++) {
                    for (int v = 0; v < kernel[0].length; v++) {
                        map[i][j] = image[i + u][j + v] * kernel[u][v];
                    }
                }
            }
        }
        return map;
    }

    private static double[][] shorter(double[][] image, double[][] kernel) {
        var map = new double[image.length - kernel.length][image[0].length - kernel[0].length];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[0].length; j++) {
                for (int tap = 0; tap < kernel.length * kernel[0].length; tap++) {
                    int u = tap / kernel[0].length;
                    int v = tap % kernel[0].length;
                    map[i][j] += image[i + u][j + v] * kernel[u][v];
                }
            }
        }
        return map;
    }

    private static double[][] largest(double[][] image, int size, double least) {
        var map = new double[image.length / size][image[0].length / size];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[0].length; j++) {
                map[i][j] = least;
                for (int tap = 0; tap < size * size; tap++) {
                    map[i][j] = Math.max(map[i][j], image[i * size + tap / size][j * size + tap % size]);
                }
            }
        }
        return map;
    }

    @Test
    void aSolutionIsJavaWithTheNamesOfItsQuestion() {
        assertThat(chapters("01.8").solution().lines())
                .startsWith("convolution((image, kernel) -> {", "    int rows = image.length - kernel.length + 1;")
                .endsWith("    return map;", "})")
                .allMatch(line -> line.length() < 100);
        assertThat(chapters("02.7").solution().lines())
                .startsWith("pooling((image, size) -> {")
                .endsWith("    return map;", "})")
                .allMatch(line -> line.length() < 100);
        assertThat(chapters("01.8").hints())
                .startsWith("the map has H − h + 1 rows: H is image.length, h is kernel.length; columns likewise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4.9E-324 | 4.9E-324", "0.0001 | 0.0001", "1e300 | 1.0E300", "NaN | NaN", "-Infinity | -Infinity"})
    void anExtremeNumberIsPrintedAsJavaHasIt(double number, String printed) {
        assertThat(Figures.print(number)).isEqualTo(printed);
    }
}
