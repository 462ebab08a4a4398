package layerwise.view;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import layerwise.view.Layout.Edge;
import layerwise.view.Layout.Place;

/**
 * A tall chain of boxes in columns beside each other, read from the top of the first to the foot of the last.
 *
 * <p>Only a chain without open frames is folded: what a reader shuts would move what stands in the next column.
 */
final class FoldedLayout {
    private static final int TALL = 1000;
    private static final int COLUMN = 640;
    private static final int GAP = 34;
    private static final int LANE = 10;
    private static final int ENTRY = 20;
    private static final int TURN = 6;

    private final Layout chain;
    private final int columns;
    private final int pitch;
    private final int below;

    private FoldedLayout(Layout chain, int columns, int pitch, int below) {
        this.chain = chain;
        this.columns = columns;
        this.pitch = pitch;
        this.below = below;
    }

    /**
     * {@return the layout in as many columns as it needs and a page holds; as it is where it is not tall or no chain}
     *
     * @param beside pixels that something else needs below a box and to the right of its column
     * @param room pixels across
     */
    static Layout of(Layout layout, Dimension beside, int room) {
        int pitch = layout.width() + GAP + beside.width;
        int most = (room - layout.width()) / pitch + 1;
        int columns = Math.min(most, (layout.height() + COLUMN - 1) / COLUMN);
        return layout.height() <= TALL || columns < 2 || !chained(layout)
                ? layout
                : new FoldedLayout(layout, columns, pitch, beside.height).layout();
    }

    private static boolean chained(Layout layout) {
        int last = layout.places().size() - 1;
        return layout.edges().size() == layout.places().size()
                && layout.places().stream().allMatch(place -> place.inside().isEmpty())
                && IntStream.rangeClosed(0, last).allMatch(i -> {
                    var edge = layout.edges().get(i);
                    return edge.from() == i && edge.to() == (i == last ? Layout.OUTSIDE : i + 1);
                });
    }

    private int column(int place) {
        var box = chain.places().get(place).box();
        return (int) (box.getCenterY() * columns / (chain.height() + 1));
    }

    private int across(int place) {
        return column(place) * pitch;
    }

    /** How far up a place moves: the first of its column stands below the arrow that comes from the column before. */
    private int up(int place) {
        int column = column(place);
        return column == 0
                ? 0
                : IntStream.rangeClosed(0, place)
                                .filter(i -> column(i) == column)
                                .map(i -> chain.places().get(i).box().y)
                                .findFirst()
                                .orElseThrow()
                        - ENTRY;
    }

    private Layout layout() {
        var places = new ArrayList<Place>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < chain.places().size(); i++) {
            var place = chain.places().get(i);
            places.add(new Place(place.section(), moved(place.box(), i), place.inside()));
            var edge = moved(chain.edges().get(i), i);
            edges.add(edge.to() == Layout.OUTSIDE || column(edge.to()) == column(i) ? edge : turned(edge));
        }
        int height = edges.stream()
                .flatMap(edge -> edge.points().stream())
                .mapToInt(point -> point.y)
                .max()
                .orElse(chain.height());
        return new Layout(chain.width() + (columns - 1) * pitch, height, places, edges);
    }

    private Rectangle moved(Rectangle box, int place) {
        return new Rectangle(box.x + across(place), box.y - up(place), box.width, box.height);
    }

    private Edge moved(Edge edge, int place) {
        var points = edge.points().stream()
                .map(point -> new Point(point.x + across(place), point.y - up(place)))
                .toList();
        return new Edge(
                edge.from(), edge.to(), edge.source(), points, edge.label().map(label -> moved(label, place)));
    }

    /** Down past its shape, up between the columns, and down into the first box of the next. */
    private Edge turned(Edge edge) {
        var start = edge.points().get(0);
        int shape = edge.label().map(label -> label.y + label.height).orElse(start.y);
        int foot = TURN + Math.max(shape, start.y + below);
        int lane = across(edge.to()) - LANE;
        var next = moved(chain.places().get(edge.to()).box(), edge.to());
        int middle = edge.points().get(edge.points().size() - 1).x - across(edge.from()) + across(edge.to());
        return edge.along(List.of(
                start,
                new Point(start.x, foot),
                new Point(lane, foot),
                new Point(lane, TURN),
                new Point(middle, TURN),
                new Point(middle, next.y)));
    }
}
