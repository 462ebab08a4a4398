package layerwise.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutantsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"idx, 130", "idx.gz, 150", "cifar-10, 80", "cifar-100, 80", "tar.gz, 150", "images, 110"})
    void twoHundredDamagedFoldersAreASentenceEachIn64Megabytes(String format, int refused) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "layerwise.data.Mutants",
                        format,
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes());
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).as(said).isZero();
        assertThat(said).matches("(?:\\d+ read\n)?\\d+ refused\n");
        assertThat(Integer.parseInt(said.replaceAll("(?s).*?(\\d+) refused\n", "$1")))
                .isGreaterThan(refused);
    }

    @Test
    void noneOfTwoHundredDamagedDownloadsIsKept() throws IOException {
        Chance chance = new Chance(5, 0);
        byte[] good = IdxBytes.gzip(IdxBytes.images(DrawnDigits.draw(20, 1)));
        for (int i = 0; i < 200; i++) {
            byte[] bad = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, chance.below(2 * good.length));
            if (bad.length == good.length) {
                bad[chance.below(bad.length)] ^= (byte) (1 << chance.below(8));
            }
            try (Mirror mirror = new Mirror(i % 3 == 0 ? Mirror.chunked(bad, 1) : Mirror.withoutRanges(bad))) {
                URI address = mirror.file("x.gz");
                var file = new PublishedFile("x.gz", good.length, DownloadTest.sha256(good), List.of(address));
                Download download = new Download(file, folder, Duration.ofSeconds(5), DownloadProgress.NONE);
                assertThat(download.succeeds()).isFalse();
                assertThat(download.failures())
                        .hasSize(1)
                        .allMatch(failure -> failure.matches("from \\S+ \\([^\\n]+\\)"));
                assertThat(Files.exists(folder.resolve("x.gz"))).isFalse();
            }
        }
    }
}
