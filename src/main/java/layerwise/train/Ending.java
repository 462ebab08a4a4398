package layerwise.train;

/**
 * Why training ended.
 *
 * @param cause in a word
 * @param why in a sentence
 */
public record Ending(Cause cause, String why) {

    /** What ended it. */
    public enum Cause {
        /** All epochs of the recipe. */
        RECIPE,
        /** The epochs of its guards. */
        EPOCHS,
        /** The time of its guards. */
        TIME,
        /** The memory of its guards. */
        MEMORY,
        /** The test loss no longer fell. */
        PATIENCE,
        /** Its thread was interrupted. */
        INTERRUPTED
    }
}
