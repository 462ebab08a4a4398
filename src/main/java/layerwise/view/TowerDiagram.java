package layerwise.view;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Anatomy;
import layerwise.analysis.Section;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * A chain whose convolutions have two groups as two rows, a tower each: arrows from row to row where a layer reads both, as in
 * figure 2 of Krizhevsky, Sutskever and Hinton 2012.
 *
 * @param network what is drawn
 */
public record TowerDiagram(Network network) implements Drawing {
    private static final int MARGIN = 14;
    private static final int TITLE = 44;
    private static final int WIDTH = 82;
    private static final int GAP = 20;
    private static final int LINE = 13;
    private static final int HEIGHT = 9 + 3 * LINE;
    private static final int BETWEEN = 34;

    /**
     * Refuses a network that is not in two towers.
     *
     * @throws IllegalArgumentException if no convolution has two groups, or branches are joined
     */
    public TowerDiagram {
        Given.value(network, "the network whose towers are drawn");
        if (network.steps().stream().noneMatch(step -> groups(step) == 2)) {
            throw new IllegalArgumentException(
                    network.name()
                            + ": expected convolutions in two groups, which are its towers, got none; diagram(…) draws any network");
        }
        network.graph().nodes().stream()
                .filter(node -> node.layer().isEmpty())
                .findFirst()
                .ifPresent(joint -> {
                    throw new IllegalArgumentException(
                            network.name() + "/" + joint.path()
                                    + ": expected layers one after another, got branches that are joined; diagram(…) draws any network");
                });
    }

    @Override
    public String title() {
        return network.name() + ": two towers";
    }

    private static int groups(Step step) {
        return step.layer() instanceof Conv conv ? conv.groups() : 1;
    }

    /**
     * A convolution or dense layer and what follows it before the next.
     *
     * @param name of the part
     * @param steps the layer first
     */
    private record Column(String name, List<Step> steps) {

        Step layer() {
            return steps.get(0);
        }

        /** Each tower writes half of the maps. */
        Shape half() {
            var whole = layer().output();
            return Shape.of(whole.channels() / 2, whole.height(), whole.width());
        }

        boolean reads(boolean both) {
            return both == (groups(layer()) == 1);
        }

        List<String> pools() {
            return steps.stream()
                    .filter(step -> Portrait.of(step).family() == Family.POOLING)
                    .map(step -> (step.layer().kind() + " " + Portrait.of(step).brief()).strip())
                    .toList();
        }
    }

    private List<Column> columns() {
        var anatomy = Anatomy.of(network);
        var columns = new ArrayList<Column>();
        for (Section box : anatomy.boxes()) {
            var steps = network.steps().subList(box.from(), box.end());
            if (steps.get(0).layer() instanceof Conv || steps.get(0).layer() instanceof Dense) {
                columns.add(new Column(box.path(), steps));
            } else if (!columns.isEmpty()) {
                var last = columns.remove(columns.size() - 1);
                columns.add(new Column(
                        last.name(),
                        Stream.concat(last.steps().stream(), steps.stream()).toList()));
            }
        }
        return columns;
    }

    /** {@return the names of the layers that read both towers} */
    public List<String> crossings() {
        var columns = columns();
        return columns.subList(1, columns.size()).stream()
                .filter(column -> column.reads(true))
                .map(Column::name)
                .toList();
    }

    /** {@return the drawing, from the input at the left to the answers at the right} */
    @Override
    public Svg svg() {
        var writer = new SvgWriter();
        var columns = columns();
        writer.text(MARGIN, 22, "class='title'", title());
        box(writer, single(0), Family.INPUT, "input", List.of(network.input().toString()), "input: " + network.input());
        for (int i = 0; i < columns.size(); i++) {
            column(writer, columns, i);
        }
        int width = single(columns.size()).x + WIDTH + MARGIN;
        int bottom = place(0, 1).y + HEIGHT + 22;
        writer.text(MARGIN, bottom - 6, "class='soft'", sentence());
        return writer.drawing("", width, bottom + 6, network.name() + ": " + sentence(), Style.light());
    }

    private String sentence() {
        return "a tower reads the maps of both in " + String.join(", ", crossings()) + ", and its own elsewhere";
    }

    private void column(SvgWriter writer, List<Column> columns, int i) {
        var column = columns.get(i);
        boolean last = i == columns.size() - 1;
        var to = last ? List.of(single(i + 1)) : List.of(place(i + 1, 0), place(i + 1, 1));
        var from = i == 0 ? List.of(single(0)) : List.of(place(i, 0), place(i, 1));
        for (int tower = 0; tower < to.size(); tower++) {
            for (int other = 0; other < from.size(); other++) {
                if (last || i == 0 || other == tower || column.reads(true)) {
                    writer.slanted(right(from.get(other)), left(to.get(tower)));
                }
            }
            Shape shape = last ? column.layer().output() : column.half();
            var lines = Stream.concat(Stream.of(shape.toString()), column.pools().stream())
                    .toList();
            box(writer, to.get(tower), Portrait.of(column.layer()).family(), column.name(), lines, explanation(column));
        }
    }

    private static String explanation(Column column) {
        return column.steps().stream()
                .map(step -> step.path() + ": " + Portrait.of(step).detail() + ", " + step.input() + " → "
                        + step.output() + ", " + Portrait.sentence(step))
                .collect(Collectors.joining("\n"));
    }

    private static void box(
            SvgWriter writer, Rectangle box, Family family, String name, List<String> lines, String explanation) {
        writer.open("class='b " + family.word() + "'", explanation);
        writer.box(box, "rx='5'");
        int y = box.y + (box.height - LINE * lines.size()) / 2 + 4;
        writer.text(box.x + WIDTH / 2, y, "class='n'", name);
        for (String line : lines) {
            y += LINE;
            writer.text(box.x + WIDTH / 2, y, "", line);
        }
        writer.close();
    }

    private static Rectangle place(int column, int tower) {
        return new Rectangle(MARGIN + column * (WIDTH + GAP), TITLE + tower * (HEIGHT + BETWEEN), WIDTH, HEIGHT);
    }

    /** Between the towers. */
    private static Rectangle single(int column) {
        var upper = place(column, 0);
        upper.y += (HEIGHT + BETWEEN) / 2;
        return upper;
    }

    private static Point right(Rectangle box) {
        return new Point(box.x + box.width, box.y + box.height / 2);
    }

    private static Point left(Rectangle box) {
        return new Point(box.x, box.y + box.height / 2);
    }

    /** {@return a line a layer: what each tower writes, and whether it reads both} */
    @Override
    public String text() {
        var columns = columns();
        int last = columns.size() - 1;
        return Stream.concat(
                        Stream.of(network.name() + ", " + sentence()),
                        IntStream.rangeClosed(0, last).mapToObj(i -> line(columns.get(i), i == 0, i == last)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Column column, boolean first, boolean last) {
        String reads = first ? ", reads the image" : column.reads(true) ? ", reads both" : ", reads its own";
        return "  " + column.name() + ": " + (last ? column.layer().output() : "2 × " + column.half()) + reads
                + column.pools().stream().map(pool -> ", " + pool).collect(Collectors.joining());
    }
}
