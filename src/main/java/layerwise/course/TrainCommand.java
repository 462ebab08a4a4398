package layerwise.course;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import layerwise.analysis.Cost;
import layerwise.data.Datasets;
import layerwise.data.Split;
import layerwise.network.Network;
import layerwise.train.AtomicFile;
import layerwise.train.Checkpoint;
import layerwise.train.Classifier;
import layerwise.train.Epoch;
import layerwise.train.History;
import layerwise.train.Progress;
import layerwise.train.Recipe;
import layerwise.train.Run;
import layerwise.train.Training;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network on digits and tests it on others; the same seed gives the same accuracy. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a network on digits: those of a folder, or drawn ones where none is named.")
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NETWORK", description = "The network's id, as in lenet5 or lenet5-modern.")
    private String network;

    @Option(
            names = "--data",
            paramLabel = "NAME|FOLDER",
            description = "mnist, fashion-mnist, kmnist, cifar-10 or cifar-100 (downloaded once), digits or shapes"
                    + " (drawn); or a folder of IDX files, CIFAR files, or images in a folder a class. Without it"
                    + " LAYERWISE_DATA, else drawn digits.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--train", paramLabel = "N", description = "Images to learn from: the first N.")
    private Optional<Integer> train = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over these images.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", paramLabel = "N", description = "Images of one step.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--rate", paramLabel = "R", description = "Learning rate of the first step.")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Of the first weights and the order of images.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Save the weights (safetensors) after every epoch; a failed run leaves the last epoch's.")
    private Optional<Path> save = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var description = Zoo.network(network);
        var recipe = recipe(description);
        var split = split(description);
        if (save.isPresent()) {
            AtomicFile.check(save.get());
        }
        say(
                "%s, %,d parameters: learns from %,d images of %s, is tested on %,d of %s; seed %d",
                description.name(),
                Cost.of(description).parameters(),
                split.train().size(),
                split.train().name(),
                split.test().size(),
                split.test().name(),
                recipe.seed());
        long start = System.nanoTime();
        var run = Training.run(description, recipe, split, new Lines());
        report(run, split, (System.nanoTime() - start) / 1e9);
        return 0;
    }

    private Recipe recipe(Network description) {
        var recipe = Recipe.of(description);
        recipe = epochs.map(recipe::epochs).orElse(recipe);
        recipe = batch.map(recipe::batch).orElse(recipe);
        recipe = rate.map(recipe::rate).orElse(recipe);
        return seed.map(recipe::seed).orElse(recipe);
    }

    private Split split(Network description) throws IOException {
        if (data.isEmpty()) {
            var here = Datasets.located(description.input());
            if (here.isPresent()) {
                return train.map(here.get()::split).orElseGet(here.get()::split);
            }
        }
        var line = new DownloadLine(spec.commandLine().getErr());
        return Datasets.open(data.orElse("digits"), description.input(), train, line);
    }

    private void report(Run run, Split split, double seconds) {
        say(
                "accuracy %.2f %% on %,d images that it never saw, after %d epochs in %.1f s on %s",
                100 * run.accuracy(),
                split.test().size(),
                run.history().epochs().size(),
                seconds,
                run.engine());
        save.ifPresent(file -> say("saved to %s", file));
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** A line an epoch, and the checkpoint if one is asked for. */
    private final class Lines implements Progress {

        @Override
        public void step(Step step) {}

        @Override
        public void epoch(History history, Supplier<Classifier> classifier) {
            Epoch epoch = history.last();
            say(
                    "epoch %2d  loss %7.4f  accuracy %6.2f %%   test loss %7.4f  test accuracy %6.2f %%",
                    epoch.number(), epoch.loss(), 100 * epoch.accuracy(), epoch.testLoss(), 100 * epoch.testAccuracy());
            save.ifPresent(file -> store(classifier.get(), file));
        }

        private void store(Classifier classifier, Path file) {
            try {
                Checkpoint.save(classifier, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }
}
