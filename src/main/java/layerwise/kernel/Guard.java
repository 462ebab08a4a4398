package layerwise.kernel;

/**
 * The question "am I to stop?" that {@link Instrumentation} puts into every loop and method of a cell.
 *
 * <p>It stops the cell's thread, threads that were started since the cell began and the workers of parallel streams.
 * Threads of earlier cells go on.
 */
public final class Guard {

    /** Thrown into a cell that was interrupted; an {@code Error}, so that {@code catch (Exception e)} lets it pass. */
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the cell was interrupted");
        }
    }

    private static volatile boolean stopping;
    private static volatile Thread cell = Thread.currentThread();
    private static volatile long youngest = Long.MAX_VALUE;

    private Guard() {}

    /** Goes on, or throws {@link Stopped} where the running cell was interrupted. */
    public static void check() {
        if (stopping && concerns(Thread.currentThread())) {
            throw new Stopped();
        }
    }

    private static boolean concerns(Thread thread) {
        return thread == cell || thread.getId() > youngest || thread.getName().startsWith("ForkJoinPool");
    }

    /** A cell begins on this thread; an older interrupt no longer counts. */
    static void begin(Thread thread) {
        stopping = false;
        cell = thread;
        youngest = new Thread().getId();
    }

    /** The running cell is to stop at its next check. */
    static void stop() {
        stopping = true;
    }

    /** {@return whether the latest cell was interrupted} */
    static boolean stopped() {
        return stopping;
    }
}
