package layerwise.engine;

import layerwise.network.Network;

/** Chooses the faster of the two paths that the engine at hand can go. */
public final class Learners {
    private Learners() {}

    /**
     * {@return a learner: one graph on MXNet, which runs fastest there, and blocks on every other engine}
     *
     * @throws Engines.EngineUnavailable if no engine runs on this machine
     * @throws IllegalArgumentException if the weights belong to another network, or a part is to be frozen that it does
     *     not have
     */
    public static Learner open(Network network, Weights weights, Learning learning) {
        return open(network, weights, learning, Parallel.alone());
    }

    /**
     * As above, spread over the machine as {@code parallel} says.
     *
     * @throws IllegalStateException if it says more than {@link Parallel#alone} and the engine is not MXNet
     */
    public static Learner open(Network network, Weights weights, Learning learning, Parallel parallel) {
        String engine = Engines.open().getEngineName();
        parallel.checkedFor(engine);
        return engine.equals("MXNet")
                ? new SymbolLearner(network, weights, learning, parallel)
                : new BlockLearner(new NetworkBlock(network), weights, learning);
    }

    /**
     * {@return the network to be asked: one graph on MXNet, which answers fastest there, and blocks on every other engine}
     *
     * @throws Engines.EngineUnavailable if no engine runs on this machine
     * @throws IllegalArgumentException if the weights belong to another network
     */
    public static Answers answers(Network network, Weights weights) {
        return Engines.open().getEngineName().equals("MXNet")
                ? new SymbolNetwork(network, weights)
                : new BlockLearner(
                        new NetworkBlock(network), weights.checkedFor(network), Learning.of(Criterion.of(network)));
    }
}
