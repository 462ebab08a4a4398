package layerwise.view;

import java.awt.image.BufferedImage;
import java.util.Locale;
import layerwise.data.Planes;

/**
 * A picture of one channel in grey or of three in colour, small ones with each pixel a square.
 *
 * @param planes what is shown; 0 is black and 1 is white, other ranges are stretched
 */
public record PlanesPicture(Planes planes) implements Picture {
    private static final int SIDE = 240;

    @Override
    public BufferedImage image() {
        var shape = planes.shape();
        int zoom = Math.max(1, SIDE / Math.max(shape.height(), shape.width()));
        var image = pixels(planes);
        int width = shape.width() * zoom;
        int height = shape.height() * zoom;
        return Sheet.painted(width, height, paper -> paper.drawImage(image, 0, 0, width, height, null));
    }

    /** {@return a pixel for each place: grey, or red, green and blue of the first three channels} */
    static BufferedImage pixels(Planes planes) {
        var shape = planes.shape();
        float low = Math.min(0, planes.low());
        float high = Math.max(low + 1e-12f, planes.low() < 0 || planes.high() > 1 ? planes.high() : 1);
        var image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < shape.height(); i++) {
            for (int j = 0; j < shape.width(); j++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    float value = planes.at(shape.channels() < 3 ? 0 : c, i, j);
                    rgb = rgb << 8 | Math.round(255 * (value - low) / (high - low));
                }
                image.setRGB(j, i, rgb);
            }
        }
        return image;
    }

    @Override
    public String text() {
        return String.format(Locale.ROOT, "%s, from %.4g to %.4g", planes, planes.low(), planes.high());
    }
}
