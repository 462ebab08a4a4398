package layerwise.kernel;

/** Threads that never keep the JVM alive. */
final class Threads {
    private Threads() {}

    /** {@return a daemon of that name, not yet started} */
    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
