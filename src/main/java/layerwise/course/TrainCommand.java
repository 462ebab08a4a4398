package layerwise.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import layerwise.analysis.Cost;
import layerwise.data.Split;
import layerwise.engine.Parallel;
import layerwise.network.Network;
import layerwise.train.AtomicFile;
import layerwise.train.Run;
import layerwise.train.Training;
import layerwise.view.EvaluationTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network on images and tests it on others; the same seed gives the same accuracy. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a network on images and tests it on others; on drawn digits where none are named.")
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChosenNetwork chosen;

    @Mixin
    private ChosenData data;

    @Mixin
    private ChosenRecipe recipe;

    @Mixin
    private Budgeted budget;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Save a checkpoint (safetensors) after every epoch; the last one is kept as FILE.previous.")
    private Optional<Path> save = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on after the last whole epoch of this checkpoint, by its recipe, and save there.")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--run", paramLabel = "FILE", description = "Write what was trained, how and how it went, as JSON.")
    private Optional<Path> run = Optional.empty();

    @Mixin
    private ChosenReplicas replicas;

    private Terminal terminal;

    @Override
    public Integer call() throws IOException {
        terminal = Terminal.of(spec.commandLine().getOut());
        var network = chosen.network();
        var split = data.split(network.input(), spec.commandLine().getErr());
        for (Optional<Path> file : java.util.List.of(save, run)) {
            if (file.isPresent()) {
                AtomicFile.check(file.get());
            }
        }
        var training = training(network, split);
        introduce(training, split);
        report(training.guarded(budget.guards())
                .heardBy(new TrainingLines(terminal))
                .run());
        return 0;
    }

    private Training training(Network network, Split split) throws IOException {
        if (resume.isEmpty()) {
            var training = replicas.spread(Training.of(network, recipe.recipe(network), split));
            return save.map(training::saving).orElse(training);
        }
        var given = new ArrayList<>(recipe.given());
        save.ifPresent(file -> given.add("--save"));
        given.addAll(replicas.given());
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("--resume goes on by the recipe in " + resume.get()
                    + " and saves there, got " + String.join(", ", given) + " too; leave out one or the other");
        }
        return Training.resumed(network, split, resume.get(), terminal::line);
    }

    private void introduce(Training training, Split split) {
        say(
                "%s, %,d parameters: learns from %,d images of %s, is tested on %,d of %s; seed %d",
                training.network().name(),
                Cost.of(training.network()).parameters(),
                split.train().size(),
                split.train().name(),
                split.test().size(),
                split.test().name(),
                training.recipe().seed());
        if (!training.parallel().equals(Parallel.alone())) {
            say("each step is spread over %s", training.parallel());
        }
        resume.ifPresent(file -> say(
                "goes on after epoch %d of %d in %s",
                training.done(), training.recipe().epochs(), file));
    }

    private void report(Run done) throws IOException {
        var last = done.history().last();
        terminal.line(new EvaluationTable(last.test(), done.record().classes()).text());
        say(
                "accuracy %.2f %% on %,d images that it never saw, after %d epochs in %.1f s on %s; %s",
                100 * done.accuracy(),
                last.test().images(),
                done.history().epochs().size(),
                done.record().seconds(),
                done.engine(),
                done.record().ending().why());
        save.or(() -> resume).ifPresent(file -> say("saved to %s", file));
        if (run.isPresent()) {
            done.record().write(run.get());
            say("the run is in %s", run.get());
        }
    }

    private void say(String format, Object... values) {
        terminal.line(String.format(Locale.ROOT, format, values));
    }
}
