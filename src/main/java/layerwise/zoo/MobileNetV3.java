package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Activation;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * MobileNet v3 was found by search and trimmed by hand: large has 5,483,032 parameters and 217 million multiply-accumulates,
 * small 2,542,856 and 57 million (Howard et al. 2019, tables 1 and 2).
 *
 * <p>The paper prints 5.4 and 219 million, 2.5 and 56 million. Table 2 marks a gate behind small's last 1 × 1 too; the
 * 2.5 million and the released networks are without it.
 */
public final class MobileNetV3 {
    private MobileNetV3() {}

    /** A row "bneck": kernel, expanded maps, maps that it writes, whether it is gated, activation, stride. */
    private record Row(int kernel, int expanded, int channels, boolean gated, Activation activation, int stride) {}

    /** A table: its rows "bneck", and the maps of the two 1 × 1 convolutions around the pooling. */
    private record Table(String name, String place, List<Row> rows, int last, int features) {}

    private static final Activation RE = Activation.RELU;
    private static final Activation HS = Activation.HARD_SWISH;

    // spotless:off

    private static final Table LARGE = new Table("large", "table 1", List.of(
            //      k  exp  out  SE     NL  s
            new Row(3,  16,  16, false, RE, 1),
            new Row(3,  64,  24, false, RE, 2),
            new Row(3,  72,  24, false, RE, 1),
            new Row(5,  72,  40, true,  RE, 2),
            new Row(5, 120,  40, true,  RE, 1),
            new Row(5, 120,  40, true,  RE, 1),
            new Row(3, 240,  80, false, HS, 2),
            new Row(3, 200,  80, false, HS, 1),
            new Row(3, 184,  80, false, HS, 1),
            new Row(3, 184,  80, false, HS, 1),
            new Row(3, 480, 112, true,  HS, 1),
            new Row(3, 672, 112, true,  HS, 1),
            new Row(5, 672, 160, true,  HS, 2),
            new Row(5, 960, 160, true,  HS, 1),
            new Row(5, 960, 160, true,  HS, 1)), 960, 1280);

    private static final Table SMALL = new Table("small", "table 2", List.of(
            //      k  exp  out  SE     NL  s
            new Row(3,  16,  16, true,  RE, 2),
            new Row(3,  72,  24, false, RE, 2),
            new Row(3,  88,  24, false, RE, 1),
            new Row(5,  96,  40, true,  HS, 2),
            new Row(5, 240,  40, true,  HS, 1),
            new Row(5, 240,  40, true,  HS, 1),
            new Row(5, 120,  48, true,  HS, 1),
            new Row(5, 144,  48, true,  HS, 1),
            new Row(5, 288,  96, true,  HS, 2),
            new Row(5, 576,  96, true,  HS, 1),
            new Row(5, 576,  96, true,  HS, 1)), 576, 1024);

    // spotless:on

    private static final Source PAPER =
            new Source("Howard, Sandler, Chu et al.", 2019, "Searching for MobileNetV3", "tables 1 and 2");

    /** {@return table 1 with {@code alpha} times as many maps; the first convolution and the last two layers keep theirs} */
    public static Network large(double alpha, Task task) {
        return network(LARGE, alpha, task);
    }

    /** {@return table 2 with {@code alpha} times as many maps; the first convolution and the last two layers keep theirs} */
    public static Network small(double alpha, Task task) {
        return network(SMALL, alpha, task);
    }

    private static Network network(Table table, double alpha, Task task) {
        var layers = new ArrayList<Layer>();
        layers.add(conv(16, 3).stride(2).same().noBias().batchNorm().hardSwish().as("conv1"));
        layers.addAll(units(table.rows(), alpha));
        int last = Width.by8(table.last() * Width.multiplier(alpha));
        layers.add(conv(last, 1).noBias().batchNorm().hardSwish().as("conv2"));
        layers.add(globalPool());
        layers.add(conv(table.features(), 1).hardSwish().as("conv3"));
        layers.add(dropout(0.2));
        layers.add(dense(task.classes()).as("fc"));
        String name = "MobileNet v3 " + table.name() + (alpha == 1 ? "" : " ×" + alpha);
        return Network.network(name, task.image(), layers.toArray(Layer[]::new))
                .from(PAPER.at(table.place() + ", " + table.name() + ", width " + alpha));
    }

    /** The expansion is a factor of the maps that a unit reads, so that a narrower network keeps it. */
    private static List<Layer> units(List<Row> rows, double alpha) {
        var units = new ArrayList<Layer>();
        int tabled = 16;
        int input = 16;
        for (Row row : rows) {
            int expanded = Width.by8((double) input * row.expanded() / tabled);
            int output = Width.by8(row.channels() * alpha);
            units.add(unit(row, input, expanded, output).as("bneck" + (units.size() + 1)));
            tabled = row.channels();
            input = output;
        }
        return units;
    }

    private static Layer unit(Row row, int input, int expanded, int output) {
        Layer gate = row.gated()
                ? SqueezeExcitation.over(expanded, Width.by8(expanded / 4.0), Activation.RELU, Activation.HARD_SIGMOID)
                : identity();
        return new InvertedResidual(input, expanded, row.kernel(), row.stride(), output, row.activation()).gated(gate);
    }
}
