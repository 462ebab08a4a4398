package layerwise.view;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A picture of lines and letters: an SVG element, and the same in pixels for pages that show none. */
public interface Drawing extends Picture {

    /** {@return the drawing, the same text each time} */
    Svg svg();

    /** {@return the drawing as it stands when nothing moves, to be painted} */
    default Svg still() {
        return svg();
    }

    /** {@return the drawing as an image of an HTML page, where a style sheet in it moves what it moves, and nothing else} */
    default String html() {
        String data = Base64.getEncoder().encodeToString(svg().text().getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"" + Html.escaped(text().lines().findFirst().orElse("")) + "\" style=\"max-width:100%\""
                + " src=\"data:image/svg+xml;base64," + data + "\"/>";
    }

    @Override
    default BufferedImage image() {
        var drawn = still().image();
        return Sheet.painted(drawn.getWidth(), drawn.getHeight(), paper -> paper.drawImage(drawn, 0, 0, null));
    }
}
