package layerwise.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A graph's plans by size of batch: a planned graph takes batches of one size, so a few plans are kept, those used last.
 *
 * @param <P> what the engine has laid out for one size
 */
final class Plans<P extends Plans.Plan> implements AutoCloseable {
    private final int most;
    private final IntFunction<P> make;
    private final Map<Integer, P> plans = new LinkedHashMap<>();

    /** What can be given back to the engine. */
    @FunctionalInterface
    interface Plan {
        /** Gives it back; the engine is not working on it. */
        void close();
    }

    Plans(int most, IntFunction<P> make) {
        this.most = most;
        this.make = make;
    }

    /** {@return the plan for batches of {@code count} images, made if it is not there} */
    P of(int count) {
        var plan = plans.remove(count);
        if (plan == null) {
            drop(most - 1);
            plan = make.apply(count);
        }
        plans.put(count, plan); // the last of the map is the one used last
        return plan;
    }

    private void drop(int left) {
        if (plans.size() > left) {
            Mxnet.MXNDArrayWaitAll(); // nothing is freed under work
        }
        var oldest = plans.values().iterator();
        while (plans.size() > left) {
            oldest.next().close();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        drop(0);
    }
}
