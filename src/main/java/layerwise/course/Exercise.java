package layerwise.course;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A question whose answer is computed, with the usual mistakes computed beside it.
 *
 * @param id chapter and number, {@code 03.1}
 * @param question what is asked, ending in how to answer
 * @param type of the answer
 * @param check says what is wrong with an answer; nothing where it is right
 * @param hint one step of the way
 * @param <A> type of the answer
 */
record Exercise<A>(
        String id, String question, Class<A> type, Function<A, Optional<String>> check, Supplier<String> hint) {

    /**
     * A usual mistake: what it leads to, and what to say of it.
     *
     * @param answer the wrong answer that the mistake gives
     * @param remark the mistake by name
     * @param <A> type of the answer
     */
    record Mistake<A>(A answer, String remark) {}

    /** {@return an exercise with one right answer; a wrong one is compared with those that usual mistakes give} */
    static <A> Exercise<A> of(
            String id,
            String question,
            Class<A> type,
            Supplier<A> right,
            Supplier<List<Mistake<A>>> mistakes,
            Supplier<String> hint) {
        Function<A, Optional<String>> check = answer -> answer.equals(right.get())
                ? Optional.empty()
                : Optional.of(mistakes.get().stream()
                        .filter(mistake -> mistake.answer().equals(answer))
                        .findFirst()
                        .map(mistake -> answer + ": " + mistake.remark())
                        .orElse(answer + " is not it; hint(\"" + id + "\") helps"));
        return new Exercise<>(id, question, type, check, hint);
    }

    /**
     * {@return the word of praise}
     *
     * @throws WrongAnswer if the answer is wrong or of another type; the message says what kind of mistake it looks like
     */
    String check(Object answer) {
        Object given = type == Long.class && answer instanceof Integer number ? Long.valueOf(number) : answer;
        if (!type.isInstance(given)) {
            throw new WrongAnswer(id + ": expected " + expected() + ", got " + describe(answer));
        }
        check.apply(type.cast(given)).ifPresent(remark -> {
            throw new WrongAnswer(id + ": " + remark);
        });
        return "✓ " + id + " is right";
    }

    private String expected() {
        return type == Long.class ? "a whole number" : "a " + type.getSimpleName();
    }

    private static String describe(Object answer) {
        return answer == null
                ? "nothing"
                : answer + " of type " + answer.getClass().getSimpleName();
    }
}
