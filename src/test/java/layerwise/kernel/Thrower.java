package layerwise.kernel;

public final class Thrower {
    public static void outer() {
        middle();
    }

    private static void middle() {
        inner();
    }

    private Thrower() {}

    private static void inner() {
        throw new IllegalStateException("from within");
    }
}
