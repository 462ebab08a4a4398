package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTest {
    private static final Javadoc COMMENT = new Javadoc("""
             Sums {@code a<b} and {@link java.util.List#of(Object) lists}; see {@linkplain #size}.

             <p>A &lt; B &amp; C, <b>bold</b>.
             <ul>
               <li>{@code Map<{@literal K}>}
             </ul>

             @param n the number,
                 in metres
             @param <T> the type
             @return a {@code long}
             @throws IOException if it fails
             @since 17
            """);

    @Test
    void aCommentBecomesText() {
        assertThat(COMMENT.text()).isEqualTo("""
                Sums a<b and lists; see size.
                A < B & C, bold.
                Map<{@literal K}>
                  n: the number, in metres
                  <T>: the type
                  returns a long
                  throws IOException: if it fails""");
    }

    @Test
    void aCommentBecomesHtml() {
        assertThat(COMMENT.html())
                .startsWith("<p>Sums <code>a&lt;b</code> and <code>lists</code>; see size.")
                .contains("<p>A &lt; B &amp; C, <b>bold</b>.")
                .endsWith("<br/>n: the number, in metres<br/>&lt;T&gt;: the type<br/>returns a <code>long</code>"
                        + "<br/>throws IOException: if it fails");
    }

    @Test
    void theReturnTagIsASentence() {
        assertThat(new Javadoc(" {@return the size, {@code 0} where there is none}").text())
                .isEqualTo("Returns the size, 0 where there is none.");
    }

    @Test
    void anOpenTagEndsWithItsText() {
        assertThat(new Javadoc("see {@code x").text()).isEqualTo("see x");
    }
}
