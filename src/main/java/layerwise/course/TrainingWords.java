package layerwise.course;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import layerwise.data.Split;
import layerwise.layers.Given;
import layerwise.network.Network;
import layerwise.train.Interruption;
import layerwise.train.Predictions;
import layerwise.train.Recipe;
import layerwise.train.Recorded;
import layerwise.train.Run;
import layerwise.train.RunRecord;
import layerwise.train.Training;
import layerwise.view.ConfusionChart;
import layerwise.view.EvaluationTable;
import layerwise.view.ImageStrip;
import layerwise.view.LayerCurves;
import layerwise.view.LayerQuantity;
import layerwise.view.LearningCurve;
import layerwise.view.RecordList;
import layerwise.view.RunFacts;
import layerwise.view.StudyChart;
import layerwise.zoo.Zoo;

/** The words of training, of what came of it, and of what others trained; every cell can use them without an import. */
public final class TrainingWords {
    private TrainingWords() {}

    /**
     * {@return the run of training {@code network}, whose curves grow in the cell meanwhile}
     *
     * <p>Where the cell is stopped, {@link InterruptionWords#interrupted} is the run of the epochs that were whole.
     *
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Run train(Network network, Recipe recipe, Split data) {
        return shown(Training.of(network, recipe, data));
    }

    /**
     * {@return the run of training the network with this id, as {@link #train(Network, Recipe, Split)}}
     *
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Run train(String id, Recipe recipe, Split data) {
        return train(Zoo.network(id), recipe, data);
    }

    /**
     * {@return as {@link #train(Network, Recipe, Split)}, with gradients, updates and dead units of every layer in every
     * epoch, which takes a few steps' time}
     *
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Run measured(Network network, Recipe recipe, Split data) {
        return shown(Training.of(network, recipe, data).measured());
    }

    /**
     * {@return as {@link #measured(Network, Recipe, Split)}, of the network with this id}
     *
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Run measured(String id, Recipe recipe, Split data) {
        return measured(Zoo.network(id), recipe, data);
    }

    private static Run shown(Training training) {
        var curve = LiveCurve.here(training.recipe());
        try {
            var run = training.heardBy(curve).run();
            curve.end(run.history());
            return run;
        } catch (Interruption interruption) {
            interruption.run().ifPresent(run -> curve.end(run.history()));
            InterruptionWords.keep(interruption);
            throw interruption;
        }
    }

    /**
     * {@return the runs of {@code training} with the seeds 1 to {@code seeds}: {@code repeat(3, seed -> train(net,
     * recipe.seed(seed), data))}}
     *
     * @throws IllegalArgumentException if there is to be none
     */
    public static List<Run> repeat(int seeds, LongFunction<Run> training) {
        if (seeds < 1) {
            throw new IllegalArgumentException("repeat: expected at least 1 seed, got " + seeds + "; ask for more");
        }
        Given.value(training, "a training, as in seed -> train(net, recipe.seed(seed), data),");
        return LiveCurve.inOnePlace(
                () -> LongStream.rangeClosed(1, seeds).mapToObj(training).toList());
    }

    /** {@return loss and accuracy by epoch} */
    public static LearningCurve curve(Recorded run) {
        var record = record(run);
        return LearningCurve.of(record.network().name(), record.history());
    }

