package layerwise.engine;

import ai.djl.Device;
import ai.djl.mxnet.engine.CachedOp;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.mxnet.engine.MxSymbolBlock;
import ai.djl.mxnet.engine.Symbol;
import ai.djl.mxnet.jna.JnaUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerwise.network.Network;

/**
 * A network with weights as one MXNet graph, which answers a batch with one call of the engine; images are floats,
 * batch × channels × height × width.
 *
 * <p>One thread at a time.
 */
public final class SymbolNetwork implements AutoCloseable {
    private final Network network;
    private final MxNDManager manager;
    private final ParameterStore store;
    private final CachedOp operator;

    /**
     * Loads the engine and gives the graph {@code weights}.
     *
     * @throws Engines.EngineUnavailable if there is no engine for this machine
     * @throws IllegalStateException if the engine is not MXNet
     * @throws IllegalArgumentException if the weights belong to another network
     */
    public SymbolNetwork(Network network, Weights weights) {
        this(network, SymbolGraph.of(network), weights.checkedFor(network));
    }

    /** With another graph of the same network, and weights for all that it has. */
    SymbolNetwork(Network network, SymbolGraph graph, Weights weights) {
        this.network = network;
        this.manager = (MxNDManager)
                NDManager.newBaseManager(Device.cpu(), required(Engines.open().getEngineName()));
        this.store = new ParameterStore(manager, false);
        this.operator = open(graph, weights);
    }

    /** {@return the engine's name if it is MXNet's} */
    static String required(String engine) {
        if (!engine.equals("MXNet")) {
            throw new IllegalStateException("a symbol graph runs on MXNet, got the engine " + engine
                    + "; use a NetworkBlock, which runs on every engine of DJL");
        }
        return engine;
    }

    private CachedOp open(SymbolGraph graph, Weights weights) {
        try (var symbol = Symbol.loadJson(manager, graph.json())) {
            var block = new MxSymbolBlock(manager, symbol);
            block.setInputNames(List.of(SymbolGraph.IMAGES));
            var arrays = arrays(graph, weights);
            for (Parameter variable : block.getDirectParameters().values()) {
                variable.setArray(arrays.get(variable.getName()));
            }
            return JnaUtils.createCachedOp(block, manager, false);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    private Map<String, NDArray> arrays(SymbolGraph graph, Weights weights) {
        var arrays = new LinkedHashMap<String, NDArray>();
        graph.parameters()
                .forEach((name, parameter) -> arrays.put(
                        SymbolNodes.plain(name),
                        manager.create(weights.values().get(name), Sides.of(parameter.sides()))));
        graph.constants()
                .forEach((name, constant) -> arrays.put(
                        SymbolNodes.plain(name), manager.create(constant.values(), Sides.of(constant.sides()))));
        return arrays;
    }

    /** {@return the description that the graph was made from} */
    public Network network() {
        return network;
    }

    /** {@return the outputs for {@code count} images, one after another} */
    public float[] outputs(float[] images, int count) {
        return everyOutput(images, count).get(0);
    }

    /** {@return each of the graph's outputs for {@code count} images: the network's own, then those of its heads} */
    List<float[]> everyOutput(float[] images, int count) {
        try (NDManager scope = manager.newSubManager()) {
            int length = Math.toIntExact(count * network.input().size());
            var batch = scope.create(FloatBuffer.wrap(images, 0, length), Sides.batch(count, network.input(), false));
            return operator.forward(store, new NDList(batch), false).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    /** Frees the engine's memory; further calls do nothing. */
    @Override
    public void close() {
        operator.close();
        manager.close();
    }
}
