package layerwise.analysis;

import java.util.HashSet;
import java.util.Set;
import layerwise.layers.Count;
import layerwise.layers.Given;
import layerwise.layers.Scope;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * Bytes of the numbers in a model's file; names and structure, about a hundredth more, are not counted.
 *
 * @param bytes (trainable · (1 + slots) + statistics + fixed) · bytes of a number
 * @param numbers what is written, by what it is for; without the optimiser's slots
 * @param precision bits of a number
 * @param optimizer whose slots are written too, in single precision
 */
public record ModelFile(long bytes, ParameterCount numbers, Precision precision, Optimizer optimizer) {

    /** {@return the file of {@code numbers}} */
    public static ModelFile of(ParameterCount numbers, Precision precision, Optimizer optimizer) {
        Given.value(numbers, "a count of parameters");
        Given.value(precision, "a precision");
        Given.value(optimizer, "an optimizer");
        long slots = Precision.FP32.bytes(Count.product(optimizer.slots(), numbers.trainable()));
        return new ModelFile(Count.sum(precision.bytes(numbers), slots), numbers, precision, optimizer);
    }

    /** {@return a checkpoint of {@code network}, from which training can go on: Keras's h5, with Adam's slots} */
    public static ModelFile checkpoint(Network network, Optimizer optimizer) {
        Given.value(network, "a network");
        Given.value(optimizer, "an optimizer");
        return Scope.located(network.name(), () -> of(ParameterCount.of(network), Precision.FP32, optimizer));
    }

    /** {@return what is deployed, as TensorFlow Lite writes it: no optimiser, batch norms folded} */
    public static ModelFile deployed(Network network, Precision precision) {
        Given.value(network, "a network");
        Given.value(precision, "a precision");
        return Scope.located(network.name(), () -> of(folded(network), precision, Optimizer.SGD));
    }

    /** {@return bytes / 2²⁰} */
    public double mebibytes() {
        return bytes / (double) (1 << 20);
    }

    /**
     * {@return the numbers of {@code network} once each batch norm is folded}
     *
     * <p>Behind a convolution or dense layer that nobody else reads, it changes the weights and leaves a bias; elsewhere
     * its four numbers a map become a scale and a shift.
     */
    public static ParameterCount folded(Network network) {
        Given.value(network, "a network");
        var graph = network.graph();
        var shared = shared(graph);
        return graph.nodes().stream()
                .flatMap(node ->
                        graph.step(node).stream().map(step -> folded(graph, node, ParameterCount.of(step), shared)))
                .reduce(ParameterCount.ZERO, ParameterCount::plus);
    }

    private static ParameterCount folded(Graph graph, Graph.Node node, ParameterCount count, Set<Integer> shared) {
        int input = node.inputs().get(0);
        if (count.statistics() == 0) {
            return count;
        }
        var before = input == Graph.INPUT || shared.contains(input)
                ? ParameterCount.ZERO
                : graph.step(graph.nodes().get(input))
                        .filter(step -> step.macs() > 0)
                        .map(ParameterCount::of)
                        .orElse(ParameterCount.ZERO);
        return before.weights() == 0
                ? new ParameterCount(0, 0, count.scales(), count.shifts(), 0, 0)
                : new ParameterCount(0, before.biases() > 0 ? 0 : count.shifts(), 0, 0, 0, 0);
    }

    /** Nodes that are read more than once. */
    private static Set<Integer> shared(Graph graph) {
        Set<Integer> read = new HashSet<>();
        Set<Integer> shared = new HashSet<>();
        graph.nodes().stream().flatMap(node -> node.inputs().stream()).forEach(input -> {
            if (!read.add(input)) {
                shared.add(input);
            }
        });
        return shared;
    }
}
