package layerwise.kernel;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command of the operating system's shell: its output comes while it runs, and an interrupt ends it. */
record Command(String line) {

    /** {@return the exit code; the command had no input} */
    int run() throws InterruptedException, IOException {
        Process process = new ProcessBuilder(words())
                .redirectInput(Redirect.from(nothing()))
                .start();
        Thread out = pump(process.inputReader(StandardCharsets.UTF_8), System.out);
        Thread err = pump(process.errorReader(StandardCharsets.UTF_8), System.err);
        try {
            int code = process.waitFor();
            out.join();
            err.join();
            return code;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private List<String> words() {
        return windows() ? List.of("cmd.exe", "/c", line) : List.of("/bin/sh", "-c", line);
    }

    private static File nothing() {
        return new File(windows() ? "NUL" : "/dev/null");
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static Thread pump(Reader from, PrintStream to) {
        Thread pump = Threads.daemon("command output", () -> copy(from, to));
        pump.start();
        return pump;
    }

    private static void copy(Reader from, PrintStream to) {
        char[] buffer = new char[8192];
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.print(String.valueOf(buffer, 0, read));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
