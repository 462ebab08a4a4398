package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where kernels are told of, and what doctor says of them. */
final class JupyterFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    private Path folder;

    @Test
    void theFolderIsWhereJupyterLooks() {
        assertThat(JupyterFolder.ofUser(Map.of("JUPYTER_DATA_DIR", "/j", "XDG_DATA_HOME", "/x"), "Linux", HOME))
                .isEqualTo(new JupyterFolder(Path.of("/j")));
        assertThat(JupyterFolder.ofUser(Map.of("JUPYTER_DATA_DIR", "", "XDG_DATA_HOME", "/x"), "Linux", HOME))
                .isEqualTo(new JupyterFolder(Path.of("/x/jupyter")));
        assertThat(JupyterFolder.ofUser(Map.of(), "Linux", HOME))
                .isEqualTo(new JupyterFolder(HOME.resolve(".local/share/jupyter")));
        assertThat(JupyterFolder.ofUser(Map.of("XDG_DATA_HOME", "/x"), "Mac OS X", HOME))
                .isEqualTo(new JupyterFolder(HOME.resolve("Library/Jupyter")));
    }

    @Test
    void aKernelIsWrittenWholeAndAlone() throws IOException {
        Path file = new JupyterFolder(folder)
                .install("java", List.of("/c/layerwise", "kernel", "start", "{connection_file}"));
        assertThat(file).isEqualTo(folder.resolve("kernels/java/kernel.json")).hasContent("""
                {
                  "argv": [
                    "/c/layerwise",
                    "kernel",
                    "start",
                    "{connection_file}"
                  ],
                  "display_name": "Java (Layerwise)",
                  "language": "java",
                  "interrupt_mode": "message"
                }
                """);
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void doctorTellsWhetherTheKernelCanBeStarted() throws IOException {
        JupyterFolder jupyter = new JupyterFolder(folder);
        Path file = jupyter.kernel("java");
        assertThat(Finding.kernel(jupyter, "java").line())
                .isEqualTo("missing  kernel   " + file + " is not there; ./layerwise kernel install writes it");
        jupyter.install("java", List.of("/nowhere/layerwise"));
        assertThat(Finding.kernel(jupyter, "java").line())
                .isEqualTo("missing  kernel   " + file + " names /nowhere/layerwise, which cannot be started;"
                        + " ./layerwise kernel install writes it");
        Path program = Path.of("layerwise").toAbsolutePath();
        jupyter.install("java", List.of(program.toString()));
        assertThat(Finding.kernel(jupyter, "java").line()).isEqualTo("ok       kernel   java starts " + program);
        Files.writeString(file, "{");
        assertThat(Finding.kernel(jupyter, "java").line())
                .isEqualTo("missing  kernel   " + file + " cannot be read; ./layerwise kernel install writes it");
    }

    @Test
    void doctorTellsOfTheDataFolder() throws IOException {
        assertThat(Finding.data(Map.of()).line())
                .isEqualTo("ok       data     drawn digits; LAYERWISE_DATA may name a folder of real ones");
        assertThat(Finding.data(Map.of("LAYERWISE_DATA", folder.toString())).line())
                .isEqualTo("ok       data     0 files in " + folder);
        assertThat(Finding.data(Map.of("LAYERWISE_DATA", "/nowhere")).line())
                .isEqualTo("missing  data     LAYERWISE_DATA: /nowhere: there is no such file or folder;"
                        + " name a folder of IDX files, or unset it");
    }

    @Test
    void lettersLeaveInk() {
        assertThat(Finding.fonts().line()).isEqualTo("ok       fonts    charts can be lettered");
    }
}
