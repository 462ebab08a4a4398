package layerwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import layerwise.layers.Shape;
import layerwise.zoo.AlexNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every exercise of every chapter, drawn a hundred times. */
class AllExercisesTest {
    private static final int DRAWINGS = 100;
    private static final Map<String, List<Problem<?>>> DRAWN = new HashMap<>();

    static List<Exercise> exercises() {
        return Exercises.all();
    }

    private static List<Problem<?>> drawings(Exercise exercise) {
        return DRAWN.computeIfAbsent(
                exercise.id(),
                id -> LongStream.range(0, DRAWINGS)
                        .<Problem<?>>mapToObj(exercise::problem)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void aHundredDrawingsTakeNoTime(Exercise exercise) {
        assertTimeout(Duration.ofSeconds(30), () -> drawings(exercise));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theRightAnswerIsRightInEveryDrawing(Exercise exercise) {
        drawings(exercise)
                .forEach(drawing -> assertThat(drawing.remark(typed(drawing)))
                        .as(drawing.question(exercise.id(), 0).toString())
                        .isEmpty());
    }

    private static Object typed(Problem<?> drawing) {
        return drawing.kind() instanceof CodeKind code ? code.model() : drawing.right();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyMistakeIsWrongAndNamedByItsOwnSentence(Exercise exercise) {
        drawings(exercise).forEach(AllExercisesTest::namesItsMistakes);
    }

    private static <A> void namesItsMistakes(Problem<A> drawing) {
        boolean judged =
                drawing.kind() instanceof NetworkKind && drawing.mistakes().isEmpty();
        assertThat(drawing.mistakes())
                .hasSizeGreaterThanOrEqualTo(judged || drawing.kind() instanceof OrderKind ? 0 : 2);
        assertThat(drawing.mistakes())
                .extracting(Mistake::remark)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        for (Mistake<A> mistake : drawing.mistakes()) {
            assertThat(drawing.remarkOn(mistake.answer()))
                    .hasValueSatisfying(remark -> assertThat(remark).contains(mistake.remark()));
        }
    }

    private static final List<Object> NONSENSE = nonsense();

    private static List<Object> nonsense() {
        var nonsense = new ArrayList<Object>(Arrays.asList(
                null,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                -1,
                -7L,
                0.5,
                1e300,
                Long.MAX_VALUE,
                "",
                "text",
                "a hundred",
                "1×2",
                "-1×5×5",
                "99999999999999999999×1×1",
                '?',
                List.of(),
                List.of("A", "A"),
                new int[0],
                new Object(),
                Shape.of(1, 1, 1)));
        nonsense.add(Code.formula(first -> first));
        nonsense.add(AlexNet.paper());
        return nonsense;
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void nonsenseGetsASentenceThatHelps(Exercise exercise) {
        for (Problem<?> drawing : drawings(exercise).subList(0, 10)) {
            for (Object given : NONSENSE) {
                assertThat(said(drawing, given)).as(Kind.describe(given)).isNotBlank();
            }
        }
    }

    private static String said(Problem<?> drawing, Object given) {
        Optional<String> remark;
        try {
            remark = drawing.remark(given);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("expected " + drawing.kind().noun());
            assertThat(e).hasMessageContaining(", got ");
            return e.getMessage();
        }
        return remark.orElse("");
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void hintsLeadTowardsASolutionWithoutGivingIt(Exercise exercise) {
        for (Problem<?> drawing : drawings(exercise)) {
            assertThat(drawing.hints()).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
            assertThat(drawing.hints()).doesNotContain(drawing.solution()).noneMatch(String::isBlank);
            assertThat(drawing.solution()).isNotBlank();
            if (isCounted(drawing)) {
                assertThat(drawing.solution()).contains(printed(drawing));
                assertThat(drawing.hints()).noneMatch(hint -> gives(hint, printed(drawing)));
            }
        }
    }

    private static boolean isCounted(Problem<?> drawing) {
        return drawing.kind() instanceof WholeKind
                || drawing.kind() instanceof DecimalKind
                || drawing.kind() instanceof ShapeKind;
    }

    private static <A> String printed(Problem<A> drawing) {
        return drawing.kind().print(drawing.right());
    }

    /** A short number may stand in a text for something else. */
    private static boolean gives(String text, String answer) {
        return answer.length() > 2 && text.contains(answer);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theQuestionEndsWithHowToAnswerAndDoesNotAnswer(Exercise exercise) {
        for (Problem<?> drawing : drawings(exercise)) {
            var question = drawing.question(exercise.id(), 0).toString();
            assertThat(question)
                    .endsWith(": check(\"" + exercise.id() + "\", "
                            + drawing.kind().example() + ")");
            assertThat(gives(question, printed(drawing)) && isCounted(drawing))
                    .as(question)
                    .isFalse();
            assertThat(exercise.title()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void anotherSeedAsksForAnotherNumber(Exercise exercise) {
        if (drawings(exercise).stream().anyMatch(AllExercisesTest::isCounted)) {
            assertThat(drawings(exercise).stream()
                            .map(AllExercisesTest::printed)
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theSameSeedAsksTheSame(Exercise exercise) {
        for (long seed : new long[] {0, 1, 7}) {
            var drawing = drawings(exercise).get((int) seed);
            assertThat(exercise.problem(seed).question("1", 0)).isEqualTo(drawing.question("1", 0));
            assertThat(printed(exercise.problem(seed))).isEqualTo(printed(drawing));
            assertThat(exercise.problem(seed).remark(typed(drawing))).isEmpty();
        }
    }

    @Test
    void noIdIsTakenTwiceAndAllStandInOrder() {
        assertThat(Exercises.all())
                .extracting(Exercise::id)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Exercises.all()).allSatisfy(each -> assertThat(each.id()).matches("\\d\\d\\.\\d"));
    }
}
