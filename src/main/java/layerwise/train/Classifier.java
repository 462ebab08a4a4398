package layerwise.train;

import java.util.List;
import java.util.function.Consumer;
import layerwise.data.Batch;
import layerwise.data.Dataset;
import layerwise.data.Preparation;
import layerwise.engine.Criterion;
import layerwise.engine.Learners;
import layerwise.engine.Weights;
import layerwise.network.Network;

/**
 * A trained network as a value: its description, its numbers, how images are prepared for it and what its outputs mean.
 *
 * <p>It holds nothing of an engine; asking it opens one and closes it again.
 *
 * @param network the description
 * @param weights the numbers
 * @param preparation how images become its input
 * @param classes what its outputs stand for
 */
public record Classifier(Network network, Weights weights, Preparation preparation, List<String> classes) {
    private static final int BATCH = 256;

    /** Copies the list and refuses weights of another network. */
    public Classifier {
        classes = List.copyOf(classes);
        weights = weights.withoutHeads(network).checkedFor(network);
    }

    /**
     * {@return the answers for all of {@code images}}
     *
     * @throws IllegalArgumentException if the images do not fit the network
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public Predictions predict(Dataset images) {
        preparation.check(images);
        var criterion = Criterion.of(network);
        int width = network.output().channels();
        var scores = new float[images.size()][];
        int[] next = {0};
        try (var answers = Learners.answers(network, weights)) {
            forEachBatch(images, preparation, batch -> {
                float[] outputs = answers.outputs(batch.images(), batch.size());
                for (int row = 0; row < batch.size(); row++) {
                    scores[next[0]++] = java.util.Arrays.copyOfRange(outputs, row * width, (row + 1) * width);
                }
            });
        }
        return Predictions.of(images, scores, criterion, classes);
    }

    static void forEachBatch(Dataset images, Preparation preparation, Consumer<Batch> work) {
        var batch = preparation.batch(Math.min(BATCH, images.size()));
        for (int from = 0; from < images.size(); from += BATCH) {
            work.accept(batch.fill(images, from, Math.min(images.size(), from + BATCH)));
        }
    }

    /**
     * {@return loss, top-1, top-5, answers by class and calibration on {@code images}}
     *
     * @throws IllegalArgumentException if the images do not fit the network
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public Evaluation evaluate(Dataset images) {
        preparation.check(images);
        if (images.classes().size() > network.output().channels()) {
            throw new IllegalArgumentException(network.name() + ": expected images of at most "
                    + network.output().channels() + " classes, got "
                    + images.classes().size() + " of " + images.name()
                    + "; evaluate it on images like those it learned from");
        }
        var criterion = Criterion.of(network);
        var tally = new Tally(criterion, network.output().channels());
        try (var answers = Learners.answers(network, weights)) {
            forEachBatch(
                    images,
                    preparation,
                    batch -> tally.add(answers.outputs(batch.images(), batch.size()), batch.labels()));
        }
        return tally.evaluation();
    }
}
