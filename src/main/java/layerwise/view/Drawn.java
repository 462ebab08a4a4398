package layerwise.view;

import java.awt.image.BufferedImage;

/** A picture that is an SVG drawing first: letters stay sharp, and what a reader points at explains itself. */
public interface Drawn extends Picture {

    /** {@return the drawing, the same bytes for the same picture} */
    Svg svg();

    /** {@return the drawing in pixels, at most {@value Sheet#WIDEST} wide} */
    @Override
    default BufferedImage image() {
        return Sheet.fitted(svg().image());
    }
}
