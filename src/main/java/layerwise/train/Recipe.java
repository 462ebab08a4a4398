package layerwise.train;

import layerwise.engine.Criterion;
import layerwise.network.Network;

/**
 * How a network is trained: everything that decides the result, besides the network and the data.
 *
 * @param epochs times that every image is seen
 * @param batch images of one step
 * @param rate learning rate of the first step, on the mean loss of a batch
 * @param schedule how the learning rate falls
 * @param momentum share of the last update that is added to this one
 * @param decay share of a weight that is added to its gradient
 * @param initialization how wide the first weights are drawn
 * @param low what pixel 0 becomes
 * @param high what pixel 255 becomes
 * @param seed of weights and order
 */
public record Recipe(
        int epochs,
        int batch,
        double rate,
        Schedule schedule,
        double momentum,
        double decay,
        Initialization initialization,
        float low,
        float high,
        long seed) {

    /** Refuses what cannot be trained with. */
    public Recipe {
        require(epochs >= 1, "epochs", "at least 1", epochs);
        require(batch >= 1, "batch", "at least 1", batch);
        require(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate", "positive", rate);
        require(momentum >= 0 && momentum < 1, "momentum", "from 0 to below 1", momentum);
        require(decay >= 0 && decay < 1, "decay", "from 0 to below 1", decay);
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
            case CROSS_ENTROPY ->
                new Recipe(10, 32, 0.05, Schedule.COSINE, 0.9, 0.0005, Initialization.XAVIER, -0.1f, 1.175f, 1);
            case MAXIMUM_A_POSTERIORI ->
                new Recipe(20, 32, 0.0015, Schedule.COSINE, 0.9, 0, Initialization.LECUN, -0.1f, 1.175f, 1);
        };
    }

    /** {@return this recipe with {@code epochs}} */
    public Recipe epochs(int epochs) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return this recipe with {@code batch} images a step} */
    public Recipe batch(int batch) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return this recipe starting with learning rate {@code rate}} */
    public Recipe rate(double rate) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return this recipe with another course of the learning rate} */
    public Recipe schedule(Schedule schedule) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return this recipe with {@code momentum}} */
    public Recipe momentum(double momentum) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return this recipe with weight decay {@code decay}} */
    public Recipe decay(double decay) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return this recipe with first weights drawn otherwise} */
    public Recipe initialization(Initialization initialization) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return this recipe with other weights and another order} */
    public Recipe seed(long seed) {
        return new Recipe(epochs, batch, rate, schedule, momentum, decay, initialization, low, high, seed);
    }

    /** {@return the learning rate of step {@code step} of {@code steps}} */
    double rate(long step, long steps) {
        return rate * schedule.factor((double) step / steps);
    }
}
