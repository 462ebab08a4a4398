package layerwise.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.analysis.Anatomy;
import layerwise.analysis.Section;
import layerwise.analysis.Section.Copy;
import layerwise.analysis.Section.Unit;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;
import layerwise.view.Layout.Edge;
import layerwise.view.Layout.Place;

/**
 * Draws a network whose sections are laid out: frames around units, boxes, arrows with shapes, a legend.
 *
 * <p>The attributes {@code data-…} are for the script beside the drawing; without it, it is a plain drawing whose boxes
 * explain themselves to a reader who points at them.
 */
final class DiagramDrawing {
    private static final int MARGIN = 14;
    private static final int TITLE = 36;
    private static final int LINE = 13;
    private static final int HEADING = 20;
    private static final double NAME_LETTER = 7.3;
    private static final double LETTER = 6.1;
    private static final double LABEL_LETTER = 6.6;
    private static final int LEGEND_ITEM = 22;

    private final Network network;
    private final Anatomy anatomy;
    private final Graph graph;
    private final Layout layout;
    private final int width;
    private final List<HeadBox> heads;
    private final Set<Family> families = new LinkedHashSet<>();

    DiagramDrawing(Network network, Anatomy anatomy) {
        this.network = network;
        this.anatomy = anatomy;
        graph = anatomy.graph();
        var laid = new Elk(anatomy, this::size, node -> labelWidth(graph.shape(node))).layout();
        var placed = FoldedLayout.of(laid, HeadBox.room(network), Sheet.WIDEST - 2 * MARGIN);
        int most = Math.max(placed.width(), Math.max(letters(network.name() + parameters(), 8), 240));
        width = most + 2 * MARGIN;
        layout = placed.moved(MARGIN + (most - placed.width()) / 2, TITLE);
        heads = HeadBox.beside(layout, network);
    }

    /** {@return as much as all that is drawn needs, with its heads} */
    private int width() {
        return heads.stream()
                .mapToInt(head -> head.box().x + head.box().width + MARGIN)
                .reduce(width, Math::max);
    }

    /** {@return where everything stands} */
    Layout layout() {
        return layout;
    }

    private static int letters(String text, double each) {
        return (int) Math.ceil(text.length() * each);
    }

    private static int labelWidth(Shape shape) {
        return letters(shape.toString(), LABEL_LETTER) + 6;
    }

    /** The size of a box, or of the heading of a unit that is not shut. */
    private Dimension size(Section section) {
        String around = around(section.path());
        if (section instanceof Unit unit && !unit.shut()) {
            return new Dimension(2 * letters(heading(unit), NAME_LETTER) + 36, HEADING);
        }
        var caption = Caption.of(graph, section, around);
        int widest = Stream.concat(
                        Stream.of(letters(caption.name(), NAME_LETTER)),
                        caption.lines().stream().map(line -> letters(line, LETTER)))
                .mapToInt(letters -> letters)
                .max()
                .orElse(0);
        return new Dimension(
                Math.max(44, widest + 14), 9 + LINE * (1 + caption.lines().size()));
    }

