package layerwise.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import layerwise.analysis.UnitField;
import layerwise.data.Planes;
import layerwise.layers.Given;
import layerwise.layers.Shape;

/**
 * What one unit sees, painted on a picture: as it is computed from windows, and as it is measured by which pixels move the
 * unit.
 *
 * @param picture as the network reads it
 * @param field computed
 * @param effect how much each pixel moves the unit, 1 × height × width; nothing where it was not measured
 */
public record Lens(Planes picture, UnitField field, Optional<Planes> effect) implements Picture {
    private static final int SIDE = 224;
    private static final Color FRAME = new Color(0xd55e00);
    private static final double PALE = 0.7;
    private static final int COARSE = 100; // blocks along a side
    private static final int STEPS = 7;

    /** Refuses a picture or a measure of another size than the input. */
    public Lens {
        Given.value(picture, "the picture of a lens");
        Given.value(field, "the field of a lens");
        Given.value(effect, "the measure of a lens, or Optional.empty(),");
        effect.ifPresent(measured -> sized(field, measured));
        sized(field, picture);
    }

    private static void sized(UnitField field, Planes planes) {
        if (planes.shape().height() != field.input().height()
                || planes.shape().width() != field.input().width()) {
            throw new IllegalArgumentException(field.network() + "/" + field.path() + ": expected a picture of "
                    + field.input().height() + "×" + field.input().width() + " as the input, got " + planes
                    + "; make it fit with picture.fitting(…)");
        }
    }

    /** Rows and columns from the first to the last. */
    private record Box(int top, int left, int bottom, int right) {
        private String words() {
            return bottom < top ? "nothing" : "rows " + top + "–" + bottom + ", columns " + left + "–" + right;
        }
    }

    private Box computed() {
        return new Box(field.top(), field.left(), field.bottom(), field.right());
    }

    /** {@return the smallest rectangle around all pixels that move the unit} */
    private static Box measured(Planes effect) {
        int top = Integer.MAX_VALUE;
        int left = Integer.MAX_VALUE;
        int bottom = -1;
        int right = -1;
        for (int i = 0; i < effect.shape().height(); i++) {
            for (int j = 0; j < effect.shape().width(); j++) {
                if (effect.at(0, i, j) > 0) {
                    top = Math.min(top, i);
                    bottom = i;
                    left = Math.min(left, j);
                    right = Math.max(right, j);
                }
            }
        }
        return new Box(top, left, bottom, right);
    }

    @Override
    public BufferedImage image() {
        var panels = new ArrayList<Panels.Panel>();
        panels.add(new Panels.Panel(title(), computed().words(), seen()));
        effect.ifPresent(measured -> panels.add(
                new Panels.Panel("measured by ∂y/∂x", measured(measured).words(), warm(measured))));
        return Panels.beside(panels);
    }

    private String title() {
        return field.path() + " (" + field.row() + ", " + field.column() + "): " + size();
    }

    private String size() {
        return field.field().rows().size() + "×" + field.field().columns().size();
    }

    private BufferedImage seen() {
        var pixels = PlanesPicture.pixels(picture);
        for (int i = 0; i < pixels.getHeight(); i++) {
            for (int j = 0; j < pixels.getWidth(); j++) {
                if (!field.holds(i, j)) {
                    pixels.setRGB(j, i, faded(pixels.getRGB(j, i)));
                }
            }
        }
        return framed(pixels, computed());
    }

    /** Grey and pale. */
    private int faded(int rgb) {
        double grey = picture.shape().channels() == 3
                ? 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF)
                : rgb & 0xFF;
        int level = (int) Math.round(grey + (255 - grey) * PALE);
        return level * 0x010101;
    }

    /** In few steps of blocks of a few pixels, so that the file is small; the root of the share, so that the rim is seen. */
    private BufferedImage warm(Planes measured) {
        var pixels = PlanesPicture.pixels(picture);
        int block = Math.max(1, Math.min(pixels.getHeight(), pixels.getWidth()) / COARSE);
        var means = means(measured, block);
        for (int i = 0; i < pixels.getHeight(); i++) {
            for (int j = 0; j < pixels.getWidth(); j++) {
                double share = Math.sqrt(means.at(0, i / block, j / block) / Math.max(means.high(), Float.MIN_NORMAL));
                pixels.setRGB(j, i, mixed(faded(pixels.getRGB(j, i)), Math.ceil(share * STEPS) / STEPS));
            }
        }
        return framed(pixels, measured(measured));
    }

    private static Planes means(Planes measured, int block) {
        int rows = (measured.shape().height() + block - 1) / block;
        int columns = (measured.shape().width() + block - 1) / block;
        var means = new float[rows * columns];
        for (int i = 0; i < measured.shape().height(); i++) {
            for (int j = 0; j < measured.shape().width(); j++) {
                means[i / block * columns + j / block] += measured.at(0, i, j) / (block * block);
            }
        }
        return Planes.of(measured.name(), Shape.of(1, rows, columns), means);
    }

    private static int mixed(int rgb, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = rgb >> shift & 0xFF;
            int to = FRAME.getRGB() >> shift & 0xFF;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }

    private static BufferedImage framed(BufferedImage pixels, Box box) {
        var zoomed = Panels.zoomed(pixels, SIDE);
        double zoom = (double) zoomed.getWidth() / pixels.getWidth();
        if (box.bottom() >= box.top()) {
            frame(zoomed.createGraphics(), box, zoom);
        }
        return zoomed;
    }

    private static void frame(Graphics2D paper, Box box, double zoom) {
        paper.setColor(FRAME);
        paper.setStroke(new BasicStroke(2));
        paper.drawRect(
                (int) (box.left() * zoom),
                (int) (box.top() * zoom),
                (int) ((box.right() - box.left() + 1) * zoom) - 1,
                (int) ((box.bottom() - box.top() + 1) * zoom) - 1);
    }

    @Override
    public String text() {
        var lines = new ArrayList<>(List.of(
                field.network() + "/" + title() + ", a field every "
                        + field.field().rows().jump() + " pixels, the first from "
                        + field.field().rows().start(),
                "computed: " + computed().words()));
        effect.ifPresent(measured -> {
            lines.add("measured: " + measured(measured).words());
            lines.add(half(measured));
        });
        if (field.gated()) {
            lines.add("through its gates the unit sees the whole image; the computed field leaves them out");
        }
        return String.join("\n", lines);
    }

    /** How much of the field does half of the work (Luo et al. 2016 call it the effective field). */
    private String half(Planes measured) {
        double all = within(measured, Integer.MAX_VALUE);
        int reach = 0;
        while (within(measured, reach) < all / 2) {
            reach++;
        }
        return String.format(Locale.ROOT, "half of the effect lies in the middle %d×%d", 2 * reach + 1, 2 * reach + 1);
    }

    private double within(Planes measured, int reach) {
        int row = (field.top() + field.bottom()) / 2;
        int column = (field.left() + field.right()) / 2;
        double sum = 0;
        for (int i = 0; i < measured.shape().height(); i++) {
            for (int j = 0; j < measured.shape().width(); j++) {
                if (Math.abs(i - row) <= reach && Math.abs(j - column) <= reach) {
                    sum += measured.at(0, i, j);
                }
            }
        }
        return sum;
    }
}
