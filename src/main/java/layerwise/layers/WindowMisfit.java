package layerwise.layers;

/** A window is larger than the padded side that it should slide over: a larger input would cure it. */
public final class WindowMisfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Says which window, which side, and the cure. */
    public WindowMisfit(String message) {
        super(message);
    }
}
