package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The name of a point in a scatter, placed beside it where nothing else stands.
 *
 * @param name what is written
 * @param area what it covers
 * @param x of the point
 * @param y of the point
 * @param far whether a line must lead from the name to the point
 */
record PointLabel(String name, PointLabel.Area area, int x, int y, boolean far) {
    private static final int SIZE = 11;
    private static final int HEIGHT = 13;
    private static final double LETTER = 6.9;
    private static final List<Integer> DISTANCES = List.of(3, 10, 18, 28, 40, 54, 70, 90);
    private static final int NEAR = 10;
    private static final int DIRECTIONS = 16;

    /** A rectangle on the paper. */
    record Area(int left, int top, int right, int bottom) {

        /** {@return whether a pixel is in both} */
        boolean meets(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        private boolean holds(Area other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        private int middleX() {
            return (left + right) / 2;
        }

        private int middleY() {
            return (top + bottom) / 2;
        }
    }

    /**
     * {@return a label for each point: in the first free place around it, from near to far}
     *
     * @param names of the points
     * @param points what they cover
     * @param frame in which all names stand
     */
    static List<PointLabel> place(List<String> names, List<Area> points, Area frame) {
        var placed = new ArrayList<PointLabel>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Area point = points.get(i);
            placed.add(candidates(name, point).stream()
                    .filter(each -> frame.holds(each.area())
                            && points.stream().noneMatch(each.area()::meets)
                            && placed.stream().noneMatch(other -> other.area().meets(each.area())))
                    .findFirst()
                    .orElseGet(() -> candidates(name, point).get(0)));
        }
        return placed;
    }

    private static List<PointLabel> candidates(String name, Area point) {
        return DISTANCES.stream()
                .flatMap(distance -> IntStream.range(0, DIRECTIONS).mapToObj(i -> at(name, point, distance, i)))
                .toList();
    }

    /** Right, left, then round about; the name's nearest edge is {@code distance} from the point's. */
    private static PointLabel at(String name, Area point, int distance, int direction) {
        int width = (int) Math.ceil(LETTER * name.length());
        double angle = (direction % 2 == 0 ? 0 : Math.PI) + Math.PI * (direction / 2) / (DIRECTIONS / 2.0);
        double radius = (point.right() - point.left()) / 2.0 + distance;
        int x = (int) Math.round(point.middleX() + Math.cos(angle) * (radius + width / 2.0));
        int y = (int) Math.round(point.middleY() - Math.sin(angle) * (radius + HEIGHT / 2.0));
        var area = new Area(x - width / 2, y - HEIGHT / 2, x + (width + 1) / 2, y + HEIGHT / 2 + 1);
        return new PointLabel(name, area, point.middleX(), point.middleY(), distance > NEAR);
    }

    /** Draws the line to a point that is far. */
    void leader(Strokes strokes) {
        if (far) {
            int nearest = Math.max(area.left(), Math.min(area.right(), x));
            strokes.line(nearest, y < area.top() ? area.top() : area.bottom(), x, y, "#9ca3af");
        }
    }

    void write(Strokes strokes) {
        strokes.text(area.middleX(), area.bottom() - 3, Strokes.MIDDLE + "font-size='" + SIZE + "'", name);
    }
}
