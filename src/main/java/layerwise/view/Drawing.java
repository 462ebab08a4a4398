package layerwise.view;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A picture that is an SVG drawing first: lines and letters that stay sharp; the same in pixels for pages that show none. */
public interface Drawing extends Picture {

    /** {@return the drawing, the same bytes for the same picture} */
    Svg svg();

    /** {@return the drawing as it stands when nothing moves, to be painted} */
    default Svg still() {
        return svg();
    }

    /**
     * {@return the drawing as an image of an HTML page} A style sheet in it moves what it moves, and nothing else; pages
     * whose SVG elements are cleaned away, as Jupyter's own export does, show it.
     */
    default String html() {
        String data = Base64.getEncoder().encodeToString(svg().text().getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"" + Html.escaped(text().lines().findFirst().orElse("")) + "\" style=\"max-width:100%\""
                + " src=\"data:image/svg+xml;base64," + data + "\"/>";
    }

    /** {@return the drawing in pixels, at most {@value Sheet#WIDEST} wide} */
    @Override
    default BufferedImage image() {
        return Sheet.fitted(still().image());
    }
}
