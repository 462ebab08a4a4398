package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class CompareCommandTest {

    private static String printed(String... words) {
        var out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out, true)).execute(words))
                .isZero();
        return out.toString();
    }

    @Test
    void theTextHasALineForEachStepThatDiffersAndTotals() {
        var lines = printed("compare", "alexnet", "alexnet-ungrouped").lines().toList();
        assertThat(lines).hasSize(10);
        assertThat(lines.get(0)).isEqualTo("AlexNet → AlexNet (ungrouped)");
        assertThat(lines.get(3))
                .startsWith("conv2/conv  conv 5×5 pad 2, 2 groups  conv 5×5 pad 2 ")
                .matches(".* 307,456 +614,656 +223,948,800 +447,897,600");
        assertThat(lines.get(7)).matches("TOTAL +60,965,224 +62,378,344 +724,406,816 +1,135,256,096");
        assertThat(lines.get(8)).isEqualTo("20 of 23 steps are the same and not shown.");
        assertThat(lines.get(9)).isEqualTo("In all +1,413,120 parameters, +410,849,280 MACs.");
    }

    @Test
    void theJsonHasAnObjectAChange() {
        var object = JsonParser.parseString(printed("compare", "lenet5", "lenet5-modern", "--format", "json"))
                .getAsJsonObject();
        assertThat(object.get("steps").getAsInt()).isEqualTo(20);
        assertThat(object.getAsJsonArray("changes")).hasSize(16);
        var first = object.getAsJsonArray("changes").get(0).getAsJsonObject();
        assertThat(first.get("path").getAsString()).isEqualTo("C1/scaledtanh");
        assertThat(first.get("change").getAsString()).isEqualTo("removed");
        assertThat(first.has("after")).isFalse();
        assertThat(object.getAsJsonObject("total_after").get("parameters").getAsLong())
                .isEqualTo(61_706);
    }

    @Test
    void aNetworkIsTheSameAsItself() {
        assertThat(printed("compare", "alexnet", "alexnet")).endsWith("All 23 steps are the same.\n");
    }
}
