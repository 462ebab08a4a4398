package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./layerwise train --data} takes. */
final class TrainCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void drawnDigitsAreTakenByName() {
        assertThat(train("lenet5-modern", "--data", "digits", "--train", "64", "--epochs", "1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .startsWith("LeNet-5 (modern), 61,706 parameters: learns from 64 images of drawn digits, seed 1,"
                        + " is tested on 2,000 of drawn digits, seed 1; seed 1" + System.lineSeparator());
    }

    @Test
    void aNameThatIsNoneSaysWhichThereAre() {
        assertThat(train("lenet5-modern", "--data", "minst")).isEqualTo(1);
        assertThat(err)
                .hasToString("layerwise: minst: expected a folder or one of mnist, fashion-mnist, kmnist, cifar-10,"
                        + " cifar-100, digits, shapes, got neither; name one of these" + System.lineSeparator());
    }

    @Test
    void coloursInAGreyNetworkAreRefused() {
        assertThat(train("lenet5-modern", "--data", "shapes", "--train", "10")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("layerwise: drawn shapes, seed 1: expected images of 1 channel for the input 1×32×32,"
                        + " got 3×32×32; give the network an input of 3 channels");
    }

    @Test
    void aFolderOfNothingKnownIsRefused(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("notes.txt"));
        assertThat(train("lenet5-modern", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("layerwise: " + folder + ": expected IDX files")
                .contains("got notes.txt");
    }

    @Test
    void aLargeDownloadIsALineForEveryTenthAndASmallOneOneLine() {
        var line = new DownloadLine(new PrintWriter(out, true));
        for (long bytes = 0; bytes <= 2_000_000; bytes += 10_000) {
            line.at("large.gz", bytes, 2_000_000);
        }
        for (long bytes = 0; bytes <= 5_000; bytes += 100) {
            line.at("small.gz", bytes, 5_000);
        }
        assertThat(out.toString().lines())
                .hasSize(11 + 1)
                .startsWith("large.gz: 0 of 2,000,000 bytes", "large.gz: 200,000 of 2,000,000 bytes")
                .endsWith("large.gz: 2,000,000 of 2,000,000 bytes", "small.gz: 0 of 5,000 bytes");
    }

    private int train(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "train";
        System.arraycopy(words, 0, all, 1, words.length);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
