package layerwise.course;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import layerwise.layers.Shape;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExercisesTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("03.1", 456),
                Arguments.of("03.2", 900L),
                Arguments.of("03.3", 16),
                Arguments.of("03.4", Shape.of(120, 3, 3)),
                Arguments.of("03.5", LeNet5Exercises.unpadded()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theAnswerWorkedOutByHandIsRight(String id, Object answer) {
        assertThat(Words.check(id, answer)).isEqualTo("✓ " + id + " is right");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyExerciseAsksWithoutAnsweringAndHasAHint(String id, Object answer) {
        assertThat(Words.check(id).text()).contains("check(\"" + id + "\", ").doesNotContain(answer.toString());
        assertThat(Words.hint(id)).isNotBlank();
    }

    @Test
    void everyExerciseIsAnsweredHere() {
        assertThat(Exercises.all())
                .extracting(Exercise::id)
                .containsExactlyElementsOf(
                        answers().map(arguments -> (String) arguments.get()[0]).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03.1 | 156 | that is C1 on grey images; a filter reads every channel of its input",
                "03.1 | 450 | that is the count without biases; each filter has one",
                "03.1 | 468 | that is one bias for each channel; each filter has one bias, however many channels it reads",
                "03.1 | 357504 | those are connections; a parameter is shared by all positions",
                "03.2 | 2416 | that is what the full table costs; what does it cost more?",
                "03.2 | 1516 | that is what the table of the paper costs; the saving is asked for",
                "03.2 | 36 | those are the crosses saved; each stands for a kernel of 5·5 weights",
                "03.3 | 14 | that is C3; S4 sees one step of C3 more",
                "03.3 | 32 | that is C5, which sees all of the image",
                "03.3 | 2 | that is what it sees of C3; follow it down to the image",
                "03.3 | 15 | neighbours in C3 are two pixels of the image apart, because S2 moves by 2",
                "03.3 | 77 | is not it; hint(\"03.3\") helps",
            })
    void aUsualMistakeIsCalledByItsName(String id, long answer, String remark) {
        String separator = remark.startsWith("is not") ? " " : ": ";
        assertThatThrownBy(() -> Words.check(id, answer))
                .isInstanceOf(WrongAnswer.class)
                .hasMessage(id + ": " + answer + separator + remark);
    }

    @Test
    void aNetworkIsJudgedByWhatItIs() {
        assertThatThrownBy(() -> Words.check("03.5", LeNet5.modern()))
                .hasMessage("03.5: expected a network for 1×28×28, got one for 1×32×32");
        assertThatThrownBy(() -> Words.check("03.4", Shape.of(120, 1, 1)))
                .hasMessage("03.4: 120×1×1: that is C5 for the 32×32 of the paper");
    }

    @Test
    void aNetworkWithTheRightCountMustAlsoHaveTheRightLayers() {
        var maxima = network(
                "mine",
                Shape.of(1, 28, 28),
                conv(6, 5).relu(),
                maxPool(2),
                conv(16, 5).relu(),
                maxPool(2),
                flatten(),
                dense(120).relu(),
                dense(84).relu(),
                dense(10));
        assertThatThrownBy(() -> Words.check("03.5", maxima))
                .hasMessage("03.5: expected the layers conv, avgpool, conv, avgpool, flatten, dense, dense, dense, "
                        + "got conv, maxpool, conv, maxpool, flatten, dense, dense, dense");
        var linear = network(
                "mine",
                Shape.of(1, 28, 28),
                conv(6, 5),
                averagePool(2),
                conv(16, 5),
                averagePool(2),
                flatten(),
                dense(120),
                dense(84),
                dense(10));
        assertThatThrownBy(() -> Words.check("03.5", linear))
                .hasMessage("03.5: a weighted layer has no activation behind it; "
                        + "without one, two layers are no more than one");
    }

    @Test
    void anAnswerOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> Words.check("03.1", "456"))
                .hasMessage("03.1: expected a whole number, got 456 of type String");
        assertThatThrownBy(() -> Words.check("03.4", 120))
                .hasMessage("03.4: expected a Shape, got 120 of type Integer");
        assertThatThrownBy(() -> Words.check("03.4", null)).hasMessage("03.4: expected a Shape, got nothing");
    }

    @Test
    void anExerciseThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.hint("03.9"))
                .withMessage("there is no exercise 03.9; there are 03.1, 03.2, 03.3, 03.4, 03.5");
    }
}
