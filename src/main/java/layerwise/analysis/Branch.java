package layerwise.analysis;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * One of the ways that meet in a joint, with what it alone sees.
 *
 * @param joint path of the joint
 * @param end path of the branch's last node, or of what it hands on where it is an identity; empty for the input
 * @param output what the branch writes
 * @param field what one position of it sees of the input
 */
public record Branch(String joint, String end, Shape output, ReceptiveField field) {

    /** {@return every branch of every joint of {@code network}, in the order in which they are joined} */
    public static List<Branch> of(Network network) {
        Given.value(network, "a network");
        var graph = network.graph();
        var fields = ReceptiveField.ofNodes(network);
        var branches = new ArrayList<Branch>();
        for (var node : graph.nodes()) {
            if (node.layer().isEmpty()) {
                node.inputs().forEach(input -> branches.add(of(graph, fields, node, input)));
            }
        }
        return List.copyOf(branches);
    }

    private static Branch of(Graph graph, List<ReceptiveField> fields, Graph.Node joint, int input) {
        return input == Graph.INPUT
                ? new Branch(joint.path(), "", graph.input(), ReceptiveField.PIXEL)
                : new Branch(joint.path(), graph.nodes().get(input).path(), graph.shape(input), fields.get(input));
    }
}
