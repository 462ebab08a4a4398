package layerwise.kernel;

/** A magic that could not do what was asked; its message is the whole story, so no frames are shown. */
final class MagicFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    MagicFailure(String message) {
        super(message);
    }
}
