package layerwise.engine;

import java.util.List;
import layerwise.network.Network;

/**
 * A network with weights as one MXNet graph, which answers a batch with one call of the engine; images are floats,
 * batch × channels × height × width.
 *
 * <p>It is quick where most batches have one size: the graph is planned for each. One thread at a time.
 */
public final class SymbolNetwork implements Answers {
    private final Network network;
    private final Answering answering;

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
        required(Engines.open().getEngineName());
        this.network = network;
        this.answering = new Answering(network, graph, Context.cpu(0, 1));
        try {
            answering.write(weights);
        } catch (RuntimeException e) {
            answering.close();
            throw e;
        }
    }

    /** {@return the engine's name if it is MXNet's} */
    static String required(String engine) {
        if (!engine.equals("MXNet")) {
            throw new IllegalStateException("a symbol graph runs on MXNet, got the engine " + engine
                    + "; use a NetworkBlock, which runs on every engine of DJL");
        }
        return engine;
    }

    /** {@return the description that the graph was made from} */
    public Network network() {
        return network;
    }

    @Override
    public float[] outputs(float[] images, int count) {
        return answering.outputs(images, count);
    }

    /** {@return each of the graph's outputs for {@code count} images: the network's own, then those of its heads} */
    List<float[]> everyOutput(float[] images, int count) {
        return answering.everyOutput(images, count);
    }

    /** Frees the engine's memory; further calls do nothing. */
    @Override
    public void close() {
        answering.close();
    }
}
