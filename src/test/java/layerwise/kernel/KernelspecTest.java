package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelspecTest {
    private static final List<String> COMMAND = List.of("/opt/a jdk/bin/java", "x.Main", "{connection_file}");

    @TempDir
    private Path kernels;

    @Test
    void theFileIsWhatJupyterReads() throws IOException {
        Path folder = new Kernelspec("java", "Java (Layerwise)", COMMAND, Map.of("LANG", "C.UTF-8")).install(kernels);
        assertThat(folder).isEqualTo(kernels.resolve("java"));
        assertThat(Files.readString(folder.resolve("kernel.json"))).isEqualTo("""
                {
                  "argv": [
                    "/opt/a jdk/bin/java",
                    "x.Main",
                    "{connection_file}"
                  ],
                  "display_name": "Java (Layerwise)",
                  "language": "java",
                  "interrupt_mode": "message",
                  "env": {
                    "LANG": "C.UTF-8"
                  }
                }
                """);
    }

    @Test
    void aSecondInstallationReplacesTheFirstAndLeavesNothingElse() throws IOException {
        Kernelspec.of("java", "old", COMMAND).install(kernels);
        Kernelspec.of("java", "new", COMMAND).install(kernels);
        assertThat(Kernelspec.in(kernels)).singleElement().satisfies(found -> {
            assertThat(found.displayName()).isEqualTo("new");
            assertThat(found.command()).isEqualTo(COMMAND);
            assertThat(found.startable()).isFalse();
            assertThat(found.folder()).isDirectoryContaining("glob:**kernel.json");
        });
        try (var files = Files.list(kernels.resolve("java"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aProgramOnThePathIsStartable() throws IOException {
        Kernelspec.of("shell", "shell", List.of("sh", "{connection_file}")).install(kernels);
        assertThat(Kernelspec.in(kernels).get(0).startable()).isTrue();
    }

    @Test
    void uninstallingRemovesTheFolder() throws IOException {
        Kernelspec.of("java", "Java", COMMAND).install(kernels);
        Kernelspec.in(kernels).get(0).uninstall();
        assertThat(kernels).isEmptyDirectory();
    }

    @Test
    void logosComeAndGoWithIt() throws IOException {
        Path folder = Kernelspec.of("java", "Java", COMMAND)
                .install(kernels, Map.of("logo-64x64.png", new byte[] {1}, "logo-svg.svg", new byte[] {2}));
        assertThat(folder.resolve("logo-64x64.png")).hasBinaryContent(new byte[] {1});
        assertThat(folder).isDirectoryContaining("glob:**kernel.json").isDirectoryNotContaining("glob:**.part");
        Kernelspec.in(kernels).get(0).uninstall();
        assertThat(kernels).isEmptyDirectory();
    }

    @Test
    void anEnvironmentSharesItsKernels() {
        assertThat(Kernelspec.kernelsOf(Path.of("/opt/conda"))).hasToString("/opt/conda/share/jupyter/kernels");
    }

    @Test
    void aNameThatJupyterWouldNotFindIsRefused() {
        assertThatThrownBy(() -> Kernelspec.of("ja va", "Java", COMMAND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kernelspec \"ja va\": expected a name of letters, digits, dots, dashes and underscores;"
                        + " java, for one");
        assertThatThrownBy(() -> Kernelspec.of("..", "Java", COMMAND)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommandWithoutConnectionFileIsRefused() {
        assertThatThrownBy(() -> Kernelspec.of("java", "Java", List.of("java")))
                .hasMessage("kernelspec java: expected {connection_file} in the command line, got [java]");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(kernels.resolve("file"), "not a folder");
        assertThatThrownBy(() -> Kernelspec.of("java", "Java", COMMAND).install(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.resolve("java") + ": the kernelspec cannot be written (")
                .hasMessageEndingWith("); make the folder writable, or name another with JUPYTER_DATA_DIR");
    }

    @Test
    void aBrokenKernelspecIsPassedOver() throws IOException {
        Files.createDirectories(kernels.resolve("broken"));
        Files.writeString(kernels.resolve("broken/kernel.json"), "{");
        assertThat(Kernelspec.in(kernels)).isEmpty();
    }

    @Test
    void theUsersFolderIsJupytersOwn() {
        Path home = Path.of("/home/ada");
        assertThat(JupyterFolders.user(Map.of(), "Linux", home)).hasToString("/home/ada/.local/share/jupyter");
        assertThat(JupyterFolders.user(Map.of(), "Mac OS X", home)).hasToString("/home/ada/Library/Jupyter");
        assertThat(JupyterFolders.user(Map.of("XDG_DATA_HOME", "/x"), "Linux", home))
                .hasToString("/x/jupyter");
        assertThat(JupyterFolders.user(Map.of("JUPYTER_DATA_DIR", "/j"), "Mac OS X", home))
                .hasToString("/j");
    }
}
