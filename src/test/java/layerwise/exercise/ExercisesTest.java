package layerwise.exercise;

import static layerwise.exercise.Code.formula;
import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner meets in chapter 03: its numbers worked out by hand, and the sentences of every kind of exercise. */
class ExercisesTest {
    private final Desk desk = new Desk(new Ledger(Optional.empty()));

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("03.1", 456),
                Arguments.of("03.1", "456"),
                Arguments.of("03.1", 456.0),
                Arguments.of("03.2", 900L),
                Arguments.of("03.3", 16),
                Arguments.of("03.4", Shape.of(120, 3, 3)),
                Arguments.of("03.4", "120×3×3"),
                Arguments.of("03.4", "(120, 3, 3)"),
                Arguments.of("03.4", "120x3x3"),
                Arguments.of("03.4", List.of(120, 3, 3)),
                Arguments.of("03.5", Zoo.network("lenet5-28")),
                Arguments.of(
                        "03.8", formula((channels, filters, kernel) -> filters * (channels * kernel * kernel + 1))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theAnswerWorkedOutByHandIsRight(String id, Object answer) {
        assertThat(desk.check(id, answer)).isEqualTo("✓ " + id + " is right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03.1 | 156 | 156: that reads one channel only; a filter has a kernel for every channel of its input",
                "03.1 | 450 | 450: that is the count without biases; each filter and each unit has one",
                "03.1 | 468 | 468: that is one bias for each channel; each filter has one bias, however many channels it reads",
                "03.1 | 357504 | 357,504: those are connections; a parameter is shared by all positions",
                "03.1 | 457 | 457: that is one too many",
                "03.3 | 17 | 17: that is one off; is an end counted twice, or not at all?",
                "03.3 | 256 | 256: that is the area of the square; its side is asked for",
                "03.1 | 4560 | 4,560: the digits are right; look at the zeros behind them",
                "03.1 | -456 | -456: a count is never negative",
                "03.2 | 2416 | 2,416: that is what the full table costs; what does it cost more?",
                "03.2 | 1516 | 1,516: that is what the table costs; the saving is asked for",
                "03.2 | 36 | 36: those are the crosses saved; each stands for a kernel of weights",
                "03.3 | 14 | 14: that is what the layer before it sees",
                "03.3 | 32 | 32: that is what the next layer sees",
                "03.3 | 2 | 2: that is what its own window reads; follow it down to the image",
                "03.3 | 15 | 15: neighbours in C3 are two pixels of the image apart, because S2 moves by 2",
                "03.3 | 77 | 77 is not it; hint(\"03.3\") helps",
            })
    void aUsualMistakeIsCalledByItsName(String id, long answer, String remark) {
        assertThatThrownBy(() -> desk.check(id, answer))
                .isInstanceOf(WrongAnswer.class)
                .hasMessage(id + ": " + remark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120×1×1 | 120×1×1: that is C5 for the 32×32 of the paper",
                "3×3×120 | 3×3×120: that is height × width × channels; here channels come first",
                "120×7×3 | 120×7×3: the channels are right, the sides are not",
                "16×3×3  | 16×3×3: those are the channels that come in; as many maps come out as there are filters",
                "16×7×7  | 16×7×7: that is S4; C5 slides a window of 5 over it",
                "3×3     | expected a shape (channels × height × width) such as \"3×32×32\", got the text \"3×3\" with 2 numbers",
                "three   | expected a shape (channels × height × width) such as \"3×32×32\", got the text \"three\"",
            })
    void aShapeIsReadAsItIsTyped(String answer, String remark) {
        assertThatThrownBy(() -> desk.check("03.4", answer)).hasMessage("03.4: " + remark);
    }

    @Test
    void aNetworkIsJudgedByWhatItIs() {
        assertThatThrownBy(() -> desk.check("03.5", LeNet5.modern()))
                .hasMessage("03.5: LeNet-5 (modern): expected a network for 1×28×28, got one for 1×32×32");
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
        assertThatThrownBy(() -> desk.check("03.5", maxima))
                .hasMessage(
                        "03.5: mine: expected the layers conv, avgpool, conv, avgpool, flatten, dense, dense, dense, "
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
        assertThatThrownBy(() -> desk.check("03.5", linear))
                .hasMessage("03.5: mine: expected 4 activations, got 0; "
                        + "two weighted layers without one between them are no more than one");
        assertThatThrownBy(() -> desk.check("03.5", 10))
                .hasMessage("03.5: expected a network such as network(\"mine\", Shape.of(1, 28, 28), …), " + "got 10");
    }

    @Test
    void codeIsShownACounterexampleAndItsMistake() {
        assertThatThrownBy(() -> desk.check(
                        "03.8", formula((channels, filters, kernel) -> channels * kernel * kernel * filters)))
                .message()
                .matches("03\\.8: for channels \\d+, filters \\d+, kernel \\d expected [\\d,]+, got [\\d,]+; "
                        + "that is without biases; each filter has one");
        assertThatThrownBy(() -> desk.check("03.8", formula((channels, filters, kernel) -> 1 / (kernel - kernel))))
                .message()
                .matches("03\\.8: for channels .* expected [\\d,]+, but it throws ArithmeticException, / by zero");
        assertThatThrownBy(() -> desk.check("03.8", formula(side -> side)))
                .hasMessage("03.8: expected code such as formula((channels, filters, kernel) -> …), "
                        + "got a formula of 1 value");
    }

    @Test
    @SuppressWarnings("InfiniteLoopStatement")
    void codeThatDoesNotEndIsGivenUp() {
        var endless = formula((channels, filters, kernel) -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return 0;
        });
        assertThatThrownBy(() -> desk.check("03.8", endless))
                .message()
                .endsWith("but it does not end within 5 seconds; does a loop go on for ever?");
        assertThatThrownBy(() -> desk.check("03.8", formula(ExercisesTest::callsItself)))
                .message()
                .endsWith("but it throws StackOverflowError; does it call itself for ever?");
    }

    private static double callsItself(int first, int second, int third) {
        return callsItself(first, second, third) + 1;
    }

    @Test
    void aLetterIsWrongForAReasonOfItsOwn() {
        var question = desk.ask("03.7");
        String overlap = question.options().stream()
                .filter(option -> option.endsWith("overlap"))
                .findFirst()
                .orElseThrow()
                .substring(0, 1);
        assertThatThrownBy(() -> desk.check("03.7", overlap + ")"))
                .hasMessage("03.7: " + overlap + ": where windows stand changes what they read, not how many weights"
                        + " they have; without shared weights each position would need its own");
        assertThatThrownBy(() -> desk.check("03.7", "E"))
                .hasMessage("03.7: expected a letter from A to D such as \"A\", got the text \"E\"");
        assertThat(desk.check("03.7", "each filter uses its weights at every position of the image"))
                .isEqualTo("✓ 03.7 is right");
    }

    @Test
    void anOrderIsToldItsFirstWrongNeighbours() {
        var question = desk.ask("03.6").options();
        String c1 = letter(question, "C1");
        String c3 = letter(question, "C3");
        String c5 = letter(question, "C5");
        String f6 = letter(question, "F6");
        assertThatThrownBy(() -> desk.check("03.6", c1 + c5 + c3 + f6))
                .hasMessage("03.6: " + c1 + c5 + c3 + f6 + ": " + c5 + " stands before " + c3
                        + ", but C5 has 48,120 parameters, and C3 has 1,516 parameters");
        assertThat(desk.check("03.6", List.of(c1, c3, f6, c5))).isEqualTo("✓ 03.6 is right");
        assertThatThrownBy(() -> desk.check("03.6", c1 + c1 + c3 + f6))
                .message()
                .endsWith(", which has a letter twice");
        assertThatThrownBy(() -> desk.check("03.6", c1)).message().endsWith(", in which letters are missing");
    }

    private static String letter(List<String> options, String label) {
        return options.stream()
                .filter(option -> option.endsWith(") " + label))
                .findFirst()
                .orElseThrow()
                .substring(0, 1);
    }

    @Test
    void anAnswerOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> desk.check("03.1", Shape.of(1, 2, 3)))
                .hasMessage("03.1: expected a whole number such as 1234, got the shape 1×2×3");
        assertThatThrownBy(() -> desk.check("03.1", 0.5))
                .hasMessage("03.1: expected a whole number such as 1234, got 0.5, which has a fraction");
        assertThatThrownBy(() -> desk.check("03.1", null))
                .hasMessage("03.1: expected a whole number such as 1234, got nothing");
    }

    @Test
    void aHintIsOneStepMoreAtEachCall() {
        assertThat(desk.hint("03.1")).isEqualTo("hint 1 of 3: a filter reads every channel of its input");
        assertThat(desk.hint("03.1")).isEqualTo("hint 2 of 3: a filter has 5·5 weights for each channel, and one bias");
        assertThat(desk.hint("03.1")).isEqualTo("hint 3 of 3: there are 6 filters, each with 3·5·5 weights and a bias");
        assertThat(desk.hint("03.1"))
                .isEqualTo("hint 3 of 3: there are 6 filters, each with 3·5·5 weights and a bias; that was the last,"
                        + " solution(\"03.1\") works it out");
    }

    @Test
    void theSolutionWaitsForOneAttemptOrForBeingAskedTwice() {
        assertThat(desk.solution("03.1", false))
                .isEqualTo("03.1 has not been tried yet; answer it once, or solution(\"03.1\", true) shows it at once");
        assertThat(desk.solution("03.1", true)).isEqualTo("(3·5·5 + 1)·6 = 76·6 = 456");
        assertThatThrownBy(() -> desk.check("03.1", 156)).isInstanceOf(WrongAnswer.class);
        assertThat(desk.solution("03.1", false)).isEqualTo("(3·5·5 + 1)·6 = 76·6 = 456");
    }

    @Test
    void anExerciseDrawnAgainHasOtherNumbersAndAnswersAndComesBack() {
        var first = desk.ask("03.1");
        var drawn = desk.again("03.1");
        assertThat(drawn.text()).isNotEqualTo(first.text());
        assertThat(drawn.toString())
                .startsWith("03.1 (seed 1) ")
                .endsWith("\nagain(\"03.1\", 0) asks with the chapter's numbers");
        assertThat(desk.check(
                        "03.1", Exercises.find("03.1").problem(drawn.seed()).right()))
                .isEqualTo("✓ 03.1 (seed 1) is right");
        assertThatThrownBy(() -> desk.check("03.1", "nothing")).hasMessageStartingWith("03.1 (seed 1): expected ");
        assertThat(desk.solution("03.1", true)).startsWith("03.1 (seed 1): (3·");
        assertThat(desk.again("03.1", 0)).isEqualTo(first);
        assertThat(desk.check("03.1", 456)).isEqualTo("✓ 03.1 is right");
    }

    @Test
    void progressCountsAnswersAndNotNonsense() {
        assertThatThrownBy(() -> desk.check("03.1", 156)).isInstanceOf(WrongAnswer.class);
        assertThatThrownBy(() -> desk.check("03.1", "what?")).isInstanceOf(WrongAnswer.class);
        desk.check("03.1", 456);
        assertThatThrownBy(() -> desk.check("03.2", 1)).isInstanceOf(WrongAnswer.class);
        assertThat(desk.progress().text())
                .matches("(?s).*\\n03 +\\d+ +2 +1 +3\\n.*")
                .endsWith("\nkept until this session ends; nothing leaves this machine");
    }

    @Test
    void theExercisesOfAChapterAreListedWithAMarkEach() {
        desk.check("03.1", 456);
        assertThat(desk.list("3").text()).startsWith("✓ 03.1 How many").contains("\n\n· 03.2 How many");
        assertThat(desk.list("03").html()).contains("<p>· <b>03.2</b> How many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.list("77"))
                .withMessageStartingWith(
                        "there are no exercises of a chapter 77; there are those of the chapters 00, ");
    }

    @Test
    void aQuestionThatStaysSaysWhatIsDrawnAnew() {
        for (String id : List.of("01.7", "02.7", "03.8")) {
            assertThat(desk.again(id).toString())
                    .endsWith("\nthe question stays, the code is tried on arguments drawn anew; again(\"" + id
                            + "\", 0) tries the chapter's");
        }
        for (String id : List.of("01.3", "03.6", "03.7")) {
            assertThat(desk.again(id).html())
                    .endsWith("<br/>the question stays, its letters are drawn anew; again(\"" + id
                            + "\", 0) shows the chapter's</p>");
        }
    }

    @Test
    void anAnswerToNumbersThatAreNoLongerAskedIsToldSo() {
        var drawn = desk.again("00.6");
        var network = (Network) Exercises.find("00.6").problem(drawn.seed()).right();
        var restarted = new Desk(new Ledger(Optional.empty()));
        assertThatThrownBy(() -> restarted.check("00.6", network))
                .isInstanceOf(WrongAnswer.class)
                .hasMessageEndingWith(
                        "; it is right for the numbers of again(\"00.6\", 1), those of the chapter are asked now");
        assertThatThrownBy(() -> desk.check(
                        "00.6", Exercises.find("00.6").problem(Draw.CHAPTER).right()))
                .hasMessageStartingWith("00.6 (seed 1): ")
                .hasMessageEndingWith(
                        "; it is right for the numbers of again(\"00.6\", 0), those of seed 1 are asked now");
    }

    @Test
    void whatThereIsToChooseFromIsAListWithItsLetters() {
        var question = desk.ask("03.6");
        assertThat(question.toString())
                .isEqualTo(
                        "03.6 Order these parts of LeNet-5 by their parameters, the fewest first.\n  A) C5\n  B) C3\n"
                                + "  C) C1\n  D) F6\nAnswer with the letters A to D, each once, in order: check(\"03.6\","
                                + " \"ABCD\")");
        assertThat(question.html())
                .isEqualTo("<p><b>03.6</b> Order these parts of LeNet-5 by their parameters, the fewest first.</p>"
                        + "<ul style=\"list-style: none\"><li><b>A)</b> C5</li><li><b>B)</b> C3</li>"
                        + "<li><b>C)</b> C1</li><li><b>D)</b> F6</li></ul>"
                        + "<p>Answer with the letters A to D, each once, in order:"
                        + " <code>check(\"03.6\", \"ABCD\")</code></p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03.99 | chapter 03 has 03.1, 03.2, 03.3, 03.4, 03.5, 03.6, 03.7, 03.8",
                "0.1   | did you mean 00.1? chapter 00 has 00.1, 00.2, 00.3, 00.4, 00.5, 00.6",
                "3-2   | did you mean 03.2? chapter 03 has 03.1, 03.2, 03.3, 03.4, 03.5, 03.6, 03.7, 03.8",
                "032   | did you mean 03.2? chapter 03 has 03.1, 03.2, 03.3, 03.4, 03.5, 03.6, 03.7, 03.8"
            })
    void anExerciseThatIsNotThereIsNamed(String id, String instead) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.hint(id))
                .withMessage("there is no exercise " + id + "; " + instead)
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "lenet5", "3", "99.1", "03.", "99999999999.1"})
    void whatIsNoIdAtAllIsToldTheChapters(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.hint(id))
                .withMessageStartingWith("there is no exercise " + id + "; ")
                .withMessageContaining("there are those of the chapters 00, 01, 02, 03, ");
    }

    static Stream<Arguments> things() {
        return Stream.of(
                Arguments.of(null, "nothing"),
                Arguments.of(10, "10"),
                Arguments.of(true, "true"),
                Arguments.of('?', "the letter ?"),
                Arguments.of(" ", "an empty text"),
                Arguments.of(List.of(13_610), "the list [13610]"),
                Arguments.of(Map.of("a", 1), "the map {a=1}"),
                Arguments.of(new int[3], "an array of length 3"),
                Arguments.of(conv(16, 3), "the layer conv"),
                Arguments.of(conv(16, 3).relu(), "a layer of several parts"),
                Arguments.of(LeNet5.paper(), "the network LeNet-5"),
                Arguments.of(Shape.of(1, 2, 3), "the shape 1×2×3"),
                Arguments.of(formula(side -> side), "a formula of 1 value"),
                Arguments.of(new Object(), "an object of type Object"),
                Arguments.of((Runnable) () -> {}, "an object"));
    }

    @ParameterizedTest
    @MethodSource("things")
    void whatWasGivenIsNamedInTheLearnersWords(Object given, String words) {
        assertThat(Kind.describe(given)).isEqualTo(words);
    }
}
