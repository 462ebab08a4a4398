package layerwise.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trainings killed by SIGKILL at random moments end, when they are resumed, as if nothing had happened; {@code
 * -Dlayerwise.kills=50} is the thorough run.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("layerwise.kills", 3);

    @TempDir
    private Path folder;

    private String path = "graph";
    private final SplittableRandom random = new SplittableRandom(Long.getLong("layerwise.kills.seed", 1));

    @ParameterizedTest
    @ValueSource(strings = {"graph", "blocks", "replicas"})
    void whoIsKilledAtAnyMomentEndsAsIfNothingHadHappened(String path) throws Exception {
        this.path = path;
        var whole = folder.resolve("whole");
        long lasts = whole(whole);
        var reference = Files.readAllBytes(whole);
        List<Integer> saved = new ArrayList<>();
        int whileSaving = 0;
        for (int i = 0; i < KILLS; i++) {
            var file = Files.createDirectory(folder.resolve("run" + i)).resolve("net.safetensors");
            int heard = kill(file, lasts);
            saved.add(heard);
            whileSaving += left(file) > 0 ? 1 : 0;
            assertThat(epochs(file)).as("epochs in the file of run " + i).isBetween(heard, heard + 1);
            whole(file);
            assertThat(Files.readAllBytes(file)).as("the file of run " + i).isEqualTo(reference);
            assertThat(left(file)).as("what run " + i + " left beside").isZero();
        }
        System.out.println(path + ": " + KILLS + " trainings of " + Victim.EPOCHS + " epochs killed after the epochs "
                + saved + ", " + whileSaving + " of them while they saved; each ended with the file of the whole one");
    }

    /** Starts a victim and waits for its end; {@return nanoseconds that it trained} */
    private long whole(Path file) throws IOException, InterruptedException {
        var process = start(file);
        try (var out = process.inputReader()) {
            String first = out.readLine(); // done, if it was killed after the last epoch
            long begun = System.nanoTime();
            assertThat(first.equals("done") ? first : last(out)).isEqualTo("done");
            long trained = System.nanoTime() - begun;
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return trained;
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Kills a victim at a random moment while it trains; one that was quicker is tried again.
     *
     * @return the last epoch that it said it had saved
     */
    private int kill(Path file, long within) throws IOException, InterruptedException {
        while (true) {
            List<String> said = new ArrayList<>();
            var process = start(file);
            try (var out = process.inputReader()) {
                assertThat(out.readLine()).isEqualTo("begun 1");
                TimeUnit.NANOSECONDS.sleep(random.nextLong(within));
                process.toHandle().destroyForcibly(); // which leaves what it said to be read
                process.waitFor();
                out.lines().forEach(said::add);
            }
            if (!said.contains("done")) {
                assertThat(process.exitValue())
                        .as("128 and the number of SIGKILL")
                        .isEqualTo(128 + 9);
                return said.stream()
                        .filter(line -> line.startsWith("saved"))
                        .mapToInt(line -> Integer.parseInt(line.substring(6)))
                        .max()
                        .orElse(0);
            }
            Files.delete(file);
            Files.deleteIfExists(AtomicFile.previous(file));
        }
    }

    private static String last(BufferedReader out) throws IOException {
        String last = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            assertThat(line).doesNotStartWith("damaged");
            last = line;
        }
        return last;
    }

    private Process start(Path file) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        file.toString(),
                        path)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    /** What a save that was cut short has left beside the file. */
    private static long left(Path file) throws IOException {
        try (var files = Files.list(file.getParent())) {
            return files.filter(each -> each.getFileName().toString().endsWith(".part"))
                    .count();
        }
    }

    private static int epochs(Path file) throws IOException {
        return Files.exists(file)
                ? Checkpoint.resume(file, Nets.small())
                        .position()
                        .history()
                        .epochs()
                        .size()
                : 0;
    }
}
