package layerwise.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerwise.layers.Activation;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * Looks into a network with weights, layer by layer, on one batch: on a copy, so that whatever trains it is not disturbed.
 *
 * <p>Dropout's random numbers are the engine's and move on; a learner is seeded after a probe, not before.
 */
public final class Probe {
    private Probe() {}

    /**
     * Where numbers stop being numbers.
     *
     * @param path of the first layer, in the order in which they work, that writes what is not finite
     * @param weights whether its own weights are finite
     */
    public record Fault(String path, boolean weights) {}

    /**
     * {@return |g| of each trained parameter for {@code count} images}
     *
     * @throws Engines.EngineUnavailable if there is no engine for this machine
     */
    public static Map<String, Double> gradientNorms(
            Network network, Weights weights, Learning learning, float[] images, float[] labels, int count) {
        try (var learner = new BlockLearner(new NetworkBlock(network), weights, learning)) {
            return learner.gradientNorms(images, labels, count);
        }
    }

    /**
     * {@return for each ReLU the share of its units that give 0 for every image}
     *
     * <p>A unit of a layer that writes maps is a map: all its pixels share one filter.
     */
    public static Map<String, Double> deadUnits(Network network, Weights weights, float[] images, int count) {
        var dead = new LinkedHashMap<String, Double>();
        forEachNode(network, weights, images, count, (node, values) -> {
            if (node.layer().filter(Activation.RELU::equals).isPresent()) {
                dead.put(node.path(), dead(values, node.shape()));
            }
        });
        return dead;
    }

    private static double dead(float[] values, Shape shape) {
        var alive = new boolean[shape.channels()];
        int area = Math.toIntExact(shape.area());
        for (int i = 0; i < values.length; i++) {
            alive[i / area % alive.length] |= values[i] != 0;
        }
        int dead = 0;
        for (boolean unit : alive) {
            dead += unit ? 0 : 1;
        }
        return (double) dead / alive.length;
    }

    /** {@return the first layer whose output is not finite for these images, if there is one} */
    public static Optional<Fault> fault(Network network, Weights weights, float[] images, int count) {
        List<Fault> faults = new ArrayList<>();
        forEachNode(network, weights, images, count, (node, values) -> {
            if (!finite(values)) {
                faults.add(new Fault(node.path(), finiteAt(node, weights)));
            }
        });
        return faults.stream().findFirst();
    }

    private static boolean finiteAt(Graph.Node node, Weights weights) {
        return weights.values().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(node.path() + "/"))
                .allMatch(entry -> finite(entry.getValue()));
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static void forEachNode(
            Network network,
            Weights weights,
            float[] images,
            int count,
            java.util.function.BiConsumer<Graph.Node, float[]> work) {
        try (var learner = new BlockLearner(new NetworkBlock(network), weights, Learning.of(Criterion.of(network)))) {
            learner.forEachNode(images, count, work);
        }
    }
}
