package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void outsideANotebookValuesArePrinted() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        console.show(3);
        console.show(MimeBundle.text("three").html("<b>3</b>"));
        console.update("bar", new int[] {1});
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("3\nthree\n[1]\n");
    }

    @Test
    void noStockKernelRunsHere() {
        assertThat(StockNotebook.find()).isEmpty();
    }
}
