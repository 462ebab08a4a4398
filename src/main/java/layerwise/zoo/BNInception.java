package layerwise.zoo;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;

import java.util.function.IntFunction;
import layerwise.layers.Conv;
import layerwise.layers.Layer;
import layerwise.layers.Pool;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * BN-Inception brought batch norm to GoogLeNet, and two 3 × 3 for each 5 × 5: 11,278,528 parameters and 1.95 billion
 * multiply-accumulates (Ioffe and Szegedy 2015, figure 5).
 *
 * <p>Rows 4c and 4d of figure 5 print 576 channels where their columns add up to 608; the columns are followed here, as in
 * the Caffe models of this network.
 */
public final class BNInception {
    private BNInception() {}

    private static final Source PAPER = new Source(
            "Ioffe, Szegedy",
            2015,
            "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift",
            "figure 5");

    /** {@return the network of figure 5} */
    public static Network paper() {
        return paper(Task.IMAGENET);
    }

    /** {@return figure 5 with its separable 7 × 7 of 8 maps a colour; padding keeps ⌈side / 2⌉} */
    public static Network paper(Task task) {
        Layer separable = sequence(
                conv(24, 7).stride(2).pad(3).groups(task.image().channels()).noBias(),
                conv(64, 1).noBias());
        return network("BN-Inception", task, separable, maxPool(3).stride(2).same(), maps -> identity(), PAPER);
    }

    // spotless:off

    /** {@return figure 5 with another first convolution and pooling, and with {@code gate} behind each module} */
    static Network network(String name, Task task, Layer first, Pool pool, IntFunction<Layer> gate, Source source) {
        return Network.network(name, task.image(),
                first.batchNorm().relu().as("conv1"),
                pool.as("pool1"),
                unit(conv( 64, 1)).as("conv2_reduce"),
                unit(conv(192, 3).same()).as("conv2"),
                pool.as("pool2"),
                //        #1×1 3×3r 3×3  2×3×3r  pool      proj              output
                inception( 64,  64,  64,  64,  96, average(),  32).then(gate.apply( 256)).as("inception3a"),
                inception( 64,  64,  96,  64,  96, average(),  64).then(gate.apply( 320)).as("inception3b"),
                reduction(     128, 160,  64,  96, pool)          .then(gate.apply( 576)).as("inception3c"),
                inception(224,  64,  96,  96, 128, average(), 128).then(gate.apply( 576)).as("inception4a"),
                inception(192,  96, 128,  96, 128, average(), 128).then(gate.apply( 576)).as("inception4b"),
                inception(160, 128, 160, 128, 160, average(), 128).then(gate.apply( 608)).as("inception4c"),
                inception( 96, 128, 192, 160, 192, average(), 128).then(gate.apply( 608)).as("inception4d"),
                reduction(     128, 192, 192, 256, pool)          .then(gate.apply(1056)).as("inception4e"),
                inception(352, 192, 320, 160, 224, average(), 128).then(gate.apply(1024)).as("inception5a"),
                inception(352, 192, 320, 192, 224, max(),     128).then(gate.apply(1024)).as("inception5b"),
                globalPool().as("pool5"),
                dense(task.classes()).as("fc")).from(source);
    }

    /** {@return a module; arguments in the order of the columns of figure 5} */
    private static Layer inception(int n1, int reduce3, int n3, int reduceDouble, int nDouble, Pool pool, int project) {
        return concat(
                unit(conv(n1, 1)).as("1x1"),
                sequence(unit(conv(reduce3, 1)).as("3x3_reduce"), unit(conv(n3, 3).same()).as("3x3")),
                twice(reduceDouble, nDouble, 1),
                sequence(pool.as("pool"), unit(conv(project, 1)).as("pool_proj")));
    }

    /** {@return a module of stride 2, which has no 1 × 1 and passes its pooled maps on} */
    private static Layer reduction(int reduce3, int n3, int reduceDouble, int nDouble, Pool pool) {
        return concat(
                sequence(unit(conv(reduce3, 1)).as("3x3_reduce"), unit(conv(n3, 3).stride(2).same()).as("3x3")),
                twice(reduceDouble, nDouble, 2),
                pool.as("pool"));
    }

    // spotless:on

    /** Two convolutions of 3 × 3 behind a 1 × 1; the second moves by {@code stride}. */
    private static Layer twice(int reduce, int filters, int stride) {
        return sequence(
                unit(conv(reduce, 1)).as("double3x3_reduce"),
                unit(conv(filters, 3).same()).as("double3x3a"),
                unit(conv(filters, 3).stride(stride).same()).as("double3x3b"));
    }

    private static Pool average() {
        return averagePool(3).stride(1).same();
    }

    private static Pool max() {
        return maxPool(3).stride(1).same();
    }

    private static Layer unit(Conv conv) {
        return conv.noBias().batchNorm().relu();
    }
}
