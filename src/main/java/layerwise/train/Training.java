package layerwise.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import layerwise.data.Dataset;
import layerwise.data.Preparation;
import layerwise.data.Split;
import layerwise.engine.Learners;
import layerwise.engine.Parallel;
import layerwise.engine.Trial;
import layerwise.engine.Weights;
import layerwise.layers.Given;
import layerwise.network.Network;

/**
 * A training to be run: a network, a recipe and images to learn from and to test on, with what is to happen meanwhile.
 *
 * <p>The same network, recipe, data and engine give the same run, bit for bit, whether it is run at one go or goes on
 * from a checkpoint.
 */
public final class Training {
    private final Network network;
    private final Recipe recipe;
    private final Split data;
    private final Guards guards;
    private final Optional<Path> file;
    private final boolean measured;
    private final Progress progress;
    private final Optional<Checkpoint.Resumption> start;
    private final Optional<Weights> first;
    private final Parallel parallel;

    private Training(
            Network network,
            Recipe recipe,
            Split data,
            Guards guards,
            Optional<Path> file,
            boolean measured,
            Progress progress,
            Optional<Checkpoint.Resumption> start,
            Optional<Weights> first,
            Parallel parallel) {
        this.network = network;
        this.recipe = recipe;
        this.data = data;
        this.guards = guards;
        this.file = file;
        this.measured = measured;
        this.progress = progress;
        this.start = start;
        this.first = first;
        this.parallel = parallel;
    }

    /**
     * {@return the training of {@code network} by {@code recipe} on the first half of {@code data}, tested on the second}
     *
     * @throws IllegalArgumentException if the images do not fit the network
     */
    public static Training of(Network network, Recipe recipe, Split data) {
        Given.value(network, "a network");
        Given.value(recipe, "a recipe");
        Given.value(data, "a split of images to learn from and to test on");
        var preparation = new Preparation(network.input(), recipe.low(), recipe.high());
        preparation.check(data.train(), recipe.augmentation());
        preparation.check(data.test());
        checkClasses(network, data.train());
        checkClasses(network, data.test());
        recipe.learning(network).checkedFor(network);
        return new Training(
                network,
                recipe,
                data,
                Guards.NONE,
                Optional.empty(),
                false,
                Progress.NONE,
                Optional.empty(),
                Optional.empty(),
                Parallel.alone());
    }

    private static void checkClasses(Network network, Dataset images) {
        if (network.output().area() != 1
                || images.classes().size() > network.output().channels()) {
            throw new IllegalArgumentException(network.name() + ": expected an output for each of the "
                    + images.classes().size() + " classes of " + images.name() + ", got an output of "
                    + network.output() + "; end the network in dense("
                    + images.classes().size() + ")");
        }
    }

    /**
     * {@return the training that wrote {@code file}, to go on after its last whole epoch and to save there again}
     *
     * @param said hears if the file is damaged and the one before it was taken, which then takes its place
     * @throws IOException if neither is a checkpoint that training can go on from
     * @throws IllegalArgumentException if the network or the images are not those it was trained with
     */
    public static Training resumed(Network network, Split data, Path file, Consumer<String> said) throws IOException {
        Path good = Checkpoint.lastGood(file, said);
        var start = Checkpoint.resume(good, network);
        start.position().data().check(data);
        if (!good.equals(file)) {
            AtomicFile.restore(file);
        }
        return of(network, start.position().recipe(), data).from(start).saving(file);
    }

    private Training from(Checkpoint.Resumption resumption) {
        return new Training(
                network,
                recipe,
                data,
                guards,
                file,
                measured,
                progress,
                Optional.of(resumption),
                first,
                resumption.position().parallel());
    }

    /**
     * {@return this training, which starts from {@code weights} in place of drawn ones: those of another training}
     *
     * <p>They are the network's own, and then its heads are drawn by the recipe, or those of all its heads too.
     *
     * @throws IllegalArgumentException if they belong to another network
     */
    public Training startingFrom(Weights weights) {
        weights.trains(network); // or says why not
        return new Training(
                network, recipe, data, guards, file, measured, progress, start, Optional.of(weights), parallel);
    }

    /** {@return this training, ended by {@code guards} too} */
    public Training guarded(Guards guards) {
        return new Training(network, recipe, data, guards, file, measured, progress, start, first, parallel);
    }

