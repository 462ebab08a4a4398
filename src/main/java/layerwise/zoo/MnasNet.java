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
 * MnasNet was searched for accuracy and the time it takes on a phone: A1 has 3,887,038 parameters and 312 million
 * multiply-accumulates, B1, without gates, 4,383,312 and 314 million (Tan et al. 2018, figure 7).
 */
public final class MnasNet {
    private MnasNet() {}

    /** A block of figure 7: expansion, kernel, channels, layers, stride of the first, whether it is gated. */
    private record Row(int expansion, int kernel, int channels, int layers, int stride, boolean gated) {}

    // spotless:off

    /** Figure 7a; the first block is SepConv, MBConv without an expansion. */
    private static final List<Row> A1 = List.of(
            //      t  k    C  L  s  SE
            new Row(1, 3,  16, 1, 1, false),
            new Row(6, 3,  24, 2, 2, false),
            new Row(3, 5,  40, 3, 2, true),
            new Row(6, 3,  80, 4, 2, false),
            new Row(6, 3, 112, 2, 1, true),
            new Row(6, 5, 160, 3, 2, true),
            new Row(6, 3, 320, 1, 1, false));

    private static final List<Row> B1 = List.of(
            //      t  k    C  L  s  SE
            new Row(1, 3,  16, 1, 1, false),
            new Row(3, 3,  24, 3, 2, false),
            new Row(3, 5,  40, 3, 2, false),
            new Row(6, 5,  80, 3, 2, false),
            new Row(6, 3,  96, 2, 1, false),
            new Row(6, 5, 192, 4, 2, false),
            new Row(6, 3, 320, 1, 1, false));

    // spotless:on

    private static final Source PAPER = new Source(
            "Tan, Chen, Pang, Vasudevan, Sandler, Howard, Le",
            2018,
            "MnasNet: Platform-Aware Neural Architecture Search for Mobile",
            "figure 7");

    /** {@return the network of figure 7} */
    public static Network a1(Task task) {
        return network("MnasNet-A1", A1, 1, task).from(PAPER.at("figure 7, A1"));
    }

    /** {@return B1 with {@code alpha} times as many maps; the last layer keeps its 1280} */
    public static Network b1(double alpha, Task task) {
        return network("MnasNet-B1" + (alpha == 1 ? "" : " ×" + alpha), B1, alpha, task)
                .from(PAPER.at("B1, without squeeze-and-excitation, width " + alpha));
    }

    private static Network network(String name, List<Row> table, double alpha, Task task) {
        var layers = new ArrayList<Layer>();
        int maps = Width.by8(32 * Width.multiplier(alpha));
        layers.add(conv(maps, 3).stride(2).same().noBias().batchNorm().relu().as("conv1"));
        for (Row row : table) {
            int input = maps;
            int output = Width.by8(row.channels() * alpha);
            layers.add(Stage.of("block" + layers.size(), row.layers(), i -> unit(row, i, input, output)));
            maps = output;
        }
        layers.add(conv(1280, 1).noBias().batchNorm().relu().as("conv2"));
        layers.add(globalPool());
        layers.add(dropout(0.2));
        layers.add(dense(task.classes()).as("fc"));
        return Network.network(name, task.image(), layers.toArray(Layer[]::new));
    }

    private static Layer unit(Row row, int i, int before, int output) {
        int input = i == 0 ? before : output;
        int expanded = row.expansion() * input;
        Layer gate = row.gated()
                ? SqueezeExcitation.over(expanded, input / 4, Activation.RELU, Activation.SIGMOID)
                : identity();
        return new InvertedResidual(input, expanded, row.kernel(), i == 0 ? row.stride() : 1, output, Activation.RELU)
                .gated(gate);
    }
}
