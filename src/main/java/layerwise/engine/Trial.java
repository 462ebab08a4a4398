package layerwise.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerwise.layers.BatchNorm;
import layerwise.network.Network;

/**
 * Finds out how a step is spread over this machine best: each way learns from the same batch for a moment, on copies.
 *
 * <p>What is fastest depends on the network, the batch and what else the machine does, so ask it once before a training and
 * keep the answer with the run: another way rounds otherwise.
 */
public final class Trial {
    private static final long SMALL = 32_000_000; // bytes of all outputs for a batch
    private static final int ROUNDS = 3;
    private static final long ROUND_NANOS = 60_000_000; // of each way; a round has a whole step at least

    private Trial() {}

    /**
     * {@return the ways that there are: a replica for each processor, unless batch norms are trained, which would then
     * see a share of the batch, or the network is large; one graph with all threads, and with one}
     */
    static List<Parallel> ways(Network network, Learning learning, int batch, int processors) {
        var ways = new ArrayList<Parallel>();
        int replicas = Math.min(processors, Parallel.MOST);
        if (processors > 1 && batch >= 2 * replicas && !normalises(network, learning) && isSmall(network, batch)) {
            ways.add(new Parallel(replicas, 1)); // first, while the engine can still be told of it
        }
        if (processors > 1) {
            ways.add(new Parallel(1, processors));
        }
        ways.add(new Parallel(1, 1));
        return ways;
    }

    /** Replicas do not share scratch space, operators of one graph do: large networks would take half as much memory again. */
    private static boolean isSmall(Network network, int batch) {
        long outputs =
                network.steps().stream().mapToLong(step -> step.output().size()).sum();
        return Float.BYTES * batch * outputs <= SMALL;
    }

    private static boolean normalises(Network network, Learning learning) {
        return network.steps().stream()
                .anyMatch(step -> step.layer() instanceof BatchNorm && !learning.freezes(step.path()));
    }

    /**
     * {@return the fastest way for batches of {@code batch} images}
     *
     * <p>Dropout's random numbers are the engine's and move on; seed a learner after this, not before.
     *
     * @throws IllegalStateException if the engine is not MXNet
     */
    public static Parallel fastest(Network network, Weights weights, Learning learning, int batch) {
        SymbolNetwork.required(Engines.open().getEngineName());
        var times = new LinkedHashMap<Parallel, Long>();
        float[] images = new float[Math.toIntExact(batch * network.input().size())];
        float[] labels = new float[batch];
        for (Parallel way : ways(network, learning, batch, Runtime.getRuntime().availableProcessors())) {
            try (var learner = new SymbolLearner(network, weights, learning, way)) {
                times.put(way, time(learner, images, labels, batch));
            }
        }
        return times.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** {@return nanoseconds of a step, the least of some rounds: what disturbs a round is not the way's fault} */
    private static long time(SymbolLearner learner, float[] images, float[] labels, int batch) {
        learner.step(images, labels, batch, 0).outputs(); // plans the graph
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int steps = 0;
            do {
                learner.step(images, labels, batch, 0).outputs();
                steps++;
            } while (System.nanoTime() - start < ROUND_NANOS);
            least = Math.min(least, (System.nanoTime() - start) / steps);
        }
        return least;
    }
}
