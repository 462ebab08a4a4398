package layerwise.view;

import java.awt.image.BufferedImage;

/** A picture that is an SVG drawing first: lines and letters that stay sharp; the same in pixels for pages that show none. */
public interface Drawing extends Picture {

    /** {@return the drawing, the same bytes for the same picture} */
    Svg svg();

    /** {@return the drawing as it stands when nothing moves, to be painted} */
    default Svg still() {
        return svg();
    }

    /** {@return what it shows, in one line} */
    String title();

    /** {@return the drawing as an image of an HTML page} */
    default String html() {
        return svg().element(title());
    }

    /** {@return the drawing in pixels, at most {@value Sheet#WIDEST} wide} */
    @Override
    default BufferedImage image() {
        return Sheet.fitted(still().image());
    }
}
