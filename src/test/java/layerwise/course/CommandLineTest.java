package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import layerwise.kernel.Kernelspec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the command line says to words that are wrong, and to commands that fail. */
final class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return commandLine().execute(words);
    }

    private CommandLine commandLine() {
        return Main.commandLine()
                .addSubcommand(new Failing())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    @Command(name = "failing")
    static final class Failing implements Runnable {
        @Override
        public void run() {
            throw new IllegalArgumentException("layer C3: expected 6 maps, got 7; wire six");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            docter        | unknown word 'docter', the nearest is 'doctor'; ./layerwise --help lists what there is
            kernel instal | unknown word 'instal', the nearest is 'install'; ./layerwise kernel --help lists what there is
            run           | "Missing required parameter: 'NOTEBOOK'; ./layerwise run --help lists what there is"
            """)
    void wordsThatAreWrongAreToldWithTheNearestRightOne(String words, String sentence) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err).hasToString("layerwise: " + sentence + System.lineSeparator());
    }

    @Test
    void aFailureIsOneSentence() {
        assertThat(run("failing")).isEqualTo(1);
        assertThat(err).hasToString("layerwise: layer C3: expected 6 maps, got 7; wire six" + System.lineSeparator());
        assertThat(out).hasToString("");
    }

    @Test
    void theTraceIsPrintedOnDemandOnly() {
        assertThat(run("--stacktrace", "failing")).isEqualTo(1);
        assertThat(err.toString()).contains("IllegalArgumentException", "CommandLineTest$Failing.run");
    }

    @Test
    void withoutWordsTheCommandsAreListed() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .startsWith("Usage: layerwise [-hV] [--stacktrace] [COMMAND]")
                .contains("lab", "test", "run", "kernel", "doctor");
    }

    @Test
    void theVersionNamesTheJava() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("layerwise of this checkout, Java " + Runtime.version());
    }

    @Test
    void aPortInUseIsToldWithItsCure() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(run("lab", "--no-browser", "--port", "" + port)).isEqualTo(1);
            assertThat(err)
                    .hasToString("layerwise: port " + port
                            + " is in use; name another with --port, or leave it out and the first free one is taken"
                            + System.lineSeparator());
        }
    }

    @Test
    void aPortIsANumberOfPorts() {
        assertThat(run("lab", "--port=70000")).isEqualTo(1);
        assertThat(err).hasToString("layerwise: a port is 1 to 65535, got 70000" + System.lineSeparator());
    }

    @Test
    void aKernelsNameIsPlain() {
        assertThat(run("kernel", "install", "--name", "../java")).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "layerwise: kernelspec \"../java\": expected a name of letters, digits, dots, dashes and underscores; java, for one"
                                + System.lineSeparator());
    }

    @Test
    void aKernelIsInstalledIntoAnEnvironmentAndTakenAwayAgain(@TempDir Path folder) throws IOException {
        Path prefix = folder.resolve("an environment");
        Path kernel = prefix.resolve("share/jupyter/kernels/lw-test");
        for (int i = 0; i < 2; i++) {
            assertThat(run("kernel", "install", "--name", "lw-test", "--prefix", prefix.toString()))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(out).asString().endsWith("kernel lw-test installed: " + kernel + System.lineSeparator());
        try (var files = Files.list(kernel)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
        }
        assertThat(ImageIO.read(kernel.resolve("logo-32x32.png").toFile()).getWidth())
                .isEqualTo(32);
        assertThat(run("kernel", "uninstall", "--name", "lw-test", "--prefix", prefix.toString()))
                .isZero();
        assertThat(kernel.getParent()).isEmptyDirectory();
        assertThat(run("kernel", "uninstall", "--name", "lw-test", "--prefix", prefix.toString()))
                .isEqualTo(1);
        assertThat(err)
                .hasToString("layerwise: there is no kernel lw-test in " + kernel.getParent()
                        + "; Jupyter knows no kernel of this name" + System.lineSeparator());
    }

    @Test
    void anotherKernelIsNotTakenAway(@TempDir Path folder) throws IOException {
        Kernelspec.of("java", "IJava", List.of("java", "-jar", "ijava.jar", "{connection_file}"))
                .install(Kernelspec.kernelsOf(folder));
        assertThat(run("kernel", "uninstall", "--prefix", folder.toString())).isEqualTo(1);
        assertThat(err).asString().contains("is \"IJava\", not ours; delete that folder to take it away");
    }

    @Test
    void aMissingNotebookIsToldBeforeAnyIsRun() {
        assertThat(run("run", "nowhere.ipynb")).isEqualTo(1);
        assertThat(err)
                .hasToString("layerwise: nowhere.ipynb: there is no such file or folder" + System.lineSeparator());
    }

    @Test
    void inPlaceExcludesOtherPlaces() {
        assertThat(run("run", "--in-place", "--html", "a.ipynb")).isEqualTo(2);
        assertThat(err)
                .hasToString("layerwise: --in-place writes to the notebook itself, leave out --html and --output;"
                        + " ./layerwise run --help lists what there is" + System.lineSeparator());
    }
}
