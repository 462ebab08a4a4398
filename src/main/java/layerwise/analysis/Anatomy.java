package layerwise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import layerwise.analysis.Section.Unit;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * A network as nested sections, each after those it reads; units that repeat may be folded into one.
 *
 * @param graph whose sections they are
 * @param sections the outermost
 */
public record Anatomy(Graph graph, List<Section> sections) {

    /** Copies the list. */
    public Anatomy {
        sections = List.copyOf(sections);
    }

    /** {@return the sections of {@code network}, nothing folded} */
    public static Anatomy of(Network network) {
        var graph = Given.value(network, "a network").graph();
        return new Anatomy(graph, new Dissection(graph).sections());
    }

    /** {@return the same with units that follow each other and are built alike folded into the first of them} */
    public Anatomy folded() {
        return new Anatomy(graph, folded(sections));
    }

    private List<Section> folded(List<Section> row) {
        var folded = new ArrayList<Section>();
        for (Section section : row) {
            int last = folded.size() - 1;
            if (section instanceof Unit unit
                    && last >= 0
                    && folded.get(last) instanceof Unit before
                    && alike(before, unit)) {
                folded.set(last, joined(before, unit));
            } else {
                folded.add(section instanceof Unit unit ? with(unit, folded(unit.sections())) : section);
            }
        }
        return folded;
    }

    private static Unit with(Unit unit, List<Section> sections) {
        return new Unit(unit.path(), unit.from(), unit.end(), sections, unit.copies());
    }

    private static Unit joined(Unit first, Unit next) {
        var copies = new ArrayList<>(first.copies());
        copies.addAll(next.copies());
        return new Unit(first.path(), first.from(), next.end(), first.sections(), copies);
    }

    /** Whether {@code next} does what {@code first} does, on maps of the same height and width, with what it writes. */
    private boolean alike(Unit first, Unit next) {
        int length = first.endOfFirst() - first.from();
        return next.end() - next.from() == length
                && read(next) == first.end() - 1
                && alike(graph.shape(read(first)), graph.shape(read(next)))
                && IntStream.range(0, length).allMatch(i -> alike(first, next, i));
    }

    /** {@return numbers of the nodes that lead into {@code section}, each once} */
    public List<Integer> sources(Section section) {
        return section instanceof Unit unit
                ? List.of(read(unit))
                : graph.nodes().get(section.from()).inputs().stream().distinct().toList();
    }

    /** {@return the number of the node that the nodes of {@code unit} read outside it} */
    public int read(Unit unit) {
        return IntStream.range(unit.from(), unit.endOfFirst())
                .flatMap(node -> graph.nodes().get(node).inputs().stream().mapToInt(input -> input))
                .filter(input -> input < unit.from())
                .findFirst()
                .orElseThrow();
    }

    private boolean alike(Unit first, Unit next, int i) {
        var one = graph.nodes().get(first.from() + i);
        var other = graph.nodes().get(next.from() + i);
        return one.joint() == other.joint()
                && one.layer().equals(other.layer())
                && one.path()
                        .substring(first.path().length())
                        .equals(other.path().substring(next.path().length()))
                && alike(one.shape(), other.shape())
                && relative(one, first).equals(relative(other, next));
    }

    /** Maps of one height and width are alike however many they are, vectors only if they are equal. */
    private static boolean alike(Shape one, Shape other) {
        return one.equals(other) || one.area() > 1 && one.height() == other.height() && one.width() == other.width();
    }

    /** What a node reads, counted from the beginning of its unit; -1 for all that is outside. */
    private static List<Integer> relative(Graph.Node node, Unit unit) {
        return node.inputs().stream()
                .map(input -> Math.max(-1, input - unit.from()))
                .toList();
    }

    /**
     * {@return the same with units inside {@code depth} others drawn shut}
     *
     * @throws IllegalArgumentException if {@code depth} is negative
     */
    public Anatomy depth(int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException("a depth of units to open is at least 0, got " + depth);
        }
        return new Anatomy(graph, shut(sections, depth));
    }

    private static List<Section> shut(List<Section> row, int depth) {
        return row.stream().map(section -> shut(section, depth)).toList();
    }

    private static Section shut(Section section, int depth) {
        return section instanceof Unit unit
                ? with(unit, depth == 0 ? List.of() : shut(unit.sections(), depth - 1))
                : section;
    }

    /** {@return what is drawn as a box: cells, and units that are shut, in the order in which they work} */
    public List<Section> boxes() {
        return boxes(sections);
    }

    private static List<Section> boxes(List<Section> row) {
        return row.stream()
                .flatMap(section -> section instanceof Unit unit && !unit.shut()
                        ? boxes(unit.sections()).stream()
                        : List.of(section).stream())
                .toList();
    }

    /** {@return numbers of the nodes that {@code box} stands for, those of copies of the units around it too} */
    public List<Integer> nodes(Section box) {
        return nodes(sections, box).boxed().toList();
    }

    private static IntStream nodes(List<Section> row, Section box) {
        return row.stream()
                .filter(section -> section.from() <= box.from() && box.end() <= section.end())
                .flatMapToInt(section -> section instanceof Unit unit && section != box
                        ? copied(unit, nodes(unit.sections(), box).toArray())
                        : IntStream.range(box.from(), box.end()));
    }

    private static IntStream copied(Unit unit, int[] nodes) {
        return unit.copies().stream()
                .flatMapToInt(copy -> IntStream.of(nodes).map(node -> node - unit.from() + copy.from()));
    }
}
