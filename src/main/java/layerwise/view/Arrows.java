package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import layerwise.view.Placement.Place;

/** Draws the edges of a diagram from above to below, each with the shape that flows on it. */
record Arrows(SvgWriter writer, Placement placement, List<Box> boxes) {

    /** Draws all lines, then all shapes, so that no line crosses a shape, and the arrow that leaves the last box. */
    void draw() {
        for (int to = 0; to < boxes.size(); to++) {
            for (int from : sources(to)) {
                writer.edge(places(from, to));
            }
        }
        for (int to = 0; to < boxes.size(); to++) {
            shapes(to);
        }
        result();
    }

    private List<Integer> sources(int to) {
        return boxes.get(to).inputs().stream().distinct().toList();
    }

    private List<Place> places(int from, int to) {
        var places = new ArrayList<Place>();
        places.add(placement.of(from));
        places.addAll(placement.slots(from, to));
        places.add(placement.of(to));
        return places;
    }

    private void shapes(int to) {
        for (int from : sources(to)) {
            String shape = boxes.get(from).output().toString();
            var places = places(from, to);
            if (boxes.get(to).inputs().size() == 1) {
                atEnd(places, shape);
            } else {
                atBeginning(places.get(places.size() - 2), shape);
            }
        }
    }

    /** Where an edge arrives alone, its shape stands on the side that the edge does not come from. */
    private void atEnd(List<Place> places, String shape) {
        var last = places.get(places.size() - 1);
        boolean left = places.get(places.size() - 2).middle() > last.middle();
        label(last.middle(), last.y() - 12, left, shape);
    }

    /** Where edges meet, the shape stands where its edge still runs alone. */
    private void atBeginning(Place from, String shape) {
        boolean left = from.middle() + SvgWriter.labelWidth(shape) > placement.width();
        label(from.middle(), from.bottom() + 13, left, shape);
    }

    /** Beside a line at {@code x}, and within the drawing. */
    private void label(int x, int y, boolean left, String shape) {
        int width = SvgWriter.labelWidth(shape);
        int start = left ? x - 7 - width : x + 7;
        writer.label(Math.max(2, Math.min(start, placement.width() - 2 - width)), y, shape);
    }

    private void result() {
        var last = placement.of(boxes.size() - 1);
        var end = new Place(last.x(), last.bottom() + Placement.ROW_GAP - 6, last.width(), 0);
        writer.edge(List.of(last, end));
        atEnd(List.of(last, end), boxes.get(boxes.size() - 1).output().toString());
    }
}
