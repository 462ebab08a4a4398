package layerwise.network;

import layerwise.layers.Count;
import layerwise.layers.Parameter;
import layerwise.layers.Scope;
import layerwise.layers.Step;

/**
 * What has been counted on the way through a network: every total of it fits a {@code long}.
 *
 * @param numbers that layers keep, trained or not
 * @param activations of the input and of every node
 * @param macs multiply-accumulates
 * @param connections wires
 */
record Totals(long numbers, long activations, long macs, long connections) {

    /** Refuses, with the path at which it happens, a network that has more of anything than 2⁶³ − 1. */
    static void check(String name, Graph graph) {
        var totals = new Totals(0, graph.input().size(), 0, 0);
        for (var node : graph.nodes()) {
            var before = totals;
            totals = Scope.located(name + "/" + node.path(), () -> before.with(graph, node));
        }
    }

    private Totals with(Graph graph, Graph.Node node) {
        long written = Count.sum(activations, node.shape().size());
        return graph.step(node)
                .map(step -> new Totals(
                        Count.sum(numbers, numbers(step)),
                        written,
                        Count.sum(macs, step.macs()),
                        Count.sum(connections, step.connections())))
                .orElse(new Totals(numbers, written, macs, connections));
    }

    private static long numbers(Step step) {
        return Count.sum(step.layer().parameters(step.input()).stream()
                .mapToLong(Parameter::size)
                .toArray());
    }
}
