package layerwise.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Patterns.Grain;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Flatten;
import layerwise.layers.GlobalPool;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Shape;
import layerwise.layers.Subsample;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * What the patterns look at: the nodes of a network, and which of them are on its main path.
 *
 * @param network whose outline it is
 * @param graph of the network
 * @param seen numbers of the nodes that are looked at: the main path, or all
 * @param grain which of them are
 */
record Outline(Network network, Graph graph, List<Integer> seen, Grain grain) {
    private static final Pattern NAMED_DEPTH = Pattern.compile("\\p{L}-(\\d{1,9})\\b(?!\\.\\d)");

    static Outline of(Network network, Grain grain) {
        var graph = network.graph();
        var all = IntStream.range(0, graph.nodes().size()).boxed().toList();
        return new Outline(network, graph, grain == Grain.PART ? mainPath(graph) : all, grain);
    }

    /** The nodes over which no edge jumps: every way from input to output passes them. */
    private static List<Integer> mainPath(Graph graph) {
        var path = new ArrayList<Integer>();
        int read = graph.nodes().size();
        for (int number = graph.nodes().size() - 1; number >= 0; number--) {
            if (read >= number) {
                path.add(number);
            }
            for (int input : graph.nodes().get(number).inputs()) {
                read = Math.min(read, input);
            }
        }
        Collections.reverse(path);
        return path;
    }

    List<Departure> halves() {
        int begins = classifier();
        var convolutions = everywhere(Outline::isConvolution);
        if (convolutions.isEmpty() || convolutions.get(0) > begins) {
            return List.of(halves(
                    begins < graph.nodes().size() ? path(begins) : network.name(), "convolutions before it", "none"));
        }
        return Stream.concat(behindClassifier(begins), convolutionAtTheEnd()).toList();
    }

    /** The first convolution or pooling behind the beginning of the classifier. */
    private Stream<Departure> behindClassifier(int begins) {
        return everywhere(layer -> isConvolution(layer) || layer instanceof Pool || layer instanceof Subsample).stream()
                .filter(number -> number > begins)
                .limit(1)
                .map(number -> halves(path(number), "dense layers only behind " + path(begins), kind(number)));
    }

    private Stream<Departure> convolutionAtTheEnd() {
        return Stream.of(classes())
                .filter(number -> is(number, Outline::isConvolution))
                .map(number -> halves(path(number), "a dense layer at the end", kind(number)));
    }

    private static Departure halves(String path, String expected, String got) {
        return new Departure(DesignPattern.EXTRACTOR_THEN_CLASSIFIER, path, expected, got);
    }

    List<Departure> maps() {
        return (grain == Grain.PART ? betweenParts() : withinSteps())
                .stream().flatMap(Change::departures).toList();
    }

    /** Maps before and after a part or a step. */
    private record Change(String path, Shape before, String whose, Shape after) {

        Stream<Departure> departures() {
            var channels = departure(
                    after.channels() < before.channels(),
                    "at least " + before.channels() + " channels, as " + whose,
                    after.channels() + " channels");
            var sides = departure(
                    after.height() > before.height() || after.width() > before.width(),
                    "at most " + sides(before) + ", as " + whose,
                    sides(after));
            return Stream.of(channels, sides).flatMap(Optional::stream);
        }

        private Optional<Departure> departure(boolean departs, String expected, String got) {
            return departs
                    ? Optional.of(new Departure(DesignPattern.DEPTH_UP_SIZE_DOWN, path, expected, got))
                    : Optional.empty();
        }

        private static String sides(Shape shape) {
            return shape.height() + "×" + shape.width();
        }
    }

    private List<Change> betweenParts() {
        Map<String, Shape> parts = new LinkedHashMap<>();
        int end = Math.min(classifier(), classes());
        seen.stream()
                .filter(number -> number < end)
                .forEach(number -> parts.put(path(number).split("/")[0], graph.shape(number)));
        var changes = new ArrayList<Change>();
        Shape before = graph.input();
        String whose = "the input has";
        for (var part : parts.entrySet()) {
            changes.add(new Change(part.getKey(), before, whose, part.getValue()));
            before = part.getValue();
            whose = part.getKey() + " has";
        }
        return changes;
    }

    private List<Change> withinSteps() {
        int end = classes();
        return seen.stream()
                .filter(number -> number < end)
                .flatMap(number -> graph.step(graph.nodes().get(number)).stream())
                .filter(step -> step.input().area() > 1)
                .map(step -> new Change(step.path(), step.input(), "it reads", step.output()))
                .toList();
    }

    boolean hasDenseLayers() {
        return numbers(Outline::isDense).size() > 1;
    }

    List<Departure> widths() {
        int end = classes();
        return numbers(Outline::isDense).stream()
                .filter(number -> number < end)
                .flatMap(number -> width(number).stream())
                .toList();
    }

    private Optional<Departure> width(int number) {
        int units = graph.shape(number).channels();
        return denseBefore(number)
                .filter(before -> units > graph.shape(before).channels())
                .map(before -> new Departure(
                        DesignPattern.DENSE_WIDTHS_NEVER_RISE,
                        path(number),
                        "at most " + graph.shape(before).channels() + " units, as " + path(before) + " has",
                        units + " units"));
    }

    /** The dense layer that the one at {@code number} reads, through norms and activation functions. */
    private Optional<Integer> denseBefore(int number) {
        int before = graph.nodes().get(number).inputs().get(0);
        while (before != Graph.INPUT && is(before, Primitive::pointwise)) {
            before = graph.nodes().get(before).inputs().get(0);
        }
        return before != Graph.INPUT && is(before, Outline::isDense) ? Optional.of(before) : Optional.empty();
    }

    OptionalInt namedDepth() {
        var number = NAMED_DEPTH.matcher(network.name());
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }

    List<Departure> depth() {
        int named = namedDepth().orElseThrow();
        int counted = Depth.of(network).layers();
        return named == counted
                ? List.of()
                : List.of(new Departure(
                        DesignPattern.DEPTH_AS_NAMED,
                        network.name(),
                        named + " weighted layers, as its name says",
                        counted + " weighted layers"));
    }

    /** The node with which the classifier begins, or one past the last. */
    private int classifier() {
        return numbers(layer -> isDense(layer) || layer instanceof Flatten || layer instanceof GlobalPool).stream()
                .findFirst()
                .orElse(graph.nodes().size());
    }

    /** The weighted layer that gives the classes, the last one; or one past the last node. */
    private int classes() {
        return everywhere(layer -> isConvolution(layer) || isDense(layer)).stream()
                .reduce((earlier, later) -> later)
                .orElse(graph.nodes().size());
    }

    private List<Integer> numbers(Predicate<Primitive> which) {
        return seen.stream().filter(number -> is(number, which)).toList();
    }

    private List<Integer> everywhere(Predicate<Primitive> which) {
        return IntStream.range(0, graph.nodes().size())
                .filter(number -> is(number, which))
                .boxed()
                .toList();
    }

    private boolean is(int number, Predicate<Primitive> which) {
        return graph.nodes().get(number).layer().filter(which).isPresent();
    }

    private String path(int number) {
        return graph.nodes().get(number).path();
    }

    private String kind(int number) {
        return graph.nodes().get(number).layer().map(Primitive::kind).orElseThrow();
    }

    private static boolean isConvolution(Primitive layer) {
        return layer instanceof Conv;
    }

    /** Units that read a whole vector: radial basis units are dense too. */
    private static boolean isDense(Primitive layer) {
        return layer instanceof Dense || layer instanceof Rbf;
    }
}
