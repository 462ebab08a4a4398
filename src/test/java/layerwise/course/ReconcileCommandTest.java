package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReconcileCommandTest {

    private static String printed(String... words) {
        var out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out, true)).execute(words))
                .isZero();
        return out.toString();
    }

    private static JsonObject json(String... words) {
        return JsonParser.parseString(printed(words)).getAsJsonObject();
    }

    @Test
    void theTextNamesTheConventionAndWhoCountsSo() {
        assertThat(printed("reconcile", "alexnet", "≈62M").lines().toList())
                .contains(
                        "AlexNet: ≈62M",
                        "62,378,344  +0.61 %  to its digits  trained numbers; groups removed  textbooks on AlexNet",
                        "148 combinations of at most 3 conventions were tried; this one yields it.");
    }

    @Test
    void aNumberThatNothingYieldsIsSaidToBeNone() {
        var object = json("reconcile", "alexnet", "630,000,000", "--format", "json");
        assertThat(object.get("found").getAsBoolean()).isFalse();
        assertThat(object.get("quantity").getAsString()).isEqualTo("operations");
        assertThat(object.getAsJsonArray("explanations")).isEmpty();
        assertThat(object.getAsJsonArray("nearest").get(0).getAsJsonObject().getAsJsonArray("counts"))
                .hasToString("[724406816]");
    }

    @Test
    void theJsonHasTheConventionsByName() {
        var object = json("reconcile", "resnet-50", "25636712", "--format", "json");
        var first = object.getAsJsonArray("explanations").get(0).getAsJsonObject();
        assertThat(first.getAsJsonArray("conventions")).hasToString("[\"biased\",\"untrained\"]");
        assertThat(first.get("fit").getAsString()).isEqualTo("exact");
        assertThat(first.get("error").getAsDouble()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"parameters, parameters, false", "macs, operations, false", "bytes, bytes, true"})
    void theQuantityCanBeNamed(String word, String quantity, boolean found) {
        var object = json("reconcile", "alexnet", "244M", "--of", word, "--format", "json");
        assertThat(object.get("quantity").getAsString()).isEqualTo(quantity);
        assertThat(object.get("found").getAsBoolean()).isEqualTo(found);
    }

    @Test
    void aRatioIsOfTwoNetworks() {
        var object = json("reconcile", "alexnet", "12×", "--ratio-to", "googlenet", "--format", "json");
        assertThat(object.getAsJsonArray("networks")).hasToString("[\"AlexNet\",\"GoogLeNet\"]");
        assertThat(object.get("found").getAsBoolean()).isFalse();
        assertThat(object.getAsJsonArray("nearest").get(0).getAsJsonObject().getAsJsonArray("counts"))
                .hasToString("[60965224,6998552]");
    }

    @Test
    void wordsThatAreNoNumberAreRefused() {
        var err = new StringWriter();
        assertThat(Main.commandLine().setErr(new PrintWriter(err, true)).execute("reconcile", "alexnet", "many"))
                .isEqualTo(1);
        assertThat(err)
                .hasToString("layerwise: expected a number as printed, such as 62,378,344, 6.8M, 15.3 GFLOPs, 98 MB or "
                        + "12×, got many" + System.lineSeparator());
    }
}
