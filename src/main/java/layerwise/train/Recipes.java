package layerwise.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import layerwise.engine.UpdateRule;

/**
 * Recipes by name: those of the course, and those of papers.
 *
 * <p>Where a paper subtracts the mean of its images, pixels become −1 … 1 here; where it lowers the rate by hand, a {@link
 * Schedule.Plateau} with a patience of 5 epochs does. Augmentation belongs to the data, and is not here.
 */
public final class Recipes {
    private static final UpdateRule MOMENTUM = new UpdateRule.Sgd(0.9);
    private static final Schedule BY_HAND = Schedule.plateau(0.1, 5);

    /** LeNet-5 of the paper, with batches and momentum in place of a second-order rate for each weight. */
    static final Recipe LENET5 = digits(20, 0.0015, 0, Initialization.LECUN);

    /** LeNet-5 as textbooks teach it, and any other network with a softmax on digits. */
    static final Recipe LENET5_MODERN = digits(10, 0.05, 0.0005, Initialization.XAVIER);

    /** Krizhevsky, Sutskever and Hinton 2012, section 5: decay 0.0005, Gaussian weights of deviation 0.01, 90 cycles. */
    static final Recipe ALEXNET = paper(90, 128, 0.01, BY_HAND, 0.0005, Initialization.NARROW);

    /** Simonyan and Zisserman 2014, section 3.1: 74 epochs; Glorot's initialisation, which they found to suffice. */
    static final Recipe VGG = paper(74, 256, 0.01, BY_HAND, 0.0005, Initialization.XAVIER);

    /** He, Zhang, Ren and Sun 2015, section 3.4: 600,000 steps of 256, which are 120 epochs of 1.28 million images. */
    static final Recipe RESNET = paper(120, 256, 0.1, BY_HAND, 0.0001, Initialization.HE);

    /** He, Zhang, Ren and Sun 2015, section 4.2: a tenth at 32k and 48k of 64k steps of 128, 182 epochs of 45,000 images. */
    static final Recipe RESNET_CIFAR =
            paper(182, 128, 0.1, Schedule.steps(0.1, 32.0 / 64, 48.0 / 64), 0.0001, Initialization.HE);

    /** Kingma and Ba 2014, algorithm 1: rate 0.001; the batch of 128 is that of their section 6.3. */
    static final Recipe ADAM =
            paper(45, 128, 0.001, Schedule.CONSTANT, 0, Initialization.HE).adam();

    private static final Map<String, Recipe> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("lenet5", LENET5);
        NAMED.put("lenet5-modern", LENET5_MODERN);
        NAMED.put("alexnet", ALEXNET);
        NAMED.put("vgg", VGG);
        NAMED.put("resnet", RESNET);
        NAMED.put("resnet-cifar", RESNET_CIFAR);
        NAMED.put("adam", ADAM);
    }

    private Recipes() {}

    /** {@return the names there are} */
    public static Set<String> names() {
        return java.util.Collections.unmodifiableSet(NAMED.keySet());
    }

    /** {@return the recipe of this name, where there is one} */
    public static Optional<Recipe> find(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /**
     * {@return the recipe of this name}
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static Recipe named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no recipe is called " + name + "; there are "
                        + String.join(", ", NAMED.keySet()) + ", and files that Recipe.write wrote"));
    }

    private static Recipe digits(int epochs, double rate, double decay, Initialization initialization) {
        return paper(epochs, 32, rate, Schedule.COSINE, decay, initialization).levels(-0.1f, 1.175f);
    }

    private static Recipe paper(
            int epochs, int batch, double rate, Schedule schedule, double decay, Initialization initialization) {
        return new Recipe(
                epochs,
                batch,
                rate,
                schedule,
                MOMENTUM,
                decay,
                0,
                Optional.empty(),
                initialization,
                1,
                -1,
                1,
                Set.of(),
                1);
    }
}
