package layerwise.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import layerwise.course.Recording.Images;
import layerwise.layers.Activation;
import layerwise.network.Network;
import layerwise.train.Recipe;
import layerwise.train.Recipes;
import layerwise.train.Schedule;
import layerwise.zoo.FashionCnn;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;

/**
 * Every training whose record the course keeps, and what {@code ./layerwise record} makes again.
 *
 * <p>A new one is a line here and {@code ./layerwise record NAME}; nothing in {@code data/runs} is written by hand.
 *
 * <p>Activations are compared at two rates, as the rate decides which does better: 0.03 was tried first, where tanh won and
 * units of the ReLU died, then 0.01, where both learn. Both are kept; a lesson that shows one says that there is the other.
 */
final class Recordings {
    private static final int SEEDS = 3;

    private Recordings() {}

    /** {@return all of them} */
    static List<Recording> all() {
        var all = new ArrayList<Recording>();
        all.add(digits("lenet5-mnist", "LeNet-5 of the paper on real digits", LeNet5::paper, 30));
        all.add(digits("lenet5-modern-mnist", "a hundred epochs of LeNet-5 on real digits", LeNet5::modern, 100));
        all.add(digits("fashion-cnn-mnist", "1.4 million parameters on real digits", FashionCnn::book, 3));
        for (var activation : List.of(Activation.RELU, Activation.TANH)) {
            String word = activation.name().toLowerCase(Locale.ROOT);
            for (int seed = 1; seed <= SEEDS; seed++) {
                all.add(activation(word + "-" + seed, activation, 0.01, seed));
                all.add(activation(word + "-fast-" + seed, activation, 0.03, seed));
            }
        }
        all.add(depth("plain-20", "twenty layers without shortcuts on drawn figures"));
        all.add(depth("resnet-20", "twenty layers with shortcuts on drawn figures"));
        return all;
    }

    private static Recording digits(String name, String about, Supplier<Network> network, int epochs) {
        var recipe = Recipe.of(network.get()).epochs(epochs);
        return new Recording(name, about, network, recipe, Images.REAL_DIGITS, false);
    }

    private static Recording activation(String name, Activation activation, double rate, long seed) {
        var network = SmallNetworks.fourLayers(activation);
        var recipe = Recipe.of(network)
                .rate(rate)
                .schedule(Schedule.CONSTANT)
                .epochs(15)
                .seed(seed);
        String about = network.name() + ", on drawn figures at the rate " + rate;
        return new Recording(name, about, () -> network, recipe, Images.SHAPES, true);
    }

    private static Recording depth(String id, String about) {
        var recipe = Recipes.named("resnet-cifar").epochs(6).batch(64).rate(0.05);
        return new Recording(id, about, () -> Zoo.network(id), recipe, Images.SHAPES, true);
    }

    /**
     * {@return the recording of this name}
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    static Recording named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no recording is called " + name + "; there are "
                        + all().stream().map(Recording::name).collect(Collectors.joining(", "))));
    }
}
