package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tab offers in the text of a call is what the call takes. */
class IdsTest {
    /** Every word that a network's id may be given to, and one that is no word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoo.network",
                "about",
                "compare",
                "connectionsBeside",
                "diagram",
                "featureMaps",
                "field",
                "filters",
                "lens",
                "measured",
                "parametersBeside",
                "parts",
                "patterns",
                "predict",
                "reconcile",
                "summary",
                "towers",
                "train",
                "volumes",
                "xray"
            })
    void aWordThatReadsANetworkOffersTheIdsOfTheZoo(String word) {
        assertThat(Ids.of(word)).isEqualTo(Ids.of("summary"));
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
        assertThat(Ids.of("replay")).isEmpty();
        assertThat(Ids.of("study")).isEmpty();
        assertThat(Ids.of("network")).isEmpty();
        assertThat(Ids.of("tests.check")).isEmpty();
    }
}
