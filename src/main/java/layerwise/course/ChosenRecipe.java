package layerwise.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.network.Network;
import layerwise.train.Recipe;
import layerwise.train.Recipes;
import picocli.CommandLine.Option;

/** A recipe named on the command line, and what is to be otherwise in it. */
final class ChosenRecipe {

    @Option(
            names = "--recipe",
            paramLabel = "NAME|FILE",
            description = "lenet5, lenet5-modern, alexnet, vgg, resnet, resnet-cifar or adam, or a file of JSON;"
                    + " without it the course's for the network.")
    private Optional<String> recipe = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over these images.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", paramLabel = "N", description = "Images of one step.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--rate", paramLabel = "R", description = "Learning rate of the first step.")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Of the first weights, the order of images and dropout.")
    private Optional<Long> seed = Optional.empty();

    /**
     * {@return the recipe for {@code network}}
     *
     * @throws IOException if it is a file that cannot be read
     */
    Recipe recipe(Network network) throws IOException {
        var chosen = recipe.isPresent() ? named(recipe.get()) : Recipe.of(network);
        chosen = epochs.map(chosen::epochs).orElse(chosen);
        chosen = batch.map(chosen::batch).orElse(chosen);
        chosen = rate.map(chosen::rate).orElse(chosen);
        return seed.map(chosen::seed).orElse(chosen);
    }

    private static Recipe named(String name) throws IOException {
        var known = Recipes.find(name);
        if (known.isEmpty() && Files.exists(Path.of(name))) {
            return Recipe.read(Path.of(name));
        }
        return known.orElseGet(() -> Recipes.named(name));
    }

    /** {@return the options that were given} */
    List<String> given() {
        return Stream.of(
                        recipe.map(given -> "--recipe"),
                        epochs.map(given -> "--epochs"),
                        batch.map(given -> "--batch"),
                        rate.map(given -> "--rate"),
                        seed.map(given -> "--seed"))
                .flatMap(Optional::stream)
                .toList();
    }
}
