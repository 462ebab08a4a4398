package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

class RenderersTest {
    private final Renderers renderers = Looks.register(new Renderers());

    private String text(Object value) {
        return renderers.render(value).form("text/plain").orElseThrow();
    }

    @Test
    void aTypeWithoutRendererIsItsText() {
        assertThat(text(42)).isEqualTo("42");
        assertThat(text(new LinkedHashMap<>())).isEqualTo("{}");
    }

    @Test
    void anArrayIsItsElements() {
        assertThat(text(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(text(new Object[] {"a", new double[] {0.5}, null})).isEqualTo("[a, [0.5], null]");
        assertThat(text(new byte[5000])).endsWith("0, … 5000 elements]");
    }

    @Test
    void theMostSpecificRendererDecides() {
        renderers.put(Collection.class, c -> MimeBundle.text("collection"));
        renderers.put(List.class, c -> MimeBundle.text("list"));
        renderers.put(Object.class, c -> MimeBundle.text("object"));
        assertThat(text(List.of())).isEqualTo("list");
        assertThat(text(new java.util.HashSet<>())).isEqualTo("collection");
        assertThat(text("x")).isEqualTo("object");
    }

    @Test
    void aClassIsPreferredToAnUnrelatedInterface() {
        renderers.put(ArrayList.class, c -> MimeBundle.text("array list"));
        renderers.put(RandomAccess.class, c -> MimeBundle.text("random access"));
        renderers.put(Cloneable.class, c -> MimeBundle.text("cloneable"));
        assertThat(text(new ArrayList<>())).isEqualTo("array list");
        assertThat(text(new java.util.Vector<>())).isEqualTo("cloneable");
    }

    @Test
    void textIsAlwaysThere() {
        renderers.put(Integer.class, i -> new MimeBundle(java.util.Map.of()).html("<b>" + i + "</b>"));
        assertThat(renderers.render(3).data()).containsEntry("text/plain", "3").containsEntry("text/html", "<b>3</b>");
    }

    @Test
    void aFailingRendererFallsBackToTextAndSaysSo() {
        renderers.put(Integer.class, i -> {
            throw new IllegalStateException("no ink");
        });
        assertThat(text(3))
                .isEqualTo("3\n(shown as text: the renderer of java.lang.Integer failed with "
                        + "java.lang.IllegalStateException: no ink)");
    }

    @Test
    void aFailingToStringIsNamed() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("closed");
            }
        };
        assertThat(text(broken)).endsWith("(its toString failed with java.lang.IllegalStateException: closed)");
    }

    @Test
    void aJavaImageIsAPngPicture() {
        MimeBundle bundle = renderers.render(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        assertThat(bundle.form("text/plain")).contains("image, 3×2 pixels");
        assertThat(Base64.getDecoder().decode(bundle.form("image/png").orElseThrow()))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aBundleIsShownAsItIs() {
        MimeBundle bundle = MimeBundle.text("t").svg("<svg/>");
        assertThat(renderers.render(bundle)).isEqualTo(bundle);
    }
}
