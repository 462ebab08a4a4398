package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of notebooks, with a stand-in for Jupyter. */
@DisabledOnOs(OS.WINDOWS)
final class RunCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path notebook;

    @BeforeEach
    void layOut() throws IOException {
        notebook = Files.writeString(folder.resolve("a.ipynb"), "{\"cells\": []}");
        System.setProperty("layerwise.home", folder.resolve("home").toString());
        System.setProperty("layerwise.jupyter", folder.resolve("jupyter").toString());
    }

    @AfterEach
    void clear() {
        System.clearProperty("layerwise.home");
        System.clearProperty("layerwise.jupyter");
    }

    /** A Jupyter that writes its words and where it looks for kernels to what is asked for, and then does what is given. */
    private void jupyter(String more) throws IOException {
        Path program = Files.writeString(folder.resolve("jupyter"), """
                #!/bin/sh
                for word; do case $word in
                --output-dir=*) to=${word#*=} ;;
                --output=*) name=${word#*=} ;;
                esac; done
                echo "{\\"cells\\": [], \\"said\\": \\"$3 $6 ${JUPYTER_PATH%%:*}\\"}" >"$to/$name"
                """ + more);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int run(String... words) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(words);
    }

    private List<String> files(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String made(String format) {
        return "{\"cells\": [], \"said\": \"--to=" + format + " --ExecutePreprocessor.kernel_name=java "
                + folder.resolve("home/target/jupyter") + "\"}\n";
    }

    @Test
    void aNotebookIsExecutedInPlace() throws IOException {
        jupyter("");
        assertThat(run("run", notebook.toString())).isZero();
        assertThat(notebook).hasContent(NormalForm.of(made("notebook")));
        assertThat(err.toString().lines())
                .containsExactly("layerwise: executing " + notebook, "layerwise: wrote " + notebook);
        assertThat(files(folder)).containsExactly("a.ipynb", "home", "jupyter");
        assertThat(folder.resolve("home/target/jupyter/kernels/java/kernel.json"))
                .content()
                .contains("\"" + folder.resolve("home/layerwise") + "\"");
    }

    @Test
    void aPageIsWrittenToAFolderOfItsOwn() throws IOException {
        jupyter("");
        Path pages = folder.resolve("new/pages");
        assertThat(run("run", "--html", "--output", pages.toString(), notebook.toString()))
                .isZero();
        assertThat(notebook).hasContent("{\"cells\": []}");
        assertThat(pages.resolve("a.html")).hasContent(made("html"));
        assertThat(files(pages)).containsExactly("a.html");
    }

    @Test
    void aCellThatFailsIsShownAndNothingIsWritten() throws IOException {
        jupyter("""
                echo '[NbConvertApp] Converting notebook'
                echo 'Traceback (most recent call last):'
                echo '  File "client.py", line 1'
                echo 'nbclient.exceptions.CellExecutionError: An error occurred while executing the following cell:'
                echo '------------------'
                echo '1 / 0'
                printf '\\033[31mArithmeticException: / by zero\\033[0m\\n'
                exit 1
                """);
        assertThat(run("run", notebook.toString())).isEqualTo(1);
        assertThat(notebook).hasContent("{\"cells\": []}");
        assertThat(err.toString().lines())
                .containsExactly(
                        "layerwise: executing " + notebook,
                        "layerwise: " + notebook + " failed, nothing was written:",
                        "An error occurred while executing the following cell:",
                        "------------------",
                        "1 / 0",
                        "ArithmeticException: / by zero");
        assertThat(files(folder)).containsExactly("a.ipynb", "home", "jupyter");
    }

    @Test
    void whatIsNoJavaNotebookIsRefusedBeforeAnythingRuns() throws IOException {
        Files.writeString(notebook, "# a page");
        assertThat(run("run", notebook.toString())).isEqualTo(1);
        Files.writeString(notebook, "{}");
        assertThat(run("run", notebook.toString())).isEqualTo(1);
        Files.writeString(notebook, "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"name\": \"python3\"}}}");
        assertThat(run("run", notebook.toString())).isEqualTo(1);
        assertThat(run("run", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "layerwise: " + notebook + ": expected a notebook, got a file that is no JSON object",
                        "layerwise: " + notebook + ": expected a notebook of format 4, got JSON without cells",
                        "layerwise: " + notebook + ": expected a notebook for the kernel java, got one for python3; "
                                + "choose the kernel Java (Layerwise) in Jupyter and save it",
                        "layerwise: " + folder + ": expected a notebook, got a folder; name the .ipynb files in it");
    }

    @Test
    void aFailureElsewhereIsToldWithoutTheTrace() {
        assertThat(Nbconvert.cellError("""
                        Error: no main class
                        Traceback (most recent call last):
                          File "app.py", line 1
                            start()
                        RuntimeError: Kernel died before replying to kernel_info
                        """))
                .isEqualTo("Error: no main class\nRuntimeError: Kernel died before replying to kernel_info");
    }
}
