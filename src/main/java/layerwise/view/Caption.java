package layerwise.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Section;
import layerwise.analysis.Section.Cell;
import layerwise.analysis.Section.Unit;
import layerwise.layers.Step;
import layerwise.network.Graph;

/**
 * What is written on a box of a diagram, and what a reader who points at it is told.
 *
 * @param path of its first step, where a table has a row for it; empty for the input
 * @param others names of its other steps in the same part
 * @param family its colour
 * @param name its name in the unit around it
 * @param lines its layers, and what is trained in it
 * @param explanation its steps with shapes and counts written out, a line each
 */
record Caption(String path, List<String> others, Family family, String name, List<String> lines, String explanation) {
    private static final int LONG_LINE = 20;

    /** {@return what is written on a box that stands in the unit {@code around}, a path that ends in / or is empty} */
    static Caption of(Graph graph, Section section, String around) {
        if (section == Elk.INPUT) {
            return new Caption("", List.of(), Family.INPUT, "input", List.of(), "input: " + graph.input());
        }
        String name = section.path().substring(around.length());
        return section instanceof Unit unit
                ? new Caption(unit.path(), List.of(), Family.JOINT, name, lines(graph, unit), explanation(graph, unit))
                : of(graph, (Cell) section, name);
    }

    private static Caption of(Graph graph, Cell cell, String name) {
        var first = graph.nodes().get(cell.from());
        var others = IntStream.range(cell.from() + 1, cell.end())
                .mapToObj(node -> last(graph.nodes().get(node).path()))
                .toList();
        var family = graph.step(first).map(step -> Portrait.of(step).family()).orElse(Family.JOINT);
        return new Caption(first.path(), others, family, name, lines(graph, cell, name), explanation(graph, cell));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The layer, where its name does not say it, what follows it, and the count: in few lines. */
    private static List<String> lines(Graph graph, Cell cell, String name) {
        var words = IntStream.range(cell.from(), cell.end())
                .mapToObj(graph.nodes()::get)
                .map(node -> graph.step(node).map(Caption::brief).orElse(last(node.path())))
                .collect(Collectors.toCollection(ArrayList::new));
        words.removeIf(name::equals);
        var lines = new ArrayList<String>();
        if (words.size() > 1 && String.join(", ", words).length() > LONG_LINE) {
            lines.add(words.remove(0));
        }
        lines.add(String.join(", ", words));
        lines.add(count(parameters(graph, cell)));
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    private static String brief(Step step) {
        return (step.layer().kind() + " " + Portrait.of(step).brief()).strip();
    }

    private static String count(long parameters) {
        return parameters == 0 ? "" : Numbers.counted(parameters, "parameter");
    }

    /** {@return parameters of all that a section stands for} */
    static long parameters(Graph graph, Section section) {
        return steps(graph, section).mapToLong(Step::parameters).sum();
    }

    private static Stream<Step> steps(Graph graph, Section section) {
        return IntStream.range(Math.max(0, section.from()), section.end())
                .mapToObj(graph.nodes()::get)
                .flatMap(node -> graph.step(node).stream());
    }

    /** A unit that is shut: how many there are of each kind that is not a norm or a function. */
    private static List<String> lines(Graph graph, Unit unit) {
        var kinds = new LinkedHashMap<String, Integer>();
        steps(graph, unit)
                .filter(step -> Portrait.of(step).family().works())
                .forEach(step -> kinds.merge(step.layer().kind(), 1, Integer::sum));
        String all = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return Stream.of(all, count(parameters(graph, unit)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String explanation(Graph graph, Cell cell) {
        var lines = IntStream.range(cell.from(), cell.end())
                .mapToObj(graph.nodes()::get)
                .map(node -> graph.step(node).map(Caption::explanation).orElse(joint(graph, node)))
                .collect(Collectors.joining("\n"));
        return graph.nodes().get(cell.from()).path() + ": " + lines;
    }

    private static String joint(Graph graph, Graph.Node node) {
        return node.inputs().stream().map(graph::shape).map(Object::toString).collect(Collectors.joining(" and "))
                + " → " + node.shape();
    }

    private static String explanation(Step step) {
        var portrait = Portrait.of(step);
        String words = (step.layer().kind() + " " + portrait.detail()).strip();
        String shapes = step.input().equals(step.output()) ? "" : ", " + step.input() + " → " + step.output();
        return words + shapes + (portrait.arithmetic().isEmpty() ? "" : ", " + Portrait.sentence(step));
    }

    /** {@return what a reader who points at a unit is told: what it stands for, its shapes, and all its parameters} */
    static String explanation(Graph graph, Unit unit) {
        var copies = unit.copies();
        String names = copies.size() == 1
                ? unit.path() + ": "
                : unit.path() + " to " + last(copies.get(copies.size() - 1).path()) + ", " + copies.size() + " alike: ";
        var first = graph.nodes().get(unit.from());
        return names
                + graph.shape(outside(first, graph, unit)) + " → " + graph.shape(unit.end() - 1) + ", "
                + Numbers.counted(parameters(graph, unit), "parameter");
    }

    private static int outside(Graph.Node node, Graph graph, Unit unit) {
        return node.inputs().stream()
                .filter(input -> input < unit.from())
                .findFirst()
                .orElse(Graph.INPUT);
    }
}
