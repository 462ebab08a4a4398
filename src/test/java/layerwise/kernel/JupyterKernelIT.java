package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JupyterKernelIT {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SUITE = Path.of("src/test/python/kernel_suite.py");

    @TempDir
    private Path data;

    @Test
    void jupytersOwnSuiteAndOursPass() throws Exception {
        requireSuite();
        install(List.of("--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED"));
        Path log = data.resolve("suite.log");
        Process suite = python(log, SUITE.toString(), "--verbose");
        assertThat(suite.waitFor(5, TimeUnit.MINUTES)).as("the suite ends").isTrue();
        assertThat(suite.exitValue()).as(() -> read(log)).isZero();
        assertThat(read(log)).doesNotContain("skipped");
    }

    @Test
    void whatALearnerSeesReachesJupyter() throws Exception {
        requireSuite();
        install(List.of());
        Path log = data.resolve("learners.log");
        Process suite = python(log, "src/test/python/learners_suite.py", "--verbose");
        assertThat(suite.waitFor(5, TimeUnit.MINUTES)).as("the suite ends").isTrue();
        assertThat(suite.exitValue()).as(() -> read(log)).isZero();
    }

    @Test
    void aJavaWithoutJShellSaysSoInEveryCell() throws Exception {
        requireSuite();
        install(List.of("--limit-modules", "java.desktop,java.prefs,java.sql,java.management"));
        Path log = data.resolve("apology.log");
        Process client = python(log, "src/test/python/kernel_apology.py");
        assertThat(client.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(read(log))
                .contains("JavaIncomplete: this kernel needs a whole JDK, and " + System.getProperty("java.home")
                        + " has no module jdk.jshell (it is a JRE); point JAVA_HOME at a JDK 17 or later and restart the"
                        + " kernel\nJavaIncomplete: this kernel needs a whole JDK")
                .contains("\nended\n");
    }

    @Test
    void aWrongConnectionFileIsOneSentence() throws Exception {
        Path file = Files.writeString(data.resolve("connection.json"), "{}");
        Process kernel = run(data.resolve("log"), java(), "-cp", classPath(), Kernel.class.getName(), file.toString());
        assertThat(kernel.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(kernel.exitValue()).isEqualTo(1);
        assertThat(read(data.resolve("log")))
                .isEqualTo("the Java kernel does not start: " + file
                        + ": expected Jupyter's connection file with ip and ports\n");
    }

    private void requireSuite() throws Exception {
        Path log = data.resolve("python.log");
        assertThat(new File(PYTHON).canExecute()
                        && python(log, "-c", "import jupyter_kernel_test").waitFor() == 0)
                .as(PYTHON + " has no jupyter_kernel_test; run apt-get install python3-jupyter-kernel-test")
                .isTrue();
    }

    private void install(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(words);
        command.add(0, java());
        command.addAll(List.of("-cp", classPath(), Kernel.class.getName(), Kernelspec.CONNECTION_FILE));
        Kernelspec.of("java", "Java (test)", command).install(data.resolve("kernels"));
    }

    private Process python(Path log, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 2];
        command[0] = PYTHON;
        command[1] = "-B";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return run(log, command);
    }

    private Process run(Path log, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JUPYTER_DATA_DIR", data.toString());
        builder.environment().put("LAYERWISE_KERNEL", "java");
        return builder.start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return file + ": " + e;
        }
    }
}
