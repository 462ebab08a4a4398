package layerwise.view;

import java.awt.image.BufferedImage;

/** Something to look at that can also be read: an image with an opaque background, and the same as text. */
public interface Picture {

    /** {@return the image, painted anew at each call and the same each time} */
    BufferedImage image();

    /** {@return what the image shows, in lines of plain text, for terminals and readers who do not see it} */
    String text();

    /** {@return the image as the bytes of a small PNG file, without dates: the same picture has the same bytes} */
    default byte[] png() {
        return Png.of(image());
    }
}
