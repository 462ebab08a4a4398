package layerwise.view;

import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final List<Integer> DISTANCES = List.of(3, 6, 10, 18, 28, 40, 54, 70, 90, 120);
    private static final int NEAR = 10;
    private static final int DIRECTIONS = 24;
    private static final int CROWD = 60;
    private static final int ROUNDS = 2;
    private static final int DOUBT = 4;
    private static final int LINED = 10;
    private static final int SLANTED = 4;
    private static final int LEFT = 2;
    private static final int CROSSING = 16;

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

        private int nearestX(int x) {
            return Math.max(left, Math.min(right, x));
        }

        private int nearestY(int y) {
            return Math.max(top, Math.min(bottom, y));
        }

        private boolean meets(Line2D line) {
            return line.intersects(left, top, right - left, bottom - top);
        }

        /** How far the disc that this is the square around is from a name. */
        private double gap(Area name) {
            int x = name.nearestX(middleX());
            int y = name.nearestY(middleY());
            return Math.hypot(x - middleX(), y - middleY()) - (right - left) / 2.0;
        }
    }

    /**
     * {@return a label for each point: in the free place around it that leaves least doubt whose it is}
     *
     * <p>Names in a crowd are placed first; a line that leads to a point crosses no name.
     *
     * @param names of the points
     * @param points what they cover
     * @param frame in which all names stand
     */
    static List<PointLabel> place(List<String> names, List<Area> points, Area frame) {
        var placed = new TreeMap<Integer, PointLabel>();
        var order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> -crowd(points, i)))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i : order) {
                placed.remove(i);
                var best = best(names.get(i), i, points, frame, List.copyOf(placed.values()));
                placed.put(i, best.orElseGet(() -> at(names.get(i), points.get(i), DISTANCES.get(0), 0)));
            }
        }
        return List.copyOf(placed.values());
    }

    private static long crowd(List<Area> points, int i) {
        return points.stream()
                .filter(other -> Math.hypot(
                                other.middleX() - points.get(i).middleX(),
                                other.middleY() - points.get(i).middleY())
                        < CROWD)
                .count();
    }

    private static Optional<PointLabel> best(
            String name, int own, List<Area> points, Area frame, List<PointLabel> placed) {
        return candidates(name, points.get(own))
                .filter(each -> frame.holds(each.area())
                        && points.stream().noneMatch(each.area()::meets)
                        && placed.stream().allMatch(each::clear))
                .min(Comparator.comparingDouble(each -> each.doubt(own, points, placed)));
    }

    private static Stream<PointLabel> candidates(String name, Area point) {
        return DISTANCES.stream()
                .flatMap(distance -> IntStream.range(0, DIRECTIONS).mapToObj(i -> at(name, point, distance, i)));
    }

    /** Whether neither name stands upon the other or upon the line that leads to it. */
    private boolean clear(PointLabel other) {
        return !area.meets(other.area)
                && !(far && other.area.meets(line()))
                && !(other.far && area.meets(other.line()));
    }

    /** The distance from the point, more where another point is as near or the line crosses something. */
    private double doubt(int own, List<Area> points, List<PointLabel> placed) {
        double distance = points.get(own).gap(area);
        double others = IntStream.range(0, points.size())
                .filter(i -> i != own)
                .mapToDouble(i -> points.get(i).gap(area))
                .min()
                .orElse(Double.MAX_VALUE);
        double level = SLANTED * Math.min(1, Math.abs(area.middleY() - y) / (double) HEIGHT);
        double doubt = DOUBT * Math.max(0, (far ? NEAR : distance) + NEAR - others);
        int side = area.middleX() > x ? 0 : LEFT;
        return distance + level + side + doubt + (far ? LINED + CROSSING * crossings(own, points, placed) : 0);
    }

    private long crossings(int own, List<Area> points, List<PointLabel> placed) {
        var line = line();
        return IntStream.range(0, points.size())
                        .filter(i -> i != own && points.get(i).meets(line))
                        .count()
                + placed.stream()
                        .filter(other -> other.far && other.line().intersectsLine(line))
                        .count();
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

    /** {@return the line from the nearest edge of the name to its point} */
    Line2D line() {
        return new Line2D.Double(area.nearestX(x), area.nearestY(y), x, y);
    }

    /** Draws the line to a point that is far. */
    void leader(Strokes strokes) {
        if (far) {
            strokes.line(area.nearestX(x), area.nearestY(y), x, y, "#9ca3af");
        }
    }

    void write(Strokes strokes) {
        strokes.text(area.middleX(), area.bottom() - 3, Strokes.MIDDLE + "font-size='" + SIZE + "'", name);
    }
}
