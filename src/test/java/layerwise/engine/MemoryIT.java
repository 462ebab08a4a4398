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
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand steps in a process whose Java heap is all in memory from the start, so that growth is the engine's. */
@EnabledOnOs(OS.LINUX)
class MemoryIT {
    private static final int STEPS = 11_000;
    private static final long FEW = 2_000; // kilobytes; a batch of images alone is 98

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void tenThousandStepsTakeNoMoreMemoryThanOneThousand(int replicas) throws IOException, InterruptedException {
        var lines = run(replicas);
        assertThat(lines).hasSize(STEPS / 1_000);
        long[] first = kilobytes(lines.get(0));
        long[] last = kilobytes(lines.get(lines.size() - 1));
        assertThat(last[0] - first[0]).as("resident, %s", lines).isLessThan(FEW);
        assertThat(last[1] - first[1]).as("live heap, %s", lines).isLessThan(FEW);
    }

    private static long[] kilobytes(String line) {
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** Interpreted, because what the compiler writes is memory too. */
    private static List<String> run(int replicas) throws IOException, InterruptedException {
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
                        "" + STEPS,
                        "" + replicas)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }
}
