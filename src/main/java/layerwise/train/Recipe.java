package layerwise.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import layerwise.engine.Criterion;
import layerwise.engine.Learning;
import layerwise.engine.UpdateRule;
import layerwise.network.Network;

/**
 * How a network is trained: everything that decides the result, besides the network and the data.
 *
 * @param epochs times that every image is seen
 * @param batch images of one step
 * @param rate learning rate of the first step, on the mean loss of a batch
 * @param schedule how the learning rate falls
 * @param optimizer how a weight follows its gradient
 * @param decay share of a weight that is added to its gradient
 * @param smoothing share of a label that is spread over all classes
 * @param dropout rate of every dropout in the network, where it is not to be the network's own
 * @param initialization how wide the first weights are drawn
 * @param gain what they are multiplied by, such as {@link Initialization#TANH_GAIN}
 * @param low what pixel 0 becomes
 * @param high what pixel 255 becomes
 * @param frozen paths of parts that keep their first weights and answer as at test time
 * @param seed of weights, order and dropout
 */
public record Recipe(
        int epochs,
        int batch,
        double rate,
        Schedule schedule,
        UpdateRule optimizer,
        double decay,
        double smoothing,
        Optional<Double> dropout,
        Initialization initialization,
        double gain,
        float low,
        float high,
        Set<String> frozen,
        long seed) {

    private static final Document<Recipe> DOCUMENT = new Document<>("recipe", 1, Recipe.class);

    /** Refuses what cannot be trained with. */
    public Recipe {
        require(epochs >= 1, "epochs", "at least 1", epochs);
        require(batch >= 1, "batch", "at least 1", batch);
        require(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate", "positive", rate);
        require(decay >= 0 && decay < 1, "decay", "from 0 to below 1", decay);
        require(smoothing >= 0 && smoothing < 1, "smoothing", "from 0 to below 1", smoothing);
        dropout.ifPresent(share -> require(share >= 0 && share < 1, "dropout", "from 0 to below 1", share));
        require(gain > 0 && gain < Double.POSITIVE_INFINITY, "gain", "positive", gain);
        frozen = Collections.unmodifiableSet(new TreeSet<>(frozen)); // in the same order in every file
    }

    private static void require(boolean holds, String word, String expected, Number got) {
        if (!holds) {
            throw new IllegalArgumentException("the recipe's " + word + " is " + expected + ", got " + got);
        }
    }

    /**
     * {@return the recipe this course trains {@code network} with}
     *
     * <p>Pixels become −0.1 … 1.175 and weights are drawn as in LeCun et al. 1998. The paper's one image a step with a
     * second-order rate for each weight is replaced by batches with momentum, which do as well in fewer passes.
     */
    public static Recipe of(Network network) {
        return switch (Criterion.of(network)) {
            case CROSS_ENTROPY -> Recipes.LENET5_MODERN;
            case MAXIMUM_A_POSTERIORI -> Recipes.LENET5;
        };
    }

    /** {@return this recipe with {@code epochs}} */
    public Recipe epochs(int epochs) {
        return with(draft -> draft.epochs = epochs);
    }

    /** {@return this recipe with {@code batch} images a step} */
    public Recipe batch(int batch) {
        return with(draft -> draft.batch = batch);
    }

    /** {@return this recipe starting with learning rate {@code rate}} */
    public Recipe rate(double rate) {
        return with(draft -> draft.rate = rate);
    }

    /** {@return this recipe with another course of the learning rate} */
    public Recipe schedule(Schedule schedule) {
        return with(draft -> draft.schedule = schedule);
    }

    /** {@return this recipe with another rule of updates} */
    public Recipe optimizer(UpdateRule optimizer) {
        return with(draft -> draft.optimizer = optimizer);
    }

    /** {@return this recipe with stochastic gradient descent and {@code momentum}} */
    public Recipe momentum(double momentum) {
        return optimizer(new UpdateRule.Sgd(momentum));
    }

    /** {@return this recipe with Adam as published, whose rate is better near 0.001} */
    public Recipe adam() {
        return optimizer(UpdateRule.Adam.published());
    }

    /** {@return this recipe with weight decay {@code decay}} */
    public Recipe decay(double decay) {
        return with(draft -> draft.decay = decay);
    }

    /** {@return this recipe with labels of which {@code smoothing} is spread over all classes} */
    public Recipe smoothing(double smoothing) {
        return with(draft -> draft.smoothing = smoothing);
    }

    /** {@return this recipe with {@code rate} in every dropout of the network} */
    public Recipe dropout(double rate) {
        return with(draft -> draft.dropout = Optional.of(rate));
    }

    /** {@return this recipe with first weights drawn otherwise} */
    public Recipe initialization(Initialization initialization) {
        return with(draft -> draft.initialization = initialization);
    }

    /** {@return this recipe with first weights {@code gain} times as wide} */
    public Recipe gain(double gain) {
        return with(draft -> draft.gain = gain);
    }

    /** {@return this recipe with pixels that become {@code low} … {@code high}} */
    public Recipe levels(float low, float high) {
        return with(draft -> {
            draft.low = low;
            draft.high = high;
        });
    }

    /** {@return this recipe with parts that keep their first weights, by path: {@code conv1}, {@code stage1/unit1}} */
    public Recipe freeze(String... paths) {
        return with(draft -> draft.frozen = Set.of(paths));
    }

    /** {@return this recipe with other weights and another order} */
    public Recipe seed(long seed) {
        return with(draft -> draft.seed = seed);
    }

    /** {@return this recipe in JSON} */
    public String json() {
        return DOCUMENT.text(this);
    }

    /**
     * {@return the recipe that {@link #json} wrote into {@code file}}
     *
     * @throws IOException if it is not there, is no recipe, or is one of a newer Layerwise
     */
    public static Recipe read(Path file) throws IOException {
        return DOCUMENT.read(file);
    }

    /** Writes {@link #json} to {@code file}, which is there whole or not at all. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, out -> out.write(json().getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return the learning rate at {@code moment}} */
    double rate(Schedule.Moment moment) {
        return rate * schedule.factor(moment);
    }

    /** {@return what a step does to the weights of {@code network}} */
    Learning learning(Network network) {
        return new Learning(Criterion.of(network), smoothing, optimizer, decay, frozen);
    }

    private Recipe with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.recipe();
    }

    /** A recipe being changed. */
    private static final class Draft {
        private int epochs;
        private int batch;
        private double rate;
        private Schedule schedule;
        private UpdateRule optimizer;
        private double decay;
        private double smoothing;
        private Optional<Double> dropout;
        private Initialization initialization;
        private double gain;
        private float low;
        private float high;
        private Set<String> frozen;
        private long seed;

        Draft(Recipe from) {
            epochs = from.epochs;
            batch = from.batch;
            rate = from.rate;
            schedule = from.schedule;
            optimizer = from.optimizer;
            decay = from.decay;
            smoothing = from.smoothing;
            dropout = from.dropout;
            initialization = from.initialization;
            gain = from.gain;
            low = from.low;
            high = from.high;
            frozen = from.frozen;
            seed = from.seed;
        }

        Recipe recipe() {
            return new Recipe(
                    epochs,
                    batch,
                    rate,
                    schedule,
                    optimizer,
                    decay,
                    smoothing,
                    dropout,
                    initialization,
                    gain,
                    low,
                    high,
                    frozen,
                    seed);
        }
    }
}
