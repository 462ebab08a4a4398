package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
    private final History history = new History();

    @BeforeEach
    void threeCells() {
        history.add(new Cell(1, "1 + 1"), "2");
        history.add(new Cell(2, "int x;"), "");
        history.add(new Cell(3, "1 + 1"), "2");
    }

    private String ask(Object... pairs) {
        return history.answer(Json.object(pairs)).get("history").toString();
    }

    @Test
    void theTailIsTheLastCells() {
        assertThat(ask("hist_access_type", "tail", "n", 2)).isEqualTo("[[1,2,\"int x;\"],[1,3,\"1 + 1\"]]");
    }

    @Test
    void aRangeLeavesItsEndOut() {
        assertThat(ask("hist_access_type", "range", "start", 1, "stop", 2, "output", true))
                .isEqualTo("[[1,1,[\"1 + 1\",\"2\"]]]");
    }

    @Test
    void aSearchKnowsStarsAndQuestionMarks() {
        assertThat(ask("hist_access_type", "search", "pattern", "1*?", "unique", true))
                .isEqualTo("[[1,3,\"1 + 1\"]]");
        assertThat(ask("hist_access_type", "search", "pattern", "(")).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "1?+*, 1 + 1, true",
        "*, '', true",
        "a*b*c, a1b2b3c, true",
        "a*b*c, a1b2b3, false",
        "?, '', false",
        "*a*a*a*a*a*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false"
    })
    void aPatternHasStarsAndQuestionMarks(String pattern, String text, boolean matches) {
        assertThat(History.matches(pattern, text)).isEqualTo(matches);
    }
}
