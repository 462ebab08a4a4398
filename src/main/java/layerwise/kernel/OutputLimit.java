package layerwise.kernel;

/** How many lines of text a cell may show, and a hundred times as many characters; more are counted, not shown. */
final class OutputLimit {

    /** Stays below what Jupyter's server passes on at its default rate limit of 1 MB a second over three seconds. */
    static final long LINES = 25_000;

    /** For each line that may be shown. */
    static final int CHARACTERS_OF_A_LINE = 100;

    private static volatile long lines = LINES;

    private OutputLimit() {}

    /** {@return the lines that a cell may show} */
    static long lines() {
        return lines;
    }

    /** {@return the characters that a cell may show} */
    static long characters() {
        return CHARACTERS_OF_A_LINE * lines;
    }

    /**
     * Sets it for this cell and those that follow.
     *
     * @throws IllegalArgumentException for less than one line
     */
    static void set(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("limit: expected at least 1 line, got " + most);
        }
        lines = Math.min(most, Long.MAX_VALUE / 1000);
    }
}
