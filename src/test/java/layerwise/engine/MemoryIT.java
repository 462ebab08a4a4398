package layerwise.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand steps, and a thousand networks opened, asked (or failing in a step) and closed, in a process whose Java heap is all in memory from the start, so that growth is the engine's. */
@EnabledOnOs(OS.LINUX)
class MemoryIT {
    private static final long FEW = 2_000; // kilobytes; a batch of images alone is 98

    @ParameterizedTest
    @CsvSource({"11000, 1", "11000, 2", "2000, 0", "2000, -2"})
    void tenThousandStepsTakeNoMoreMemoryThanOneThousand(int steps, int replicas)
            throws IOException, InterruptedException {
        var lines = run(steps, replicas);
        assertThat(lines).hasSize(steps / 1_000);
        long[] first = kilobytes(lines.get(0));
        long[] last = kilobytes(lines.get(lines.size() - 1));
        assertThat(last[0] - first[0]).as("resident, %s", lines).isLessThan(FEW);
        assertThat(last[1] - first[1]).as("live heap, %s", lines).isLessThan(FEW);
    }

    private static long[] kilobytes(String line) {
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** Interpreted, because what the compiler writes is memory too. */
    private static List<String> run(int steps, int replicas) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xint",
                        "-Xms48m",
                        "-Xmx48m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endurance.class.getName(),
                        "" + steps,
                        "" + replicas)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }
}
