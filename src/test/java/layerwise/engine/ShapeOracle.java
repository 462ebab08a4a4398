package layerwise.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import layerwise.analysis.Heads;
import layerwise.layers.Parameter;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Network;

/** Holds a network's shapes, of every node and of every parameter, heads included, against those that MXNet infers. */
final class ShapeOracle {
    private static final int BATCH = 2;

    private ShapeOracle() {}

    /** Fails if MXNet infers another shape for a node or a parameter than the description says. */
    static void assertAgrees(Network network) {
        var graph = SymbolGraph.ofEveryNode(network);
        var inferred = Inferred.of(graph, network.input(), BATCH);
        assertThat(inferred.outputs().stream().map(ShapeOracle::ours)).containsExactlyElementsOf(nodes(network));
        var parameters = new LinkedHashMap<>(inferred.variables());
        graph.constants()
                .forEach((name, constant) ->
                        assertThat(parameters.remove(name)).as(name).isEqualTo(Sides.of(constant.sides())));
        assertThat(parameters).containsExactlyInAnyOrderEntriesOf(parameters(network));
        assertThat(graph.parameters().keySet())
                .containsExactlyElementsOf(parameters(network).keySet());
    }

    private static List<layerwise.layers.Shape> nodes(Network network) {
        return Stream.concat(Stream.of(network), network.headNetworks().stream())
                .flatMap(part -> part.graph().nodes().stream())
                .map(Graph.Node::shape)
                .toList();
    }

    private static Map<String, Shape> parameters(Network network) {
        var parameters = new LinkedHashMap<String, Shape>();
        for (Step step : Heads.WITH.steps(network)) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                parameters.put(Weights.name(step, parameter), Sides.of(parameter.sides()));
            }
        }
        return parameters;
    }

    /** {@return batch × channels × height × width without the batch; batch × units are as many channels} */
    private static layerwise.layers.Shape ours(Shape shape) {
        assertThat(shape.get(0)).isEqualTo(BATCH);
        return shape.dimension() == 2
                ? layerwise.layers.Shape.vector((int) shape.get(1))
                : layerwise.layers.Shape.of((int) shape.get(1), (int) shape.get(2), (int) shape.get(3));
    }
}
