package layerwise.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import layerwise.data.Dataset;
import layerwise.network.Network;
import layerwise.train.Checkpoint;
import layerwise.train.RunData;
import layerwise.view.EvaluationTable;
import layerwise.zoo.Task;
import layerwise.zoo.Zoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a trained network about images, and counts its answers by class. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Asks a trained network about the test images of a dataset, and counts its answers by class.")
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CHECKPOINT", description = "A file that train --save wrote.")
    private Path file;

    @Mixin
    private ChosenData data;

    @Option(
            names = "--network",
            paramLabel = "NETWORK",
            description = "The network's id; without it that of the zoo whose name the file bears.")
    private Optional<String> id = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var out = Terminal.of(spec.commandLine().getOut());
        var good = Checkpoint.lastGood(file, out::line);
        var label = Checkpoint.label(good);
        var network = network(label);
        var classifier = Checkpoint.load(good, network);
        var images = data.split(network.input(), spec.commandLine().getErr()).test();
        out.line(String.format(
                Locale.ROOT,
                "%s of %s: is asked about %,d images of %s%s",
                network.name(),
                good,
                images.size(),
                images.name(),
                label.data().map(data -> known(data, images)).orElse("")));
        out.line(new EvaluationTable(classifier.evaluate(images), classifier.classes()).text());
        return 0;
    }

    /** Whoever asks about other images should know that some may have been learned from. */
    private static String known(RunData data, Dataset images) {
        return data.test().sha256().equals(images.identity())
                ? ", which it was tested on in training"
                : ", which are not those that it was tested on in training; it may have learned from some";
    }

    /** The name is that of an entry, whatever task the network was made for. */
    private Network network(Checkpoint.Label label) {
        var entry = id.map(Zoo::entry)
                .orElseGet(() -> Zoo.entries().stream()
                        .filter(each -> each.network().name().equals(label.network()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(file + ": holds a network called "
                                + label.network()
                                + ", which the zoo does not have; name one of it with --network, or load"
                                + " the file with Checkpoint.load")));
        return label.input()
                .map(input -> entry.network(new Task(input, label.outputs())))
                .orElseGet(entry::network);
    }
}
