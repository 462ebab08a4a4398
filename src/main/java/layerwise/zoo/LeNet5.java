package layerwise.zoo;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.rbf;
import static layerwise.layers.Layers.subsample;
import static layerwise.network.Network.network;

import java.util.List;
import java.util.stream.IntStream;
import layerwise.layers.Wiring;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * LeNet-5 reads digits of 32 × 32 pixels: 60,000 trained parameters, 340,908 connections (LeCun, Bottou, Bengio and
 * Haffner 1998, section II-B and figure 2).
 */
public final class LeNet5 {
    private LeNet5() {}

    /** Digits of 20 × 20 in the middle of 32 × 32. */
    public static final Task TASK = Task.of(1, 32, 10);

    private static final Source PAPER = new Source(
            "LeCun, Bottou, Bengio, Haffner",
            1998,
            "Gradient-Based Learning Applied to Document Recognition",
            "section II-B and figure 2");

    // spotless:off

    /**
     * Table I: which maps of S2 (rows) each map of C3 (columns) reads; 60 crosses.
     *
     * <p>Columns 0–5 read three neighbouring maps, 6–11 four neighbouring ones, 12–14 four that leave a gap, 15 all.
     */
    public static final Wiring C3 = table(
    //   0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15
        "X  .  .  .  X  X  X  .  .  X  X  X  X  .  X  X",   // 0
        "X  X  .  .  .  X  X  X  .  .  X  X  X  X  .  X",   // 1
        "X  X  X  .  .  .  X  X  X  .  .  X  .  X  X  X",   // 2
        ".  X  X  X  .  .  X  X  X  X  .  .  X  .  X  X",   // 3
        ".  .  X  X  X  .  .  X  X  X  X  .  X  X  .  X",   // 4
        ".  .  .  X  X  X  .  .  X  X  X  X  .  X  X  X");  // 5

    /**
     * {@return the network of the paper to the letter: 156 + 12 + 1,516 + 32 + 48,120 + 10,164 = 60,000 parameters}
     *
     * <p>Scaled tanh after every weighted layer, trained subsampling, the table of C3, C5 as a convolution that just
     * covers its input, and ten radial basis units with fixed bitmap codes.
     */
    public static Network paper() {
        return paper(TASK);
    }

    /** {@return the network of the paper for {@code task}, which has a bitmap code for each digit and no more classes} */
    public static Network paper(Task task) {
        return network("LeNet-5", task.image(),
                conv(6, 5).scaledTanh().as("C1"),
                subsample(2).scaledTanh().as("S2"),
                conv(16, 5).wired(C3).scaledTanh().as("C3"),
                subsample(2).scaledTanh().as("S4"),
                conv(120, 5).scaledTanh().as("C5"),
                flatten(),
                dense(84).scaledTanh().as("F6"),
                rbf(codes(task.classes())).as("OUTPUT")).from(PAPER);
    }

    /**
     * {@return the network as textbooks and frameworks teach it: C3 reads every map, pooling has no weights, the output
     * is dense; 61,706 parameters}
     */
    public static Network modern() {
        return modern(TASK);
    }

    /** {@return the network that textbooks teach for {@code task}} */
    public static Network modern(Task task) {
        return network("LeNet-5 (modern)", task.image(),
                conv(6, 5).tanh().as("C1"),
                averagePool(2).as("S2"),
                conv(16, 5).tanh().as("C3"),
                averagePool(2).as("S4"),
                conv(120, 5).tanh().as("C5"),
                flatten(),
                dense(84).tanh().as("F6"),
                dense(task.classes()).as("OUTPUT")).from(PAPER.at("section II-B, as textbooks teach it"));
    }

    /** {@return the modern network over 28 × 28 without padding: S4 is 4 × 4 and C5 dense; 44,426 parameters} */
    public static Network unpadded(Task task) {
        return network("LeNet-5 (28×28)", task.image(),
                conv(6, 5).tanh().as("C1"),
                averagePool(2).as("S2"),
                conv(16, 5).tanh().as("C3"),
                averagePool(2).as("S4"),
                flatten(),
                dense(120).tanh().as("C5"),
                dense(84).tanh().as("F6"),
                dense(task.classes()).as("OUTPUT")).from(PAPER.at("section II-B, over 28×28 without padding"));
    }

    // spotless:on

    private static List<List<Integer>> codes(int classes) {
        var all = DigitCodes.all();
        if (classes > all.size()) {
            throw new IllegalArgumentException("the paper's LeNet-5 has bitmap codes for " + all.size()
                    + " digits, got " + classes + " classes; use the modern one");
        }
        return all.subList(0, classes);
    }

    /** Reads a connection table as the paper prints it: a row an input map, a column an output map. */
    private static Wiring table(String... rows) {
        List<String[]> crosses =
                List.of(rows).stream().map(row -> row.trim().split("\\s+")).toList();
        return new Wiring(IntStream.range(0, crosses.get(0).length)
                .mapToObj(output -> IntStream.range(0, rows.length)
                        .filter(input -> crosses.get(input)[output].equals("X"))
                        .boxed()
                        .toList())
                .toList());
    }
}
