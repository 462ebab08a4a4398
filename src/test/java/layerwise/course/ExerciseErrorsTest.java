package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseErrorsTest {
    private static final String MESSAGE = "incompatible types: java.lang.Object is not a functional interface";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "check(\"01.7\", (a, b, c, d) -> a) | check(\"01.7\", formula((side, kernel, stride, padding) -> …))",
                "var n = check (\"02.7\",(image, size) -> image); | check(\"02.7\", pooling((image, size) -> …))",
                "check(\"0.1\", x -> x) | formula(…), convolution(…) or pooling(…)"
            })
    void aLambdaThatStandsInNoWordIsToldIt(String statement, String form) {
        assertThat(ExerciseErrors.cure(MESSAGE, statement))
                .contains("code stands in a word that says what it reads: " + form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "check(04.1)            | ids are text: check(\"04.1\")",
                "check( 04.1, 295_168); | ids are text: check(\"04.1\")",
                "hint(05.6)             | ids are text: hint(\"05.6\")",
                "again (06.1, 3)        | ids are text: again(\"06.1\")",
            })
    void anIdThatIsWrittenAsANumberIsText(String statement, String said) {
        assertThat(ExerciseErrors.cure("incompatible types: double cannot be converted to java.lang.String", statement))
                .contains(said);
        assertThat(ExerciseErrors.cure("cannot find symbol", statement)).isEmpty();
    }

    @Test
    void otherErrorsAreNotForItToCure() {
        assertThat(ExerciseErrors.cure(MESSAGE, "print(\"01.7\", x -> x)")).isEmpty();
        assertThat(ExerciseErrors.cure("double cannot be converted to String", "text(04.1)"))
                .isEmpty();
        assertThat(ExerciseErrors.cure("incompatible types", "check(\"01.7\", x -> x)"))
                .isEmpty();
    }
}