    /**
     * {@return loss and accuracy by epoch of several runs, each by the name of its network, and its seed where two have one}
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LearningCurve curve(List<? extends Recorded> runs) {
        var records = Given.all(runs, "a run").stream().map(Recorded::record).toList();
        if (records.isEmpty()) {
            throw new IllegalArgumentException("curve: expected at least 1 run, got none; train one, or replay(…) one");
        }
        return new LearningCurve(records.stream()
                .map(record -> new LearningCurve.Run(name(record, records), record.history()))
                .toList());
    }

    private static String name(RunRecord record, List<RunRecord> all) {
        String name = record.network().name();
        long same = all.stream()
                .filter(other -> other.network().name().equals(name))
                .count();
        return same == 1 ? name : name + ", seed " + record.recipe().seed();
    }

    private static RunRecord record(Recorded run) {
        return Given.value(run, "a run").record();
    }

    /**
     * {@return runs that differ in their seed alone, as a median and a band; {@code and(name, runs)} lays others over them,
     * {@code target(0.9)} makes a race of it, {@code table()} has the numbers}
     *
     * @throws IllegalArgumentException if they differ in more; the message says in what
     */
    public static StudyChart study(String name, List<? extends Recorded> runs) {
        return StudyChart.of(Given.value(name, "a name"), Given.all(runs, "a run"));
    }

    /** {@return as {@link #study(String, List)}, of runs one by one} */
    public static StudyChart study(String name, Recorded... runs) {
        return study(name, Arrays.asList(runs));
    }

    /**
     * {@return the gradient norm of each layer by epoch, a panel a run}
     *
     * @throws IllegalArgumentException if a run was not {@link #measured}
     */
    public static LayerCurves gradients(Recorded... runs) {
        return layers(LayerQuantity.GRADIENTS, runs);
    }

    /**
     * {@return by which share of themselves the weights of each layer are moved by a step, a panel a run}
     *
     * @throws IllegalArgumentException if a run was not {@link #measured}
     */
    public static LayerCurves updates(Recorded... runs) {
        return layers(LayerQuantity.UPDATES, runs);
    }

    /**
     * {@return the share of units of each ReLU that give 0 for every image of a batch, a panel a run}
     *
     * @throws IllegalArgumentException if a run was not {@link #measured}, or has no ReLU
     */
    public static LayerCurves deadUnits(Recorded... runs) {
        return layers(LayerQuantity.DEAD, runs);
    }

    private static LayerCurves layers(LayerQuantity quantity, Recorded... runs) {
        return new LayerCurves(
                quantity,
                Stream.of(Given.value(runs, "a run")).map(TrainingWords::record).toList());
    }

    /** {@return what was trained, how, on what, by what and when} */
    public static RunFacts facts(Recorded run) {
        return new RunFacts(record(run));
    }

    /** {@return how the test images were answered after the last epoch, a row a class} */
    public static EvaluationTable answers(Recorded run) {
        var record = record(run);
        return new EvaluationTable(record.history().last().test(), record.classes());
    }

    /** {@return how often each class was taken for each} */
    public static ConfusionChart confusion(Predictions predictions) {
        return new ConfusionChart(
                Given.value(predictions, "a set of predictions").confusion());
    }

    /** {@return how often each class was taken for each among the test images after the last epoch} */
    public static ConfusionChart confusion(Recorded run) {
        var record = record(run);
        return new ConfusionChart(record.history().last().test().confusion(record.classes()));
    }

    /**
     * {@return of the wrong answers the surest, each with its image, the truth and how sure it was}
     *
     * @throws IllegalArgumentException if none is asked for
     */
    public static ImageStrip worst(Predictions predictions, int count) {
        return ImageStrip.worst(Given.value(predictions, "a set of predictions"), count);
    }

    /**
     * {@return the recorded training of this name, which shows as its whole curve at once; {@code records()} lists them}
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     * @throws IOException if its file is no record, or one of a newer Layerwise
     */
    public static RunRecord replay(String name) throws IOException {
        return RecordedRuns.here().named(Given.value(name, "the name of a record"));
    }

    /** {@return the recorded trainings of these names, as {@link #replay(String)} throws} */
    public static List<RunRecord> replay(String first, String second, String... more) throws IOException {
        var runs = new ArrayList<>(List.of(replay(first), replay(second)));
        for (String name : more) {
            runs.add(replay(name));
        }
        return List.copyOf(runs);
    }

    /** {@return the recorded trainings there are} */
    public static RecordList records() throws IOException {
        return RecordedRuns.here().list();
    }
}
