package layerwise.zoo;

import static layerwise.layers.Activation.RELU;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * Xception is made of depthwise separable convolutions with shortcuts around pairs and triples of them: 22,855,952 parameters,
 * as table 3 prints, and 8.36 billion multiply-accumulates (Chollet 2016, figure 5).
 *
 * <p>A batch norm follows each separable convolution and nothing stands between its two halves (section 4.7). The first two
 * convolutions are not padded; everything behind them keeps ⌈side / stride⌉.
 */
public final class Xception {
    private Xception() {}

    /** What figure 5 reads: 299 × 299. */
    public static final Task TASK = Task.IMAGENET.at(299);

    private static final Source PAPER =
            new Source("Chollet", 2016, "Xception: Deep Learning with Depthwise Separable Convolutions", "figure 5");

    /** {@return the network of figure 5} */
    public static Network paper() {
        return paper(TASK);
    }

    // spotless:off

    /** {@return figure 5: entry flow, middle flow and exit flow} */
    public static Network paper(Task task) {
        return network("Xception", task.image(),
                conv(32, 3).stride(2).noBias().batchNorm().relu().as("conv1"),
                conv(64, 3)          .noBias().batchNorm().relu().as("conv2"),
                shrink( 128,           separables( 64,  128,  128))  .as("entry1"),
                shrink( 256, RELU.then(separables(128,  256,  256))) .as("entry2"),
                shrink( 728, RELU.then(separables(256,  728,  728))) .as("entry3"),
                Stage.of("middle", 8, i ->
                  keep( RELU.then(separables(728,  728,  728,  728)))),
                shrink(1024, RELU.then(separables(728,  728, 1024))) .as("exit1"),
                separables(1024, 1536, 2048).relu()                  .as("exit2"),
                globalPool(),
                dense(task.classes()).as("fc")).from(PAPER);
    }

    // spotless:on

    /** {@return separable convolutions with a rectifier between two, from {@code maps} maps to each of {@code filters}} */
    private static Layer separables(int maps, int... filters) {
        var layers = new ArrayList<Layer>();
        int input = maps;
        for (int output : filters) {
            if (!layers.isEmpty()) {
                layers.add(RELU);
            }
            layers.add(separable(input, output).as("separable" + (layers.size() / 2 + 1)));
            input = output;
        }
        return sequence(layers);
    }

    private static Layer separable(int maps, int filters) {
        return sequence(
                conv(maps, 3).same().groups(maps).noBias().as("dw"),
                conv(filters, 1).noBias().batchNorm().as("pw"));
    }

    private static Layer keep(Layer branch) {
        return sum(branch, identity());
    }

    /** {@return the branch and a pooling to half the side, around them a 1 × 1 convolution of stride 2} */
    private static Layer shrink(int filters, Layer branch) {
        return sum(
                branch.then(maxPool(3).stride(2).same().as("pool")),
                conv(filters, 1).stride(2).noBias().batchNorm().as("shortcut"));
    }
}
