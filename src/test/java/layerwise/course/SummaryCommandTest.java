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
    @CsvSource(delimiter = ';', textBlock = """
            lint lenet5               ; text     ; network
            zoo                       ; csv      ; id,title,year,
            zoo                       ; markdown ; | id | title | year |
            zoo                       ; latex    ; \\begin{table}
            summary lenet5            ; csv      ; path,kind,input,
            summary lenet5            ; markdown ; **LeNet-5, input 1×32×32**
            summary lenet5 --parts 1  ; json     ; [
            summary lenet5 --parts 1  ; latex    ; \\begin{table}
            lint lenet5               ; markdown ; | network | pattern |
            compare lenet5 vgg-16     ; csv      ; path,what,before,after,
            compare lenet5 vgg-16     ; latex    ; \\begin{table}
            reconcile alexnet 62M     ; csv      ; ours,off_by,fits,
            reconcile alexnet 62M     ; markdown ; **AlexNet: 62M**
            """)
    void everyCommandThatPrintsATablePrintsItInEveryForm(String words, String format, String beginning) {
        assertThat(run((words + " --format " + format).split(" ")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith(beginning).endsWith("\n").doesNotEndWith("\n\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            summary vgg-16 --input 16 | 1 | "VGG-16 (D)/pool5: a window of 2 does not fit a side of 1; pad by at least 1, or use an input at least 1 larger here; the smallest square input is 32×32"
            summary vgg-16 --input wide | 2 | "Invalid value for option '--input': expected a side in pixels as in 128, or height and width as in 96x128, got wide; ./layerwise summary --help lists what there is"
            summary vgg-16 --parts 0 | 1 | "VGG-16 (D): parts are told apart by at least 1 name of a path, got a depth of 0"
            summary vgg-16 --format pdf | 2 | "Invalid value for option '--format': expected one of [TEXT, CSV, JSON, MARKDOWN, LATEX] (case-insensitive) but was 'pdf'; ./layerwise summary --help lists what there is"
            summary vgg-17 | 1 | "no network is called vgg-17; the nearest are vgg-11, vgg-13, vgg-16; ./layerwise zoo lists all %d"
            """)
    void whatCannotBeDoneIsOneSentence(String words, int code, String sentence) {
        assertThat(run(words.split(" "))).isEqualTo(code);
        assertThat(err)
                .hasToString("layerwise: " + sentence.formatted(Zoo.entries().size()) + System.lineSeparator());
    }
}
