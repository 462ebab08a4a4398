package layerwise.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import layerwise.data.Dataset;
import layerwise.engine.Criterion;

/**
 * The answers of a network for a set of images.
 *
 * @param images what was asked
 * @param answers for each image what was answered
 * @param classes what the answers stand for
 */
public record Predictions(Dataset images, List<Answer> answers, List<String> classes) {

    /**
     * One answer.
     *
     * @param index of the image in the set
     * @param label what is right
     * @param answer what was answered
     * @param confidence probability that the network gives its answer, 0 to 1
     * @param margin score of the answer less the score of the best other class; small where the network hesitates
     */
    public record Answer(int index, int label, int answer, double confidence, double margin) {

        /** {@return whether the answer is right} */
        public boolean right() {
            return label == answer;
        }
    }

    /** Copies the lists. */
    public Predictions {
        answers = List.copyOf(answers);
        classes = List.copyOf(classes);
    }

    static Predictions of(Dataset images, float[][] outputs, Criterion criterion, List<String> classes) {
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < outputs.length; i++) {
            int answer = criterion.answer(outputs[i]);
            double confidence = criterion.probabilities(outputs[i])[answer];
            answers.add(new Answer(i, images.label(i), answer, confidence, margin(outputs[i], answer, criterion)));
        }
        return new Predictions(images, answers, classes);
    }

    private static double margin(float[] outputs, int answer, Criterion criterion) {
        double second = IntStream.range(0, outputs.length)
                .filter(i -> i != answer)
                .mapToDouble(i -> criterion.score(outputs[i]))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        return criterion.score(outputs[answer]) - second;
    }

    /** {@return share of right answers, 0 to 1} */
    public double accuracy() {
        return answers.stream().filter(Answer::right).count() / (double) answers.size();
    }

    /** {@return the wrong answers, the surest first} */
    public List<Answer> mistakes() {
        return answers.stream()
                .filter(answer -> !answer.right())
                .sorted(Comparator.comparingDouble(Answer::margin).reversed())
                .toList();
    }

    /** {@return how often each class was taken for each} */
    public ConfusionMatrix confusion() {
        return ConfusionMatrix.of(this);
    }
}
