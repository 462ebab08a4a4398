package layerwise.view;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;

/**
 * A drawing as text: one {@code <svg>} element with its namespace, width and height.
 *
 * @param text the element; it may stand in an HTML page as it is
 */
public record Svg(String text) {

    /**
     * {@return the drawing as an image of an HTML page} A style sheet in it moves what it moves, and nothing else; pages
     * whose SVG elements are cleaned away, as Jupyter's own export does, show it.
     *
     * @param alternative what is said where no image is shown
     */
    String element(String alternative) {
        return "<img alt=\"" + Html.escaped(alternative) + "\" style=\"max-width:100%\" src=\"data:image/svg+xml,"
                + inAddress(text) + "\"/>";
    }

    private static String inAddress(String svg) {
        return svg.replace("%", "%25")
                .replace("#", "%23")
                .replace("\n", "%0A")
                .replace("\"", "%22")
                .replace("&", "&amp;");
    }

    /**
     * {@return the drawing rasterised at its own width}
     *
     * @throws IllegalArgumentException if the text is no drawing
     */
    public BufferedImage image() {
        var raster = new Raster();
        try {
            raster.transcode(new TranscoderInput(new StringReader(text)), new TranscoderOutput());
        } catch (TranscoderException e) {
            throw new IllegalArgumentException(
                    "expected an SVG drawing, got one that cannot be read: " + e.getMessage()
                            + "; look at its text in a browser",
                    e);
        }
        return raster.drawn;
    }

    /** Batik hands over the image; nothing is encoded or written. */
    private static final class Raster extends ImageTranscoder {
        private BufferedImage drawn = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }

        @Override
        public void writeImage(BufferedImage image, TranscoderOutput output) {
            drawn = image;
        }
    }
}
