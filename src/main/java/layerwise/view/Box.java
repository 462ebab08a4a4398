package layerwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Graph;

/**
 * A part of a diagram: the network's input, a joint, or steps that follow each other in the part they share.
 *
 * @param path of the part, or of its only step
 * @param family its colour
 * @param steps what works in it; none in the input and in a joint
 * @param inputs numbers of the boxes it reads
 * @param output what it writes
 */
record Box(String path, Family family, List<Step> steps, List<Integer> inputs, Shape output) {

    /** {@return the boxes of {@code graph}, the input first, each after those it reads} */
    static List<Box> of(Graph graph) {
        var boxes = new ArrayList<Box>();
        boxes.add(new Box("input", Family.INPUT, List.of(), List.of(), graph.input()));
        var boxOf = new ArrayList<Integer>();
        for (int number = 0; number < graph.nodes().size(); number++) {
            var node = graph.nodes().get(number);
            if (continues(graph, number)) {
                int last = boxes.size() - 1;
                boxes.set(last, boxes.get(last).and(step(graph, node)));
            } else {
                boxes.add(of(graph, node, boxOf));
            }
            boxOf.add(boxes.size() - 1);
        }
        return List.copyOf(boxes);
    }

    private static Box of(Graph graph, Graph.Node node, List<Integer> boxOf) {
        var inputs = node.inputs().stream()
                .map(input -> input == Graph.INPUT ? 0 : boxOf.get(input))
                .toList();
        if (node.layer().isEmpty()) {
            return new Box(node.path(), Family.JOINT, List.of(), inputs, node.shape());
        }
        var step = step(graph, node);
        return new Box(node.path(), Portrait.of(step).family(), List.of(step), inputs, node.shape());
    }

    /** Whether a node works on in the box of the node before it: same part, and the only one that reads it. */
    private static boolean continues(Graph graph, int number) {
        var node = graph.nodes().get(number);
        if (number == 0 || node.layer().isEmpty() || part(node.path()).isEmpty()) {
            return false;
        }
        var before = graph.nodes().get(number - 1);
        long readers = graph.nodes().stream()
                .filter(other -> other.inputs().contains(number - 1))
                .count();
        return readers == 1
                && before.layer().isPresent()
                && node.inputs().equals(List.of(number - 1))
                && part(before.path()).equals(part(node.path()));
    }

    private static Step step(Graph graph, Graph.Node node) {
        return new Step(
                node.path(),
                node.layer().orElseThrow(),
                graph.shape(node.inputs().get(0)),
                node.shape());
    }

    /** The path without its last segment. */
    private static String part(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private Box and(Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Box(part(step.path()), family, List.copyOf(more), inputs, step.output());
    }

    /** {@return parameters of all its steps} */
    long parameters() {
        return steps.stream().mapToLong(Step::parameters).sum();
    }

    /** {@return what it does in a line a step: {@code conv 5×5} } */
    List<String> lines() {
        return steps.stream().map(Box::line).toList();
    }

    private static String line(Step step) {
        return (step.layer().kind() + " " + Portrait.of(step).detail()).strip();
    }

    /** {@return what a reader who points at it is told: its steps with their shapes and counts written out} */
    String explanation() {
        if (steps.isEmpty()) {
            return path + ": " + output;
        }
        return IntStream.range(0, steps.size())
                .mapToObj(i -> explanation(steps.get(i), lines().get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String explanation(Step step, String line) {
        return step.path() + ": " + line + ", " + step.input() + " → " + step.output() + ", " + Portrait.sentence(step);
    }
}
