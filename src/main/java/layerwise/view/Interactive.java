package layerwise.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A drawing as an image in HTML, with a script that puts the drawing itself in its place.
 *
 * <p>Front ends that do not trust a notebook take out scripts and SVG elements, and leave the letters of the latter; an
 * image they leave whole.
 */
final class Interactive {
    private static final String SCRIPT = script();

    private Interactive() {}

    /** {@return a fragment that is looked at without a network} */
    static String html(Svg drawing, String description) {
        return "<div class=\"lw-diagram\" style=\"position:relative;overflow-x:auto;max-width:100%\">"
                + drawing.element(description) + "</div><script>" + SCRIPT + "</script>";
    }

    private static String script() {
        try (var file = Interactive.class.getResourceAsStream("diagram.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("//"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("the script of diagrams could not be read from its own jar", e);
        }
    }
}
