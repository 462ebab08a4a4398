package layerwise.view;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import layerwise.analysis.Section;

/**
 * Where the sections of a diagram stand, in pixels from its top left corner, as ELK's layered method puts them.
 *
 * @param width of all
 * @param height of all
 * @param places of the sections, in their order
 * @param edges between them, from what leads in to what leads out
 */
record Layout(int width, int height, List<Place> places, List<Edge> edges) {

    /** The number that stands for what leads in or out in {@link Edge#from} and {@link Edge#to}. */
    static final int OUTSIDE = -1;

    /**
     * A section in its place.
     *
     * @param section what stands there
     * @param box its border
     * @param inside where its own sections are, in pixels from the drawing's corner too
     */
    record Place(Section section, Rectangle box, Optional<Layout> inside) {}

    /**
     * An arrow.
     *
     * @param from place that it leaves, or {@link #OUTSIDE}
     * @param to place that it enters, or {@link #OUTSIDE}
     * @param source number of the node whose output flows on it
     * @param points its corners
     * @param label where its shape is written, where it is
     */
    record Edge(int from, int to, int source, List<Point> points, Optional<Rectangle> label) {

        /** {@return this edge along other points} */
        Edge along(List<Point> points) {
            return new Edge(from, to, source, List.copyOf(points), label);
        }
    }

    /** Copies the lists. */
    Layout {
        places = List.copyOf(places);
        edges = List.copyOf(edges);
    }

    /** {@return this layout moved to the right and down} */
    Layout moved(int x, int y) {
        return new Layout(
                width,
                height,
                places.stream()
                        .map(place -> new Place(
                                place.section(),
                                moved(place.box(), x, y),
                                place.inside().map(inside -> inside.moved(x, y))))
                        .toList(),
                edges.stream()
                        .map(edge -> new Edge(
                                edge.from(),
                                edge.to(),
                                edge.source(),
                                edge.points().stream()
                                        .map(point -> new Point(point.x + x, point.y + y))
                                        .toList(),
                                edge.label().map(label -> moved(label, x, y))))
                        .toList());
    }

    private static Rectangle moved(Rectangle rectangle, int x, int y) {
        return new Rectangle(rectangle.x + x, rectangle.y + y, rectangle.width, rectangle.height);
    }

    /** {@return where what leads in begins, or what leads out ends, in pixels from the left} */
    int gate(boolean in) {
        return edges.stream()
                .filter(edge -> (in ? edge.from() : edge.to()) == OUTSIDE)
                .map(edge -> edge.points().get(in ? 0 : edge.points().size() - 1).x)
                .findFirst()
                .orElse(width / 2);
    }

    /**
     * {@return this layout in a frame: what leads in begins, and what leads out ends, in the middle of its border}
     *
     * @param frame its border
     * @param heading pixels below the top in which nothing stands, as at the bottom {@code padding}
     */
    Layout framed(Rectangle frame, int heading, int padding) {
        int middle = frame.x + frame.width / 2;
        int bottom = frame.y + frame.height;
        return new Layout(
                width,
                height,
                places,
                edges.stream()
                        .map(edge -> edge.from() == OUTSIDE
                                ? edge.along(turned(middle, frame.y, frame.y + heading, edge.points()))
                                : edge)
                        .map(edge -> edge.to() == OUTSIDE
                                ? edge.along(
                                        reversed(turned(middle, bottom, bottom - padding, reversed(edge.points()))))
                                : edge)
                        .toList());
    }

    /** From a border down or up to {@code turn}, and there across to where the points begin. */
    private static List<Point> turned(int middle, int border, int turn, List<Point> points) {
        var all = new ArrayList<Point>();
        int x = points.get(0).x;
        boolean straight = Math.abs(x - middle) <= 1;
        all.add(new Point(straight ? x : middle, border));
        if (!straight) {
            all.add(new Point(middle, turn));
            all.add(new Point(x, turn));
        }
        all.addAll(points.subList(1, points.size()));
        return all;
    }

    private static List<Point> reversed(List<Point> points) {
        var reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }
}
