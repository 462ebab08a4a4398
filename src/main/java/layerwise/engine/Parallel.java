package layerwise.engine;

/**
 * How a step is spread over a machine: over replicas, each with its share of the batch, and within each over threads.
 *
 * @param replicas how many contexts hold the network
 * @param threads how many threads work on an operator of each
 */
public record Parallel(int replicas, int threads) {

    /** Replicas that share a machine's memory. */
    public static final int MOST = 8;

    /** Refuses none, and more than anyone has tried. */
    public Parallel {
        if (replicas < 1 || replicas > MOST || threads < 1) {
            throw new IllegalArgumentException("training needs 1 to " + MOST
                    + " replicas with at least 1 thread each, got " + replicas + " with " + threads);
        }
    }

    /** {@return one graph on one thread: its sums are rounded alike on machines of one processor and of many} */
    public static Parallel alone() {
        return new Parallel(1, 1);
    }

    /**
     * {@return this}
     *
     * @throws IllegalArgumentException if a batch of {@code images} images leaves replicas without any
     */
    public Parallel checkedFor(int images) {
        if (replicas > images) {
            throw new IllegalArgumentException("training shares each batch among replicas: expected at most " + images
                    + " of them for batches of " + images + ", got " + replicas
                    + "; take fewer replicas or larger batches");
        }
        return this;
    }

    /**
     * {@return this}
     *
     * @throws IllegalStateException if {@code engine} has no replicas, or threads that it counts itself
     */
    Parallel checkedFor(String engine) {
        if (!engine.equals("MXNet") && !equals(alone())) {
            throw new IllegalStateException("steps are spread over replicas and threads on MXNet, got " + this
                    + " on the engine " + engine + "; train with " + alone() + ", and " + engine
                    + " takes the threads it likes");
        }
        return this;
    }

    /** {@return what a run records, {@code 2 replicas × 1 thread}} */
    @Override
    public String toString() {
        return count(replicas, "replica") + " × " + count(threads, "thread");
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