    static String heading(Unit unit) {
        String name = last(unit.path());
        int copies = unit.copies().size();
        return copies == 1
                ? name
                : name + "–" + last(unit.copies().get(copies - 1).path()) + " ×" + copies;
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String around(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private String parameters() {
        return Numbers.counted(
                graph.steps().stream().mapToLong(step -> step.parameters()).sum(), "parameter");
    }

    /** {@return the drawing in the colours of {@code style}} */
    Svg svg(String style) {
        var writer = new SvgWriter();
        writer.text(MARGIN, 22, "class='title'", network.name());
        writer.text(width - MARGIN, 22, "class='soft end'", parameters());
        row(writer, layout, new Shift("", "", 0));
        heads.forEach(head -> head.draw(writer));
        int bottom = legend(writer, TITLE + layout.height() + 10);
        return writer.drawing(SvgWriter.attribute("data-network", network.name()), width(), bottom, label(), style);
    }

    private String label() {
        return network.name() + ": a diagram of " + anatomy.boxes().size() + " boxes from " + graph.input() + " to "
                + graph.output() + ", " + parameters();
    }

    /** Where a unit's copy stands among nodes and paths. */
    private record Shift(String from, String to, int nodes) {

        Section of(Section section) {
            if (nodes == 0) {
                return section;
            }
            int from = section.from() + nodes;
            int end = section.end() + nodes;
            return section instanceof Unit unit
                    ? new Unit(path(unit.path()), from, end, unit.sections(), copies(unit))
                    : new Section.Cell(path(section.path()), from, end);
        }

        private List<Copy> copies(Unit unit) {
            return unit.copies().stream()
                    .map(copy -> new Copy(path(copy.path()), copy.from() + nodes))
                    .toList();
        }

        private String path(String path) {
            return to + path.substring(from.length());
        }
    }

    private void row(SvgWriter writer, Layout row, Shift shift) {
        writer.arrows(row.edges().stream()
                .filter(edge -> headed(row, edge))
                .map(Edge::points)
                .toList());
        writer.lines(row.edges().stream()
                .filter(edge -> !headed(row, edge))
                .map(Edge::points)
                .toList());
        for (Edge edge : row.edges()) {
            edge.label().ifPresent(label -> shape(writer, label, graph.shape(edge.source() + shift.nodes())));
        }
        row.places().forEach(place -> place(writer, place, shift));
    }

    /** What leaves a unit has its head outside it. */
    private boolean headed(Layout row, Edge edge) {
        return edge.to() != Layout.OUTSIDE || row == layout;
    }

    private static void shape(SvgWriter writer, Rectangle label, Shape shape) {
        writer.text(label.x + 3, label.y + 10, "class='l'", shape.toString());
    }

    private void place(SvgWriter writer, Place place, Shift shift) {
        var section = shift.of(place.section());
        if (place.inside().isPresent()) {
            unit(writer, place, (Unit) section, shift);
        } else {
            box(writer, place.box(), Caption.of(graph, section, around(section.path())));
        }
    }

    private void box(SvgWriter writer, Rectangle box, Caption caption) {
        families.add(caption.family());
        writer.open(
                "class='b " + caption.family().word() + "' " + SvgWriter.attribute("data-path", caption.path())
                        + SvgWriter.attribute("data-also", String.join(" ", caption.others())),
                caption.explanation());
        writer.box(box, "rx='5'");
        int x = box.x + box.width / 2;
        int y = box.y + (box.height - LINE * caption.lines().size()) / 2 + 4;
        writer.text(x, y, "class='n'", caption.name());
        for (String line : caption.lines()) {
            y += LINE;
            writer.text(x, y, "", line);
        }
        writer.close();
    }

    private void unit(SvgWriter writer, Place place, Unit unit, Shift shift) {
        var box = place.box();
        String known = shift.nodes() == 0 ? script(place, unit) : "";
        writer.open(
                "class='u' " + SvgWriter.attribute("data-path", unit.path()) + known, Caption.explanation(graph, unit));
        writer.box(box, "rx='7'");
        writer.text(box.x + 9, box.y + 14, "class='n'", heading(unit));
        writer.open("class='i'", "");
        row(writer, place.inside().orElseThrow(), shift);
        writer.close();
        writer.close();
    }

    /** What the script needs to shut a unit, and to draw its copies. */
    private String script(Place place, Unit unit) {
        String shut = shuts(place) ? "1" : "";
        if (unit.copies().size() == 1) {
            return SvgWriter.attribute("data-shut", shut);
        }
        var inside = place.inside().orElseThrow();
        return SvgWriter.attribute("data-shut", shut)
                + SvgWriter.attribute(
                        "data-copies", unit.copies().stream().map(Copy::path).collect(Collectors.joining("//")))
                + SvgWriter.attribute("data-in", "" + edgeOf(inside, true).x)
                + SvgWriter.attribute("data-out", "" + edgeOf(inside, false).x)
                + SvgWriter.attribute(
                        "data-shape", graph.shape(unit.endOfFirst() - 1).toString())
                + SvgWriter.attribute("data-words", words(place, unit));
    }

    private static Point edgeOf(Layout inside, boolean in) {
        return inside.edges().stream()
                .filter(edge -> (in ? edge.from() : edge.to()) == Layout.OUTSIDE)
                .map(edge -> edge.points().get(in ? 0 : edge.points().size() - 1))
                .findFirst()
                .orElseThrow();
    }

    /** What is written in each further copy, null where it is as in the first but for the name; empty if it always is. */
    private String words(Place place, Unit unit) {
        var first = written(place, unit, unit.copies().get(0));
        var all = new JsonArray();
        boolean alike = true;
        for (Copy copy : unit.copies().subList(1, unit.copies().size())) {
            var words = written(place, unit, copy);
            var row = new JsonArray();
            for (int i = 0; i < words.size(); i++) {
                boolean same = words.get(i).equals(first.get(i).replace(unit.path(), copy.path()));
                row.add(same ? null : new JsonPrimitive(words.get(i)));
                alike &= same;
            }
            all.add(row);
        }
        return alike ? "" : all.toString();
    }

    private List<String> written(Place place, Unit unit, Copy copy) {
        var writer = new SvgWriter();
        int nodes = copy.from() - unit.from();
        row(writer, place.inside().orElseThrow(), new Shift(unit.path(), copy.path(), nodes));
        return Stream.concat(
                        writer.words().stream(),
                        Stream.of(graph.shape(unit.endOfFirst() - 1 + nodes).toString()))
                .toList();
    }

    /** Whether nothing else stands beside a unit, so that all below it can move up when it is shut. */
    private boolean shuts(Place place) {
        var box = place.box();
        return rectangles(layout)
                .filter(other -> !box.contains(other) && !other.contains(box))
                .noneMatch(other -> other.y < box.y + box.height && box.y < other.y + other.height);
    }

    /** Everything that must not be cut: boxes, frames and shapes. */
    private static Stream<Rectangle> rectangles(Layout row) {
        return Stream.of(
                        row.places().stream().map(Place::box),
                        row.edges().stream().flatMap(edge -> edge.label().stream()),
                        row.places().stream()
                                .flatMap(place -> place.inside().stream())
                                .flatMap(DiagramDrawing::rectangles))
                .flatMap(rectangles -> rectangles);
    }

    /** {@return where the drawing ends below its legend} */
    private int legend(SvgWriter writer, int top) {
        int x = MARGIN;
        int y = top;
        for (Family family : Family.values()) {
            if (families.contains(family) && family != Family.INPUT) {
                int needed = LEGEND_ITEM + letters(family.word(), LETTER);
                if (x + needed > width) {
                    x = MARGIN;
                    y += LINE + 4;
                }
                writer.open("class='" + family.word() + "'", "");
                writer.box(new Rectangle(x, y, 10, 10), "");
                writer.text(x + 14, y + 9, "class='soft'", family.word());
                writer.close();
                x += needed + 8;
            }
        }
        return y + LINE + 10;
    }
}
