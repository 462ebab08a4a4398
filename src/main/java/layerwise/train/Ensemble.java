package layerwise.train;

import java.util.List;
import layerwise.data.Batch;
import layerwise.data.Crop;
import layerwise.data.Dataset;
import layerwise.engine.Answers;
import layerwise.engine.Criterion;
import layerwise.engine.Learners;

/**
 * Several answers about one image, averaged: p = Σ softmax(y) / (members · crops), the class with the largest p is the answer.
 *
 * <p>One network asked about ten crops (Krizhevsky et al., 2012, section 4.1), seven networks asked about 144 (Szegedy et
 * al., 2015, section 7), or several networks asked once.
 *
 * @param members networks of the same classes
 * @param crops what of each image they are asked about; the whole image, as it is prepared, if there are none
 */
public record Ensemble(List<Classifier> members, List<Crop> crops) {
    private static final int BATCH = 256;

    /** Copies the lists, and refuses members that answer about other classes and crops that do not fit their inputs. */
    public Ensemble {
        members = List.copyOf(members);
        crops = List.copyOf(crops);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("ensemble: expected one or more members, got none");
        }
        for (Classifier member : members) {
            checkClasses(member, members.get(0));
            crops.forEach(crop -> checkCrop(crop, member));
        }
    }

    /** {@return these networks, each asked once about the whole image} */
    public static Ensemble of(Classifier... members) {
        return new Ensemble(List.of(members), List.of());
    }

    /** {@return these networks asked about these parts of each image} */
    public Ensemble crops(List<Crop> crops) {
        return new Ensemble(members, crops);
    }

    private static void checkClasses(Classifier member, Classifier first) {
        if (!member.classes().equals(first.classes())) {
            throw new IllegalArgumentException("ensemble: expected members of the same classes, got "
                    + first.network().name() + " of " + first.classes() + " and "
                    + member.network().name() + " of " + member.classes());
        }
    }

    private static void checkCrop(Crop crop, Classifier member) {
        var input = member.network().input();
        if (crop.input() != input.height() || crop.input() != input.width()) {
            throw new IllegalArgumentException("ensemble: expected crops for the input " + input + " of "
                    + member.network().name() + ", got " + crop + "; make them for it");
        }
    }

    /**
     * {@return the answers for all of {@code images}; a margin is a difference of probabilities}
     *
     * @throws IllegalArgumentException if the images do not fit the networks
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public Predictions predict(Dataset images) {
        double[][] means = probabilities(images);
        var scores = new float[means.length][];
        for (int i = 0; i < means.length; i++) {
            scores[i] = new float[means[i].length];
            for (int k = 0; k < means[i].length; k++) {
                scores[i][k] = (float) means[i][k];
            }
        }
        return Predictions.of(
                images, scores, Criterion.CROSS_ENTROPY, members.get(0).classes());
    }

    /** {@return for each image the mean probability of each class; as {@link #predict} throws} */
    public double[][] probabilities(Dataset images) {
        var sums = new double[images.size()][members.get(0).network().output().channels()];
        members.forEach(member -> add(member, images, sums));
        double answers = (double) members.size() * Math.max(1, crops.size());
        for (double[] row : sums) {
            for (int k = 0; k < row.length; k++) {
                row[k] /= answers;
            }
        }
        return sums;
    }

    private void add(Classifier member, Dataset images, double[][] sums) {
        var criterion = Criterion.of(member.network());
        var batch = member.preparation().batch(Math.max(1, Math.min(BATCH, images.size())));
        try (var answers = Learners.answers(member.network(), member.weights())) {
            for (int from = 0; from < images.size(); from += BATCH) {
                int to = Math.min(images.size(), from + BATCH);
                if (crops.isEmpty()) {
                    add(answers, criterion, batch.fill(images, from, to), sums, from);
                }
                for (Crop crop : crops) {
                    add(answers, criterion, batch.fill(images, from, to, crop), sums, from);
                }
            }
        }
    }

    private static void add(Answers answers, Criterion criterion, Batch batch, double[][] sums, int from) {
        float[] outputs = answers.outputs(batch.images(), batch.size());
        int width = outputs.length / batch.size();
        var shares = new double[width];
        for (int row = 0; row < batch.size(); row++) {
            softmax(outputs, row * width, criterion, shares);
            for (int k = 0; k < width; k++) {
                sums[from + row][k] += shares[k];
            }
        }
    }

    /** exp(s_k) / Σ exp(s_i) of the scores s; outputs that are penalties count as −penalty. */
    private static void softmax(float[] outputs, int at, Criterion criterion, double[] shares) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < shares.length; k++) {
            largest = Math.max(largest, criterion.score(outputs[at + k]));
        }
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.exp(criterion.score(outputs[at + k]) - largest);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
    }
}
