package layerwise.kernel;

/** Ends at once: a Java that can run it is recent enough to say in a notebook what else it lacks. */
public final class Speaks {
    private Speaks() {}

    /** Does nothing. */
    public static void main(String[] args) {
        // the exit code is the answer
    }
}
