package layerwise.exercise;

import java.util.function.Function;

/**
 * A question that can be drawn again with other numbers; its answer and its usual mistakes are computed from them.
 *
 * @param id chapter and number, {@code 03.1}
 * @param title what it is about, in a few words
 * @param problems what each drawing asks
 */
record Exercise(String id, String title, Function<Draw, Problem<?>> problems) {
    private static final int PATIENCE = 200;

    /** {@return the problem drawn with {@code seed}: the same at every call} */
    Problem<?> problem(long seed) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            try {
                Problem<?> problem = problems.apply(Draw.of(id, seed, attempt));
                if (problem.confusing().isEmpty()) {
                    return problem;
                }
            } catch (Draw.Unfit e) {
                continue; // other numbers are drawn
            }
        }
        throw new IllegalStateException(
                id + ": no numbers with seed " + seed + " make a question whose mistakes all give wrong answers");
    }

    /** {@return the question drawn with {@code seed}; where it is not the chapter's, with what is other, and the way back} */
    Question question(long seed) {
        var question = problem(seed).question(id, seed);
        return seed == Draw.CHAPTER ? question : question.noted(note(question));
    }

    private String note(Question question) {
        String back = "again(\"" + id + "\", " + Draw.CHAPTER + ") ";
        if (!question.text()
                .equals(problem(Draw.CHAPTER).question(id, Draw.CHAPTER).text())) {
            return back + "asks with the chapter's numbers";
        }
        return question.options().isEmpty()
                ? "the question stays, the code is tried on arguments drawn anew; " + back + "tries the chapter's"
                : "the question stays, its letters are drawn anew; " + back + "shows the chapter's";
    }

    /** {@return the chapter's number, {@code 03}} */
    String chapter() {
        return id.substring(0, id.indexOf('.'));
    }
}
