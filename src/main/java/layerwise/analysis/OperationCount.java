package layerwise.analysis;

import java.util.List;
import layerwise.layers.Given;
import layerwise.layers.Operations;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * Arithmetic of a network for one image by class, joints of branches included: a sum adds, a scale multiplies.
 *
 * @param rows primitives and joints, in the order in which they work
 * @param total of all rows
 */
public record OperationCount(List<Row> rows, Operations total) {

    /**
     * One primitive or joint.
     *
     * @param path where it stands
     * @param operations what it computes
     */
    public record Row(String path, Operations operations) {}

    /** Copies the list. */
    public OperationCount {
        rows = List.copyOf(rows);
    }

    /** {@return the operations of {@code network}, without auxiliary heads} */
    public static OperationCount of(Network network) {
        Given.value(network, "a network");
        var graph = network.graph();
        var rows = graph.nodes().stream()
                .map(node -> new Row(node.path(), of(graph, node)))
                .toList();
        return new OperationCount(rows, rows.stream().map(Row::operations).reduce(Operations.NONE, Operations::plus));
    }

    /** {@return what one node of {@code graph} computes} */
    static Operations of(Graph graph, Graph.Node node) {
        long size = node.shape().size();
        return switch (node.joint()) {
            case NONE -> graph.step(node).orElseThrow().operations();
            case CONCAT -> Operations.NONE;
            case SUM -> Operations.adds(size).times(node.inputs().size() - 1L);
            case SCALE -> Operations.multiplyAdds(size);
        };
    }
}
