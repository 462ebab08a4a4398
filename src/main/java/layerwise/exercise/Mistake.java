package layerwise.exercise;

/**
 * A usual mistake: the wrong answer that it leads to, and what to say of it.
 *
 * @param answer what comes out when the mistake is made
 * @param remark the mistake by name, and what is so instead
 * @param <A> type of the answer
 */
record Mistake<A>(A answer, String remark) {}
