package layerwise.zoo;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerwise.layers.BatchNorm;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * DenseNet stacks what a unit writes on all that it read, k maps a unit: DenseNet-121 has 7,978,856 parameters and 2.83
 * billion multiply-accumulates (Huang, Liu, van der Maaten and Weinberger 2016, table 1).
 */
public final class DenseNet {
    private DenseNet() {}

    /** A column of table 1: the growth rate k and the units of the four dense blocks. */
    private record Column(int growth, List<Integer> units) {}

    // spotless:off

    private static final Map<Integer, Column> TABLE = Map.of(
            //                  k
            121, new Column(32, List.of(6, 12, 24, 16)),
            169, new Column(32, List.of(6, 12, 32, 32)),
            201, new Column(32, List.of(6, 12, 48, 32)),
            161, new Column(48, List.of(6, 12, 36, 24)));

    // spotless:on

    private static final Source PAPER = new Source(
            "Huang, Liu, van der Maaten, Weinberger", 2016, "Densely Connected Convolutional Networks", "table 1");

    /** {@return the column of table 1 with {@code depth} layers, for ImageNet} */
    public static Network paper(int depth) {
        return paper(depth, Task.IMAGENET);
    }

    /**
     * {@return the column of table 1 with {@code depth} layers: bottlenecks, and transitions that halve the maps}
     *
     * @throws IllegalArgumentException if table 1 has no such column
     */
    public static Network paper(int depth, Task task) {
        if (!TABLE.containsKey(depth)) {
            throw new IllegalArgumentException("a DenseNet has 121, 161, 169 or 201 layers, got " + depth);
        }
        var column = TABLE.get(depth);
        int maps = 2 * column.growth();
        var layers = new ArrayList<Layer>();
        layers.add(conv(maps, 7).stride(2).pad(3).noBias().batchNorm().relu().as("conv1"));
        layers.add(maxPool(3).stride(2).pad(1).as("pool1"));
        for (int block = 1; block <= 4; block++) {
            int units = column.units().get(block - 1);
            layers.add(Stage.of("dense" + block, units, i -> unit(column.growth())));
            maps += units * column.growth();
            if (block < 4) {
                maps /= 2;
                layers.add(transition(maps).as("transition" + block));
            }
        }
        layers.add(new BatchNorm().relu().as("norm5"));
        layers.add(globalPool());
        layers.add(dense(task.classes()).as("fc"));
        return network("DenseNet-" + depth, task.image(), layers.toArray(Layer[]::new))
                .from(PAPER.at("table 1, DenseNet-" + depth + ", k = " + column.growth()));
    }

    /** {@return what it reads and, of it, {@code growth} maps more: norm, 1 × 1 to 4k, norm, 3 × 3 to k (section 3)} */
    private static Layer unit(int growth) {
        return concat(
                identity(),
                sequence(
                        new BatchNorm().relu(),
                        conv(4 * growth, 1).noBias().batchNorm().relu(),
                        conv(growth, 3).same().noBias()));
    }

    /** {@return norm, 1 × 1 to half the maps, mean of each 2 × 2} */
    private static Layer transition(int filters) {
        return sequence(new BatchNorm().relu(), conv(filters, 1).noBias(), averagePool(2));
    }
}