    /** {@return this training, saved to {@code file} after every epoch, so that it can go on from there} */
    public Training saving(Path file) {
        return new Training(
                network, recipe, data, guards, Optional.of(file), measured, progress, start, first, parallel);
    }

    /** {@return this training, with a {@link LayerMeasure} of every layer in every epoch, which takes a few steps' time} */
    public Training measured() {
        return new Training(network, recipe, data, guards, file, true, progress, start, first, parallel);
    }

    /**
     * {@return this training, its steps spread over the machine as {@code parallel} says}
     *
     * <p>Sums are rounded otherwise then, so it is kept with the run, and a training that goes on keeps to it.
     *
     * @throws IllegalArgumentException if there are more replicas than images in a batch
     */
    public Training spread(Parallel parallel) {
        return new Training(
                network,
                recipe,
                data,
                guards,
                file,
                measured,
                progress,
                start,
                first,
                parallel.checkedFor(recipe.batch()));
    }

    /**
     * {@return this training, its steps spread as a {@link Trial} on this machine finds fastest, which takes a second or so}
     *
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     * @throws IllegalStateException if the engine is not MXNet
     */
    public Training fastest() {
        var trained = trained();
        return spread(Trial.fastest(trained, begin(trained), recipe.learning(trained), recipe.batch()));
    }

    /** {@return the network as it learns, with the recipe's dropout} */
    Network trained() {
        return recipe.dropout().map(rate -> new DropoutRate(rate).of(network)).orElse(network);
    }

    /** {@return how its steps are spread over the machine} */
    public Parallel parallel() {
        return parallel;
    }

    /** {@return this training, heard by {@code progress}} */
    public Training heardBy(Progress progress) {
        return new Training(network, recipe, data, guards, file, measured, progress, start, first, parallel);
    }

    /**
     * {@return the trained network with the record of its training}
     *
     * @throws IllegalArgumentException if the images do not fit the network
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     * @throws IllegalStateException if the loss is no longer a number; the message says in which step and layer
     * @throws Interruption if the thread was interrupted; it has the run so far
     */
    public static Run run(Network network, Recipe recipe, Split data, Progress progress) {
        return of(network, recipe, data).heardBy(progress).run();
    }

    /** As {@link #run(Network, Recipe, Split, Progress)}, silently. */
    public static Run run(Network network, Recipe recipe, Split data) {
        return of(network, recipe, data).run();
    }

    /**
     * {@return the trained network with the record of its training}
     *
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     * @throws IllegalStateException if the loss is no longer a number; the message says in which step and layer
     * @throws Interruption if the thread was interrupted; it has the run so far, and the last whole epoch stays saved
     * @throws UncheckedIOException if it is to be saved and cannot be
     */
    public Run run() {
        return run(Learners::open);
    }

    /** As above, by a learner that is opened in another way. */
    Run run(TrainingLoop.Opening opening) {
        file.ifPresent(Training::check);
        try (var loop = new TrainingLoop(this, opening)) {
            return loop.run();
        }
    }

    /** A file that cannot be written is found out before the first epoch, and what killed processes left is cleared away. */
    private static void check(Path file) {
        try {
            AtomicFile.check(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** {@return the network} */
    public Network network() {
        return network;
    }

    /** {@return the recipe} */
    public Recipe recipe() {
        return recipe;
    }

    /** {@return epochs that are done already} */
    public int done() {
        return history().epochs().size();
    }

    History history() {
        return start.map(from -> from.position().history()).orElse(History.EMPTY);
    }

    Split data() {
        return data;
    }

    Guards guards() {
        return guards;
    }

    Optional<Path> file() {
        return file;
    }

    boolean isMeasured() {
        return measured;
    }

    Progress progress() {
        return progress;
    }

    Optional<Checkpoint.Resumption> start() {
        return start;
    }

    /** {@return the digest of the weights that it started from, where they were given} */
    Optional<String> first() {
        return start.map(from -> from.position().first()).orElseGet(() -> first.map(Subject::digest));
    }

    /** {@return the weights to start from; those of heads are drawn where only the network's own are given} */
    Weights begin(Network trained) {
        return start.map(Checkpoint.Resumption::weights).orElseGet(() -> {
            var values = new LinkedHashMap<>(InitialWeights.of(trained, recipe).values());
            first.ifPresent(given -> values.putAll(given.values()));
            return new Weights(values);
        });
    }
}
