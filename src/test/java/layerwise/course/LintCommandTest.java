package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import layerwise.analysis.DesignPattern;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LintCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private String printed(String... words) {
        assertThat(run(words)).as("to break a pattern is no error").isZero();
        return out.toString();
    }

    @Test
    void theTextHasALineAPatternAndTheRulesBelow() {
        var lines = printed("lint", "alexnet").lines().toList();
        assertThat(lines.get(0)).matches("network +pattern +verdict +path +expected +got");
        assertThat(lines.subList(2, 6))
                .satisfiesExactly(
                        line -> assertThat(line).matches("alexnet +extractor, then classifier +kept"),
                        line -> assertThat(line)
                                .matches("alexnet +depth up, size down +broken +conv5 +"
                                        + "at least 384 channels, as conv4 has +256 channels"),
                        line -> assertThat(line).matches("alexnet +dense widths never rise +kept"),
                        line -> assertThat(line).matches("alexnet +depth as named +silent"));
        assertThat(lines).hasSize(2 + 4 + 1 + 4);
        assertThat(lines.get(6)).startsWith("looked at: the main path, which every way passes");
    }

    @Test
    void theCsvOfAllHasARecordANetworkAndPattern() {
        var lines = printed("lint", "--all", "--format", "csv").lines().toList();
        assertThat(lines.get(0)).isEqualTo("network,pattern,verdict,path,expected,got");
        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(1 + Zoo.entries().size() * DesignPattern.values().length)
                .contains("vgg-16,depth as named,kept,,,")
                .contains("mobilenet-v2,\"depth up, size down\",broken,bottleneck1,"
                        + "\"at least 32 channels, as conv1 has\",16 channels");
    }

    @Test
    void theJsonGivesEachPatternWithItsRuleAndDepartures() {
        var array = JsonParser.parseString(printed("lint", "googlenet", "--by", "step", "--format", "json"))
                .getAsJsonArray();
        assertThat(array).hasSize(1);
        var network = array.get(0).getAsJsonObject();
        assertThat(network.get("network").getAsString()).isEqualTo("googlenet");
        assertThat(network.get("grain").getAsString()).isEqualTo("step");
        var maps = network.getAsJsonArray("patterns").get(1).getAsJsonObject();
        assertThat(maps.get("rule").getAsString()).isEqualTo(DesignPattern.DEPTH_UP_SIZE_DOWN.rule());
        assertThat(maps.get("verdict").getAsString()).isEqualTo("broken");
        assertThat(maps.getAsJsonArray("departures")).hasSize(36);
        assertThat(maps.getAsJsonArray("departures")
                        .get(0)
                        .getAsJsonObject()
                        .get("path")
                        .getAsString())
                .isEqualTo("inception3a/1x1/conv");
    }

    @ParameterizedTest
    @CsvSource({"lint, neither", "lint alexnet --all, both"})
    void oneNetworkOrAllIsExpected(String words, String got) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err)
                .hasToString("layerwise: expected the id of a network or --all, got " + got
                        + "; ./layerwise lint --help lists what there is" + System.lineSeparator());
    }
}
