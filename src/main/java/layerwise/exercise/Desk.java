package layerwise.exercise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import layerwise.layers.Given;
import layerwise.network.Network;

/**
 * Where one learner works: which drawing of each exercise lies there, which hints were given, what was answered.
 *
 * <p>Every method that reads an exercise's id throws {@link NoSuchExercise} where there is none of that id.
 */
public final class Desk {
    /** The environment variable that names the file which keeps the scores; {@code off} keeps none. */
    public static final String PROGRESS = ProgressFile.VARIABLE;

    private static final int PATIENCE = 50;
    private static final long NEIGHBOURS = 3;

    private final Ledger ledger;
    private final Map<String, Long> seeds = new HashMap<>();
    private final Map<String, Integer> hints = new HashMap<>();
    private Optional<Network> subject = Optional.empty();

    Desk(Ledger ledger) {
        this.ledger = ledger;
    }

    private static final class Holder {
        static final Desk DESK = new Desk(new Ledger(ProgressFile.located()));
    }

    /** {@return the desk of this session} */
    public static Desk here() {
        return Holder.DESK;
    }

    private long seed(String id) {
        return seeds.getOrDefault(id, Draw.CHAPTER);
    }

    private Problem<?> problem(String id) {
        return Exercises.find(id).problem(seed(id));
    }

    /** {@return the question as it is drawn now} */
    public synchronized Question ask(String id) {
        return Exercises.find(id).question(seed(id));
    }

    /**
     * {@return a word of praise}
     *
     * @throws WrongAnswer if the answer is wrong, or none at all
     */
    public synchronized String check(String id, Object answer) {
        var problem = problem(id);
        Optional<String> remark;
        try {
            remark = problem.remark(answer);
        } catch (IllegalArgumentException e) {
            throw new WrongAnswer(name(id) + ": " + e.getMessage());
        }
        ledger.note(id, remark.isEmpty());
        remark.ifPresent(wrong -> {
            throw new WrongAnswer(
                    name(id) + ": " + wrong + (Problem.isSilent(wrong) ? help(id) : "") + elsewhere(id, answer));
        });
        return "✓ " + name(id) + " is right";
    }

    private String name(String id) {
        return Question.name(id, seed(id));
    }

    /** After a restart the chapter's numbers are asked again: an answer to those that were drawn before is told so. */
    private String elsewhere(String id, Object answer) {
        return LongStream.rangeClosed(Draw.CHAPTER, NEIGHBOURS)
                .filter(seed -> seed != seed(id) && answers(Exercises.find(id), seed, answer))
                .mapToObj(seed -> "; it is right for the numbers of again(\"" + id + "\", " + seed + "), those of "
                        + (seed(id) == Draw.CHAPTER ? "the chapter" : "seed " + seed(id)) + " are asked now")
                .findFirst()
                .orElse("");
    }

    private static boolean answers(Exercise exercise, long seed, Object answer) {
        var other = exercise.problem(seed);
        return other.isTelling() && other.remark(answer).isEmpty();
    }

    private static String help(String id) {
        return "; hint(\"" + id + "\") helps";
    }

    /** {@return one hint more than at the last call} */
    public synchronized String hint(String id) {
        var all = problem(id).hints();
        int number = hints.merge(id, 1, (before, one) -> Math.min(before + one, all.size() + 1));
        int shown = Math.min(number, all.size());
        return "hint " + shown + " of " + all.size() + ": " + all.get(shown - 1)
                + (number > all.size() ? "; that was the last, solution(\"" + id + "\") works it out" : "");
    }

    /** {@return the arithmetic worked out; a sentence instead where the exercise has not been tried and nobody insists} */
    public synchronized String solution(String id, boolean atOnce) {
        var problem = problem(id);
        String named =
                seed(id) == Draw.CHAPTER ? "" : name(id) + (problem.solution().contains("\n") ? ":\n" : ": ");
        return atOnce || ledger.scores().containsKey(id)
                ? named + problem.solution()
                : id + " has not been tried yet; answer it once, or solution(\"" + id + "\", true) shows it at once";
    }

    /** {@return the question drawn with {@code seed}} */
    public synchronized Question again(String id, long seed) {
        Exercises.find(id).problem(seed);
        seeds.put(id, seed);
        hints.remove(id);
        return ask(id);
    }

    /** {@return the question drawn with the next seed that asks something else} */
    public synchronized Question again(String id) {
        var before = ask(id);
        for (int next = 1; next <= PATIENCE; next++) {
            var question = again(id, before.seed() + next);
            if (!(question.text() + question.options()).equals(before.text() + before.options())) {
                return question;
            }
        }
        return again(id, before.seed() + 1);
    }

    /** {@return how far the learner is} */
    public synchronized ProgressTable progress() {
        return new ProgressTable(ledger.scores(), ledger.place());
    }

    /** {@return the questions of a chapter as they are drawn now, each with how it went} */
    public synchronized ExerciseList list(String chapter) {
        return new ExerciseList(
                Exercises.ofChapter(chapter).stream()
                        .map(each -> ask(each.id()))
                        .toList(),
                ledger.scores());
    }

    /** From now on predictions are about {@code network}. */
    public synchronized void about(Network network) {
        subject = Optional.of(Given.value(network, "a network to predict of"));
    }

    /** {@return what is to be said of a prediction about {@code network}, which later ones are about too; none is counted} */
    public synchronized String predict(Network network, String what, Object guess) {
        about(network);
        return predict(what, guess);
    }

    /** {@return what is to be said of a prediction about the network that was named last; never an error} */
    public synchronized String predict(String what, Object guess) {
        if (subject.isEmpty()) {
            return "about which network? predict(network, \"" + what + "\", …) says it, or about(network) before";
        }
        return Prediction.of(subject.get(), what).judge(guess);
    }
}
