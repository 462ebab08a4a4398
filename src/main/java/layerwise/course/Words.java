package layerwise.course;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerwise.analysis.Patterns;
import layerwise.analysis.Quantity;
import layerwise.analysis.Quoted;
import layerwise.analysis.Reconciliation;
import layerwise.analysis.Summary;
import layerwise.data.Dataset;
import layerwise.data.Datasets;
import layerwise.data.DrawnDigits;
import layerwise.data.Parts;
import layerwise.data.Split;
import layerwise.layers.Given;
import layerwise.network.Network;
import layerwise.train.Predictions;
import layerwise.view.Comparison;
import layerwise.view.ImageStrip;
import layerwise.view.LineupTable;
import layerwise.view.NetworkDiagram;
import layerwise.view.PartTable;
import layerwise.view.PatternTable;
import layerwise.view.ReconciliationTable;
import layerwise.view.SummaryTable;
import layerwise.zoo.DigitCodes;
import layerwise.zoo.Zoo;

/**
 * The words of the course, which every cell can use without an import.
 *
 * <p>A word that shows something returns it, so that it is the last expression of a cell; elsewhere {@code
 * display(…)} shows it.
 */
public final class Words {
    private static final long SEED = 1;

    private Words() {}

    /** {@return a row for each step of {@code network}: shapes, parameters, multiply-accumulates, connections, field} */
    public static SummaryTable summary(Network network) {
        return SummaryTable.of(network);
    }

    /** {@return a row for each step of the network with this id} */
    public static SummaryTable summary(String id) {
        return summary(Zoo.network(id));
    }

    /** {@return a row for each named part: parameters by what they are for, operations by class} */
    public static PartTable parts(Network network) {
        return parts(network, 1);
    }

    /** {@return the parts told apart by {@code depth} names of a path: 1 for inception3a, 2 for inception3a/5x5} */
    public static PartTable parts(Network network, int depth) {
        return PartTable.of(network, depth);
    }

    /** {@return the parts of the network with this id, told apart by {@code depth} names of a path} */
    public static PartTable parts(String id, int depth) {
        return parts(Zoo.network(id), depth);
    }

    /** {@return a row for each named part of the network with this id} */
    public static PartTable parts(String id) {
        return parts(Zoo.network(id));
    }

    /**
     * {@return our parameters beside those of a paper, by part; {@code "TOTAL"} for all}
     *
     * @throws IllegalArgumentException if the network has no such part
     */
    public static Comparison parametersBeside(Network network, Map<String, Long> paper) {
        Given.value(paper, "a map of a paper's numbers");
        return Comparison.parameters(Summary.of(network), paper);
    }

    /**
     * {@return our parameters of the network with this id beside those of a paper}
     *
     * @throws IllegalArgumentException if the network has no such part
     */
    public static Comparison parametersBeside(String id, Map<String, Long> paper) {
        return parametersBeside(Zoo.network(id), paper);
    }

    /**
     * {@return our connections beside those of a paper, by part; {@code "TOTAL"} for all}
     *
     * @throws IllegalArgumentException if the network has no such part
     */
    public static Comparison connectionsBeside(Network network, Map<String, Long> paper) {
        Given.value(paper, "a map of a paper's numbers");
        return Comparison.connections(Summary.of(network), paper);
    }

    /**
     * {@return our connections of the network with this id beside those of a paper}
     *
     * @throws IllegalArgumentException if the network has no such part
     */
    public static Comparison connectionsBeside(String id, Map<String, Long> paper) {
        return connectionsBeside(Zoo.network(id), paper);
    }

    /** {@return which design patterns the main path of {@code network} keeps, and where it breaks the others} */
    public static PatternTable patterns(Network network) {
        return patterns(network, Patterns.Grain.PART);
    }

    /** {@return which design patterns {@code network} keeps, looked at by part or by step} */
    public static PatternTable patterns(Network network, Patterns.Grain grain) {
        return PatternTable.of(Patterns.of(network, grain));
    }

    /** {@return which design patterns the network with this id keeps, looked at by part or by step} */
    public static PatternTable patterns(String id, Patterns.Grain grain) {
        return patterns(Zoo.network(id), grain);
    }

    /** {@return which design patterns the network with this id keeps, and where it breaks the others} */
    public static PatternTable patterns(String id) {
        return patterns(Zoo.network(id));
    }

    /** {@return which conventions yield a number that was printed of {@code network}; {@code 13_000_000} is read as 13M} */
    public static ReconciliationTable reconcile(Network network, long quoted) {
        return new ReconciliationTable(Reconciliation.reconcile(network, quoted));
    }

