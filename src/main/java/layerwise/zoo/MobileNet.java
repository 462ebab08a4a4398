package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.sequence;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * MobileNet filters each map by itself and mixes maps by 1 × 1: 4,231,976 parameters and 569 million multiply-accumulates,
 * an eighth of the 4,867 million of its twin of full convolutions (Howard et al. 2017, tables 1 and 4).
 */
public final class MobileNet {
    private MobileNet() {}

    /** One row pair of table 1: a depthwise 3 × 3 that moves by {@code stride}, then a 1 × 1 to {@code filters}. */
    private record Row(int stride, int filters) {}

    // spotless:off

    /** Table 1 without its first and last rows. */
    private static final List<Row> TABLE = List.of(
            new Row(1,   64),
            new Row(2,  128), new Row(1,  128),
            new Row(2,  256), new Row(1,  256),
            new Row(2,  512), new Row(1,  512), new Row(1, 512), new Row(1, 512), new Row(1, 512), new Row(1, 512),
            new Row(2, 1024), new Row(1, 1024));

    // spotless:on

    private static final Source PAPER = new Source(
            "Howard, Zhu, Chen et al.",
            2017,
            "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications",
            "table 1");

    /** {@return the network of table 1} */
    public static Network paper() {
        return width(1, Task.IMAGENET);
    }

    /** {@return the network of table 1 with α times as many maps in every layer; ρ is in the size of the task's images} */
    public static Network width(double alpha, Task task) {
        return network("MobileNet" + (alpha == 1 ? "" : " ×" + alpha), alpha, TABLE, true, task)
                .from(PAPER.at("table 1, width " + alpha));
    }

    /** {@return table 1 with full 3 × 3 convolutions for depthwise separable ones: 29,294,088 parameters (table 4)} */
    public static Network fullConvolution(Task task) {
        return network("MobileNet (full convolution)", 1, TABLE, false, task)
                .from(PAPER.at("table 4, full convolution"));
    }

    /** {@return table 1 without the five layers of 14 × 14 × 512: 2,887,976 parameters (table 5)} */
    public static Network shallow(Task task) {
        var rows = new ArrayList<>(TABLE);
        rows.subList(6, 11).clear();
        return network("MobileNet (shallow)", 1, rows, true, task).from(PAPER.at("table 5, shallow"));
    }

    private static Network network(String name, double alpha, List<Row> table, boolean separable, Task task) {
        var layers = new ArrayList<Layer>();
        int maps = Width.floor(alpha, 32);
        layers.add(conv(maps, 3).stride(2).same().noBias().batchNorm().relu().as("conv1"));
        for (Row row : table) {
            int filters = Width.floor(alpha, row.filters());
            String number = String.valueOf(layers.size() + 1);
            layers.add((separable ? separable(maps, row.stride(), filters) : full(row.stride(), filters))
                    .as("conv" + number));
            maps = filters;
        }
        layers.add(globalPool());
        layers.add(dense(task.classes()).as("fc"));
        return Network.network(name, task.image(), layers.toArray(Layer[]::new));
    }

    /** {@return a depthwise 3 × 3 over {@code maps} maps, then a 1 × 1 to {@code filters} (figure 3, right)} */
    public static Layer separable(int maps, int stride, int filters) {
        return sequence(
                conv(maps, 3)
                        .stride(stride)
                        .same()
                        .groups(maps)
                        .noBias()
                        .batchNorm()
                        .relu()
                        .as("dw"),
                conv(filters, 1).noBias().batchNorm().relu().as("pw"));
    }

    private static Layer full(int stride, int filters) {
        return conv(filters, 3).stride(stride).same().noBias().batchNorm().relu();
    }
}
