package layerwise.exercise;

/**
 * How an exercise went.
 *
 * @param attempts answers given
 * @param right those of them that were right
 */
public record Score(long attempts, long right) {
    static final Score NONE = new Score(0, 0);

    /** {@return the score of one answer} */
    static Score of(boolean right) {
        return new Score(1, right ? 1 : 0);
    }

    /** {@return both together} */
    Score plus(Score other) {
        return new Score(attempts + other.attempts, right + other.right);
    }
}
