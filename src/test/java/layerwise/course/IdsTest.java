package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tab offers in the text of a call is what the call takes. */
class IdsTest {
    static Stream<String> words() {
        return Stream.concat(Ids.OF_EXERCISES.stream(), Ids.OF_NETWORKS.stream());
    }

    private static Stream<Method> called(String word) {
        return Stream.of(ExerciseWords.class, ImageWords.class, DiagramWords.class, Words.class, Zoo.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> word.replace("Zoo.", "").equals(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordWithIdsIsCalledWithATextFirst(String word) {
        assertThat(called(word))
                .anyMatch(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == String.class);
    }

    @Test
    void everyExerciseThatIsOfferedCanBeAsked() {
        assertThat(Ids.of("check"))
                .contains("00.1", "05.1")
                .allSatisfy(id -> assertThat(ExerciseWords.check(id).id()).isEqualTo(id));
        assertThat(Ids.OF_EXERCISES).allSatisfy(word -> assertThat(Ids.of(word)).isEqualTo(Ids.of("check")));
    }

    @Test
    void everyNetworkThatIsOfferedIsInTheZoo() {
        assertThat(Ids.of("summary"))
                .contains("lenet5", "resnet-50")
                .allSatisfy(id -> assertThat(Zoo.entry(id).id()).isEqualTo(id));
    }

    @Test
    void aCallThatReadsSomethingElseIsLeftToItsPaths() {
        assertThat(Ids.of("picture")).isEmpty();
        assertThat(Ids.of("network")).isEmpty();
        assertThat(Ids.of("tests.check")).isEmpty();
    }
}
