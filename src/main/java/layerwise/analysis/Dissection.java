package layerwise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import layerwise.analysis.Section.Cell;
import layerwise.analysis.Section.Copy;
import layerwise.analysis.Section.Unit;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.Primitive;
import layerwise.network.Graph;

/** Finds the sections of a graph, from its paths and edges: the outermost first. */
final class Dissection {
    private final Graph graph;
    private final int[] lastReader;

    Dissection(Graph graph) {
        this.graph = graph;
        lastReader = new int[graph.nodes().size()];
        for (int number = 0; number < lastReader.length; number++) {
            for (int input : graph.nodes().get(number).inputs()) {
                if (input != Graph.INPUT) {
                    lastReader[input] = number;
                }
            }
        }
    }

    List<Section> sections() {
        return sections(0, lastReader.length, 0);
    }

    /** The nodes {@code from} to {@code end}, whose paths agree in the first {@code start} letters. */
    private List<Section> sections(int from, int end, int start) {
        var sections = new ArrayList<Section>();
        int number = from;
        while (number < end) {
            String path = path(number);
            int slash = path.indexOf('/', start);
            int next = slash < 0 ? endOfCell(number, end) : endOfPart(path.substring(0, slash + 1), number, end);
            if (slash < 0) {
                sections.add(new Cell(path, number, next));
            } else {
                sections.addAll(part(path.substring(0, slash), number, next));
            }
            number = next;
        }
        return sections;
    }

    private int endOfPart(String prefix, int from, int end) {
        int number = from;
        while (number < end && path(number).startsWith(prefix)) {
            number++;
        }
        return number;
    }

    /** A part with several ways in or out is no unit, and has its sections where it stands itself. */
    private List<Section> part(String path, int from, int end) {
        var sections = sections(from, end, path.length() + 1);
        if (sections.size() == 1) {
            return List.of(named(path, sections.get(0)));
        }
        return oneWayIn(from, end) && oneWayOut(from, end)
                ? List.of(new Unit(path, from, end, sections, List.of(new Copy(path, from))))
                : sections;
    }

    /** A part that holds nothing but a section is that section. */
    private static Section named(String path, Section only) {
        return only instanceof Unit unit
                ? new Unit(path, unit.from(), unit.end(), unit.sections(), List.of(new Copy(path, unit.from())))
                : new Cell(path, only.from(), only.end());
    }

    private boolean oneWayIn(int from, int end) {
        return IntStream.range(from, end)
                        .flatMap(number ->
                                graph.nodes().get(number).inputs().stream().mapToInt(input -> input))
                        .filter(input -> input < from)
                        .distinct()
                        .count()
                == 1;
    }

    private boolean oneWayOut(int from, int end) {
        return IntStream.range(from, end - 1).allMatch(number -> lastReader[number] < end);
    }

    private int endOfCell(int from, int end) {
        int number = from + 1;
        while (unnamed(from) && number < end && reworks(number)) {
            number++;
        }
        return number;
    }

    /** Whether a node without a name only changes what the one before it writes, in the same part. */
    private boolean reworks(int number) {
        var node = graph.nodes().get(number);
        return unnamed(number)
                && keepsShape(node)
                && node.inputs().equals(List.of(number - 1))
                && lastReader[number - 1] == number
                && part(node.path()).equals(part(path(number - 1)));
    }

    private boolean keepsShape(Graph.Node node) {
        return node.shape().equals(graph.shape(node.inputs().get(0)))
                && node.layer()
                        .filter(layer -> layer.pointwise() || layer instanceof LocalResponseNorm)
                        .isPresent();
    }

    /** Whether a node bears a counted name, {@code conv} or {@code relu2}, and not one of a paper. */
    private boolean unnamed(int number) {
        var node = graph.nodes().get(number);
        String kind =
                node.layer().map(Primitive::kind).orElse(node.joint().name().toLowerCase(Locale.ROOT));
        String name = node.path().substring(node.path().lastIndexOf('/') + 1);
        return name.startsWith(kind) && name.substring(kind.length()).matches("\\d*");
    }

    private String path(int number) {
        return graph.nodes().get(number).path();
    }

    private static String part(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
