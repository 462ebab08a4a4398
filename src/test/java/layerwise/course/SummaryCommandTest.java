package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    void imagesAndClassesAreThoseAskedFor() {
        assertThat(run("summary", "vgg-16", "--input", "64x96", "--classes", "10", "--format", "csv"))
                .isZero();
        assertThat(out.toString().lines())
                .contains("pool5,maxpool,512x4x6,512x2x3,0,0,12288,212x212")
                .anyMatch(line -> line.startsWith("TOTAL,,3x64x96,10x1x1,"));
    }

    @Test
    void partsHaveARowEach() {
        assertThat(run("summary", "resnet-18", "--parts", "1", "--format", "json"))
                .isZero();
        assertThat(JsonParser.parseString(out.toString()).getAsJsonArray())
                .extracting(part -> part.getAsJsonObject().get("part").getAsString())
                .containsExactly(
                        "conv1", "pool1", "conv2_x", "conv3_x", "conv4_x", "conv5_x", "globalpool", "fc", "TOTAL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            summary vgg-16 --input 16 | 1 | "VGG-16 (D)/pool5: a window of 2 does not fit a side of 1; pad by at least 1, or use an input at least 1 larger here; the smallest square input is 32×32"
            summary vgg-16 --input wide | 2 | "Invalid value for option '--input': expected a side in pixels as in 128, or height and width as in 96x128, got wide; ./layerwise summary --help lists what there is"
            summary vgg-16 --parts 0 | 1 | "VGG-16 (D): parts are told apart by at least 1 name of a path, got a depth of 0"
            summary vgg-17 | 1 | "no network is called vgg-17; the nearest are vgg-11, vgg-13, vgg-16; ./layerwise zoo lists all %d"
            """)
    void whatCannotBeDoneIsOneSentence(String words, int code, String sentence) {
        assertThat(run(words.split(" "))).isEqualTo(code);
        assertThat(err)
                .hasToString("layerwise: " + sentence.formatted(Zoo.entries().size()) + System.lineSeparator());
    }
}
