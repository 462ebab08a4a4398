package layerwise.exercise;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import layerwise.view.Printed;

/**
 * The questions of a chapter, each marked as right, tried or new.
 *
 * @param questions as they are drawn now
 * @param scores by exercise
 */
public record ExerciseList(List<Question> questions, Map<String, Score> scores) implements Printed {

    /** Copies both. */
    public ExerciseList {
        questions = List.copyOf(questions);
        scores = Map.copyOf(scores);
    }

    private String mark(Question question) {
        var score = scores.getOrDefault(question.id(), Score.NONE);
        return score.right() > 0 ? "✓" : score.attempts() > 0 ? "…" : "·";
    }

    @Override
    public String text() {
        return questions.stream()
                .map(question -> mark(question) + " " + question)
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public String html() {
        return questions.stream()
                .map(question -> question.html().replaceFirst("<p>", "<p>" + mark(question) + " "))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return text();
    }
}
