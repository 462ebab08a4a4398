package layerwise.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import layerwise.data.Crop;

/**
 * The boxes that crops cut from an image, in a frame for each size to which it is resized; a mirrored crop has the box of its
 * twin.
 *
 * @param crops whose boxes are drawn
 * @param height of the image before it is resized
 * @param width of the image before it is resized
 */
public record CropDrawing(List<Crop> crops, int height, int width) implements Drawing {
    private static final int MARGIN = 14;
    private static final int GAP = 12;
    private static final int TOP = 56;
    private static final String FRAME = "fill='#0072b2' fill-opacity='.1'";

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no crop, or the image has no pixel
     */
    public CropDrawing {
        crops = List.copyOf(crops);
        if (crops.isEmpty() || height < 1 || width < 1) {
            throw new IllegalArgumentException("a drawing of crops: expected at least one, of an image of at least 1×1,"
                    + " got " + crops.size() + " of " + height + "×" + width);
        }
    }

    private List<Integer> scales() {
        return crops.stream().map(Crop::scale).distinct().sorted().toList();
    }

    private int resized(int side, int scale) {
        return (int) Math.round((double) side * scale / Math.min(height, width));
    }

    private List<Crop> boxes(int scale) {
        var seen = new LinkedHashSet<List<Integer>>();
        return crops.stream()
                .filter(crop -> crop.scale() == scale && seen.add(List.of(crop.x(), crop.y(), crop.size())))
                .toList();
    }

    @Override
    public String title() {
        return Numbers.counted(crops.size(), "crop") + " of an image of " + height + "×" + width;
    }

    /** {@return the drawing, as large as a page allows} */
    @Override
    public Svg svg() {
        var scales = scales();
        int all = scales.stream().mapToInt(scale -> resized(width, scale)).sum();
        int tallest = resized(height, scales.get(scales.size() - 1));
        double zoom = Math.min(1, (Sheet.WIDEST - 2.0 * MARGIN - (scales.size() - 1) * GAP) / all);
        var strokes = new Strokes();
        strokes.title(MARGIN, 24, title());
        double x = MARGIN;
        for (int scale : scales) {
            frame(strokes, scale, x, zoom);
            x += zoom * resized(width, scale) + GAP;
        }
        return strokes.drawing(
                (int) Math.ceil(x - GAP + MARGIN), TOP + (int) Math.ceil(zoom * tallest) + MARGIN, title());
    }

    private void frame(Strokes strokes, int scale, double x, double zoom) {
        strokes.text(x, TOP - 8, "fill='" + Strokes.SOFT + "'", size(scale));
        strokes.rectangle(x, TOP, zoom * resized(width, scale), zoom * resized(height, scale), FRAME);
        strokes.path(
                boxes(scale).stream().map(crop -> box(crop, x, zoom)).collect(Collectors.joining()),
                "fill='none' stroke='#0072b2'");
    }

    private static String box(Crop crop, double x, double zoom) {
        String side = Strokes.px(zoom * crop.size());
        return "M" + Strokes.px(x + zoom * crop.x()) + " " + Strokes.px(TOP + zoom * crop.y()) + "h" + side + "v" + side
                + "h-" + side + "z";
    }

    private String size(int scale) {
        return resized(height, scale) + "×" + resized(width, scale);
    }

    /** {@return a line for each size: how many boxes are cut from it, and how many crops they are} */
    @Override
    public String text() {
        return scales().stream()
                .map(scale -> size(scale) + ": " + Numbers.counted(boxes(scale).size(), "place") + ", "
                        + Numbers.counted(
                                crops.stream()
                                        .filter(crop -> crop.scale() == scale)
                                        .count(),
                                "crop"))
                .collect(Collectors.joining("\n", title() + "\n", ""));
    }
}
