package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.globalPool;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Activation;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * MobileNet v2 adds between thin layers and filters wide ones: 3,504,872 parameters and 301 million multiply-accumulates;
 * the paper prints 3.4 and 300 million (Sandler et al. 2018, tables 2 and 4).
 */
public final class MobileNetV2 {
    private MobileNetV2() {}

    /** A row of table 2: expansion factor, channels, repetitions, stride of the first. */
    private record Row(int expansion, int channels, int repeats, int stride) {}

    // spotless:off

    private static final List<Row> TABLE = List.of(
            //      t    c  n  s
            new Row(1,  16, 1, 1),
            new Row(6,  24, 2, 2),
            new Row(6,  32, 3, 2),
            new Row(6,  64, 4, 2),
            new Row(6,  96, 3, 1),
            new Row(6, 160, 3, 2),
            new Row(6, 320, 1, 1));

    // spotless:on

    private static final Source PAPER = new Source(
            "Sandler, Howard, Zhu, Zhmoginov, Chen",
            2018,
            "MobileNetV2: Inverted Residuals and Linear Bottlenecks",
            "table 2");

    /** {@return the network of table 2} */
    public static Network paper() {
        return width(1, Task.IMAGENET);
    }

    /** {@return table 2 with {@code alpha} times as many maps; the last layer is never narrower than 1280} */
    public static Network width(double alpha, Task task) {
        var layers = new ArrayList<Layer>();
        int maps = Width.by8(32 * Width.multiplier(alpha));
        layers.add(conv(maps, 3).stride(2).same().noBias().batchNorm().relu6().as("conv1"));
        for (Row row : TABLE) {
            int input = maps;
            int output = Width.by8(row.channels() * alpha);
            layers.add(Stage.of("bottleneck" + layers.size(), row.repeats(), i -> unit(row, i, input, output)));
            maps = output;
        }
        int last = Width.by8(1280 * Math.max(1, alpha));
        layers.add(conv(last, 1).noBias().batchNorm().relu6().as("conv2"));
        layers.add(globalPool());
        layers.add(dropout(0.2));
        layers.add(dense(task.classes()).as("fc"));
        return network("MobileNet v2" + (alpha == 1 ? "" : " ×" + alpha), task.image(), layers.toArray(Layer[]::new))
                .from(PAPER.at("table 2, width " + alpha));
    }

    private static Layer unit(Row row, int i, int input, int output) {
        int maps = i == 0 ? input : output;
        return new InvertedResidual(
                        maps, row.expansion() * maps, 3, i == 0 ? row.stride() : 1, output, Activation.RELU6)
                .layer();
    }
}
