package layerwise.exercise;

import java.util.List;

/**
 * A usual mistake: the wrong answer that it leads to, and what to say of it.
 *
 * @param answer what comes out when the mistake is made
 * @param remark the mistake by name, and what is so instead
 * @param <A> type of the answer
 */
record Mistake<A>(A answer, String remark) {

    /** {@return what is said of an answer that each of {@code mistakes} gives: nobody knows which of them was made} */
    static <A> String remarks(List<Mistake<A>> mistakes) {
        var remarks = mistakes.stream().map(Mistake::remark).distinct().toList();
        return (remarks.size() > 1 ? "either " : "") + String.join("; or ", remarks);
    }
}
