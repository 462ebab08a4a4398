package layerwise.engine;

/**
 * How a step is spread over a machine: over replicas, each with its share of the batch, and within each over threads.
 *
 * @param replicas how many contexts hold the network
 * @param threads how many threads work on an operator of each
 */
public record Parallel(int replicas, int threads) {

    /** Replicas that share a machine's memory. */
    static final int MOST = 8;

    /** Refuses none, and more than anyone has tried. */
    public Parallel {
        if (replicas < 1 || replicas > MOST || threads < 1) {
            throw new IllegalArgumentException("training needs 1 to " + MOST
                    + " replicas with at least 1 thread each, got " + replicas + " with " + threads);
        }
    }

    /** {@return one graph whose operators use every processor} */
    public static Parallel whole() {
        return new Parallel(1, Runtime.getRuntime().availableProcessors());
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
