package layerwise.view;

import java.awt.image.BufferedImage;

/** A picture of lines and letters: an SVG element, and the same in pixels for pages that show none. */
public interface Drawing extends Picture {

    /** {@return the drawing, the same text each time} */
    Svg svg();

    /** {@return the drawing as it stands when nothing moves, to be painted} */
    default Svg still() {
        return svg();
    }

    @Override
    default BufferedImage image() {
        var drawn = still().image();
        return Sheet.painted(drawn.getWidth(), drawn.getHeight(), paper -> paper.drawImage(drawn, 0, 0, null));
    }
}
