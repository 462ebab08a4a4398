package layerwise.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.stream.Stream;
import layerwise.layers.Parameter;
import layerwise.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network of the zoo has the shapes and the parameters that the engines work out for themselves. */
class ZooShapesTest {

    static Stream<String> ids() {
        return Zoo.entries().stream().map(Zoo.Entry::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyNodeAndParameterHasTheShapeThatMxnetInfers(String id) {
        ShapeOracle.assertAgrees(Zoo.network(id));
    }

    /** Arrays are asked of the engine but never written to, so that those of 140 million numbers cost no memory. */
    @ParameterizedTest
    @MethodSource("ids")
    void everyNetworkIsABlockWithExactlyTheCountedParameters(String id) {
        var network = Zoo.network(id);
        var block = new NetworkBlock(network);
        block.freezeParameters(true); // else the engine fills an array of gradients for each
        Engines.open();
        try (var manager = NDManager.newBaseManager()) {
            block.setInitializer((owner, shape, type) -> owner.create(shape, type), parameter -> true);
            block.initialize(manager, DataType.FLOAT32, Sides.batch(1, network.input(), false));
            assertThat(block.named().values().stream()
                            .mapToLong(parameter -> parameter.getArray().size())
                            .sum())
                    .isEqualTo(network.steps().stream()
                            .flatMap(step -> step.layer().parameters(step.input()).stream())
                            .mapToLong(Parameter::size)
                            .sum());
        }
    }
}
