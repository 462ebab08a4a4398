package layerwise.view;

import java.util.List;
import layerwise.layers.Shape;
import layerwise.view.Placement.Place;

/**
 * Draws beside each box of a chain what it writes, as LeCun et al. 1998 do in figure 2: maps one behind the other, as
 * large as the map is beside the input's, at least 3 pixels; beyond {@value #MOST} maps no more are drawn.
 */
record Volumes(SvgWriter writer, Placement placement, List<Box> boxes) {

    static final int MOST = 12;
    private static final int LARGEST = 38;
    private static final int SMALLEST = 3;

    void draw() {
        for (int number = 0; number < boxes.size(); number++) {
            var box = boxes.get(number);
            writer.open(box.path() + " writes " + box.output());
            stack(box, placement.of(number));
            writer.close();
        }
    }

    /** The hindmost map first, up and to the right. */
    private void stack(Box box, Place beside) {
        int width = side(box.output().width());
        int height = side(box.output().height());
        int sheets = sheets(box.output());
        int left = placement.volumes();
        int top = beside.y() + (beside.height() - height + sheets) / 2;
        for (int sheet = sheets - 1; sheet >= 0; sheet--) {
            writer.sheet(new Place(left + 2 * sheet, top - sheet, width, height), box.family());
        }
    }

    private static int sheets(Shape shape) {
        return Math.min(MOST, shape.channels());
    }

    private int side(int length) {
        var input = boxes.get(0).output();
        return Math.max(SMALLEST, LARGEST * length / Math.max(length, Math.max(input.height(), input.width())));
    }
}