    /**
     * {@return which conventions yield a number that was printed of {@code network}: {@code "6.8M"}, {@code "8.2 GFLOPs"},
     * {@code "98 MB"}}
     *
     * @throws IllegalArgumentException if it is no number, or a ratio
     */
    public static ReconciliationTable reconcile(Network network, String quoted) {
        return new ReconciliationTable(Reconciliation.reconcile(network, Quoted.of(quoted)));
    }

    /**
     * {@return which conventions yield a ratio of parameters that was printed of two networks: {@code "12×"}}
     *
     * @throws IllegalArgumentException if it is no number
     */
    public static ReconciliationTable reconcile(Network network, Network other, String quoted) {
        return new ReconciliationTable(Reconciliation.ratio(network, other, Quoted.of(quoted), Quantity.PARAMETERS));
    }

    /** {@return which conventions yield a number that was printed of the network with this id} */
    public static ReconciliationTable reconcile(String id, long quoted) {
        return reconcile(Zoo.network(id), quoted);
    }

    /** {@return which conventions yield a number that was printed of the network with this id} */
    public static ReconciliationTable reconcile(String id, String quoted) {
        return reconcile(Zoo.network(id), quoted);
    }

    /** {@return which conventions yield a ratio of parameters that was printed of the networks with these ids} */
    public static ReconciliationTable reconcile(String id, String other, String quoted) {
        return reconcile(Zoo.network(id), Zoo.network(other), quoted);
    }

    /** {@return what is not the same in two networks, step by step, and both totals} */
    public static LineupTable compare(Network before, Network after) {
        return LineupTable.of(before, after);
    }

    /** {@return what is not the same in the networks with these ids} */
    public static LineupTable compare(String before, String after) {
        return compare(Zoo.network(before), Zoo.network(after));
    }

    /** {@return what is not the same in a network and in the one with this id} */
    public static LineupTable compare(Network before, String after) {
        return compare(before, Zoo.network(after));
    }

    /** {@return what is not the same in the network with this id and in another} */
    public static LineupTable compare(String before, Network after) {
        return compare(Zoo.network(before), after);
    }

    /** {@return the network as a drawing} */
    public static NetworkDiagram diagram(Network network) {
        return new NetworkDiagram(network);
    }

    /** {@return the network with this id as a drawing} */
    public static NetworkDiagram diagram(String id) {
        return diagram(Zoo.network(id));
    }

    /** {@return the bitmaps that the output units of LeNet-5 compare with} */
    public static ImageStrip digitCodes() {
        return ImageStrip.bitmaps(DigitCodes.all(), DigitCodes.WIDTH);
    }

    /** {@return how much a lesson may train} */
    public static Budget budget() {
        return Budget.of(System.getenv());
    }

    /**
     * {@return drawn digits to learn from and to test on, the same for the same numbers; no file is needed}
     *
     * @throws IllegalArgumentException if one of the numbers is less than 1
     */
    public static Split drawnDigits(int train, int test) {
        if (train < 1 || test < 1) {
            throw new IllegalArgumentException(
                    "drawnDigits: at least 1 image to learn from and 1 to test on is expected, got " + train + " and "
                            + test);
        }
        return Split.of(DrawnDigits.draw(train + test, SEED), train);
    }

    /**
     * {@return images by name, {@code mnist} to {@code cifar-100}, if they are on this machine, else drawn ones of the same
     * shape; nothing is downloaded, and the name of the images says which they are}
     *
     * @param train images to learn from at most
     * @param test images to test on at most
     * @throws IOException if they are here and cannot be read
     */
    public static Split images(String name, int train, int test) throws IOException {
        return Datasets.lesson(name, train, test);
    }

    /**
     * {@return the digits of the folder that {@code LAYERWISE_DATA} names, or nothing where it names none}
     *
     * <p>They lie in it or in its folder {@code mnist}. A single file is split: four fifths to learn from, the rest to
     * test on.
     *
     * @param train images to learn from at most
     * @throws IOException if the folder or a file in it is not what it should be
     */
    public static Optional<Split> realDigits(int train) throws IOException {
        return Datasets.located(DrawnDigits.SHAPE).map(Parts::split).map(all -> first(all, train));
    }

    private static Split first(Split all, int train) {
        int most = Math.min(train, all.train().size());
        return new Split(all.train().first(most), all.test());
    }

    /** {@return the first images of a set, with their labels} */
    public static ImageStrip strip(Dataset images, int count) {
        Given.value(images, "a set of images");
        return ImageStrip.of(images, count);
    }

    /** {@return images with what was answered and what is right} */
    public static ImageStrip strip(Predictions predictions, List<Predictions.Answer> answers) {
        Given.value(predictions, "a set of predictions");
        Given.value(answers, "a list of answers");
        return ImageStrip.of(predictions, answers);
    }
}
