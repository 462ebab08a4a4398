package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;

final class ZooCommandTest {

    private static String printed(String... words) {
        var out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out, true)).execute(words))
                .isZero();
        return out.toString();
    }

    @Test
    void theTextHasALineANetworkInAlignedColumns() {
        var lines = printed("zoo").lines().toList();
        assertThat(lines).hasSize(Zoo.entries().size() + 2);
        assertThat(lines.get(0)).matches("id +title +year +variant +input +parameters +macs");
        assertThat(lines.get(2))
                .startsWith("lenet5 ")
                .contains("Gradient-Based Learning Applied to Docu…  1998  section II-B and figure 2 ")
                .matches(".* 1x32x32 +60,000 +325,680");
    }

    @Test
    void theCsvHasARecordANetwork() {
        var lines = printed("zoo", "--format", "csv").lines().toList();
        assertThat(lines).hasSize(Zoo.entries().size() + 1);
        assertThat(lines.get(0)).isEqualTo("id,title,year,variant,input,parameters,macs");
        assertThat(lines)
                .contains("vgg-16,Very Deep Convolutional Networks for Large-Scale Image Recognition,2014,"
                        + "\"table 1, column D\",3x224x224,138357544,15470264320");
    }

    @Test
    void theJsonHasAnObjectANetwork() {
        var array = JsonParser.parseString(printed("zoo", "--format", "json")).getAsJsonArray();
        assertThat(array).hasSize(Zoo.entries().size());
        var first = array.get(0).getAsJsonObject();
        assertThat(first.get("id").getAsString()).isEqualTo("lenet5");
        assertThat(first.get("year").getAsInt()).isEqualTo(1998);
        assertThat(first.get("parameters").getAsLong()).isEqualTo(60000);
    }
}
