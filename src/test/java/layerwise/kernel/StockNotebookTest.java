package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockNotebookTest {
    private final StockKernel kernel = new StockKernel();

    /** A kernel on JJava's base that only remembers what it is to show. */
    public static final class StockKernel extends BaseKernel {
        private final List<DisplayData> shown = new ArrayList<>();

        StockKernel() {
            super(
                    "stock",
                    "1",
                    new LanguageInfo.Builder("Java").build(),
                    List.of(),
                    null,
                    new JupyterIO(StandardCharsets.UTF_8),
                    new CommManager(),
                    new Renderer(),
                    null,
                    new MagicsRegistry(),
                    false,
                    new StringStyler.Builder().build());
        }

        @Override
        public void display(DisplayData data) {
            shown.add(data);
        }

        @Override
        public Object evalRaw(String source) {
            throw new UnsupportedOperationException(source);
        }

        @Override
        public DisplayData inspect(String code, int at, boolean detail) {
            throw new UnsupportedOperationException(code);
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            throw new UnsupportedOperationException(code);
        }

        @Override
        public String isComplete(String code) {
            throw new UnsupportedOperationException(code);
        }
    }

    @BeforeEach
    void start() {
        kernel.onStartup();
    }

    @AfterEach
    void end() {
        kernel.onShutdown(false);
    }

    private static Screen notebook() {
        return StockNotebook.find().map(Screen.class::cast).orElseThrow();
    }

    @Test
    void aValueIsRenderedByTheStockKernel() {
        notebook().show(42);
        assertThat(kernel.shown).hasSize(1);
        assertThat(kernel.shown.get(0).getData(MIMEType.parse("text/plain"))).isEqualTo("42");
    }

    @Test
    void aBundleKeepsItsForms() {
        notebook().show(MimeBundle.text("three").html("<b>3</b>"), "here");
        DisplayData data = kernel.shown.get(0);
        assertThat(data.getData(MIMEType.parse("text/html"))).isEqualTo("<b>3</b>");
        assertThat(data.getData(MIMEType.parse("text/plain"))).isEqualTo("three");
        assertThat(data.getDisplayId()).isEqualTo("here");
    }

    @Test
    void anUpdateFindsTheStockDisplay() {
        notebook().update("here", 3);
        assertThat(kernel.shown).isEmpty();
    }

    @Test
    void ourTypesAreRegisteredWithJJava() {
        var look = Kernel.builder()
                .render(StringBuilder.class, each -> MimeBundle.text("three").html("<b>3</b>"));
        assertThat(look.tellStockKernel()).isTrue();
        DisplayData data = kernel.getRenderer().render(new StringBuilder("3"));
        assertThat(data.getData(MIMEType.parse("text/html"))).isEqualTo("<b>3</b>");
        assertThat(data.getData(MIMEType.parse("text/plain"))).isEqualTo("three");
        assertThat(kernel.getRenderer().render(42).getData(MIMEType.parse("text/plain")))
                .isEqualTo("42");
    }

    @Test
    void whatTheKernelKnowsByItselfLooksTheSameInJJava() {
        Kernel.builder().tellStockKernel();
        var ours = Looks.register(new Renderers());
        for (Object value : List.of(
                Map.of("C1", 156),
                new int[][] {{1, 2}, {3, 4}},
                new double[] {0.5, 0.25},
                new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB))) {
            DisplayData data = kernel.getRenderer().render(value);
            ours.render(value)
                    .data()
                    .forEach((type, form) ->
                            assertThat(data.getData(MIMEType.parse(type))).isEqualTo(form));
        }
    }
}
