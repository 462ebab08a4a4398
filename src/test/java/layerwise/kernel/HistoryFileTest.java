package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("java-kernel").resolve("history.jsonl");
    }

    private History session() {
        return new History(Optional.of(new HistoryFile(file)));
    }

    private static String ask(History history, Object... pairs) {
        return history.answer(Json.object(pairs)).get("history").toString();
    }

    @Test
    void aSessionRemembersTheCellsOfTheOneBefore() {
        History first = session();
        first.add(new Cell(1, "1 + 1"), "2");
        first.finish();
        History second = session();
        second.add(new Cell(1, "2 + 2"), "4");
        assertThat(ask(second, "hist_access_type", "tail", "n", 9)).isEqualTo("[[1,1,\"1 + 1\"],[2,1,\"2 + 2\"]]");
        assertThat(ask(second, "hist_access_type", "range", "session", 0)).isEqualTo("[[2,1,\"2 + 2\"]]");
        assertThat(ask(second, "hist_access_type", "range", "session", -1)).isEqualTo("[[1,1,\"1 + 1\"]]");
    }

    @Test
    void aSearchFindsEarlierSessionsWhereThisOneHasNothing() {
        History first = session();
        first.add(new Cell(1, "1 + 1"), "2");
        first.finish();
        History second = session();
        second.add(new Cell(1, "2 + 2"), "4");
        assertThat(ask(second, "hist_access_type", "search", "pattern", "*+*", "output", true))
                .isEqualTo("[[2,1,[\"2 + 2\",\"4\"]]]");
        assertThat(ask(second, "hist_access_type", "search", "pattern", "1*")).isEqualTo("[[1,1,\"1 + 1\"]]");
    }

    @Test
    void kernelsThatRunAtTheSameTimeAreDifferentSessions() {
        History one = session();
        one.finish();
        History other = session();
        one.add(new Cell(1, "a"), "");
        one.finish();
        other.add(new Cell(1, "b"), "");
        other.finish();
        assertThat(ask(session(), "hist_access_type", "tail")).isEqualTo("[[1,1,\"a\"],[2,1,\"b\"]]");
    }

    @Test
    void aHalfWrittenLineIsLeftOut() throws IOException {
        History first = session();
        first.add(new Cell(1, "kept"), "");
        first.finish();
        Files.writeString(file, "{\"session\":1,\"num\n[]\n", StandardOpenOption.APPEND);
        assertThat(ask(session(), "hist_access_type", "tail")).isEqualTo("[[1,1,\"kept\"]]");
    }

    @Test
    void theLastTwoThousandCellsStayInTheFile() throws IOException {
        HistoryFile all = new HistoryFile(file);
        all.begin();
        for (int i = 1; i <= 2600; i++) {
            all.append(new HistoryFile.Entry(1, i, "cell " + i, ""));
        }
        assertThat(all.begin()).hasSize(HistoryFile.KEPT + 1);
        assertThat(Files.readAllLines(file))
                .hasSize(HistoryFile.KEPT + 1)
                .first()
                .asString()
                .contains("cell 601");
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        new HistoryFile(file).begin();
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void whereTheFileCannotBeTheSessionIsRememberedAlone() throws IOException {
        Files.writeString(folder.resolve("java-kernel"), "a file, not a folder");
        History history = session();
        history.add(new Cell(1, "1 + 1"), "2");
        assertThat(ask(history, "hist_access_type", "tail")).isEqualTo("[[1,1,\"1 + 1\"]]");
    }
}
