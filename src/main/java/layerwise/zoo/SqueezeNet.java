package layerwise.zoo;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.network.Network.network;

import layerwise.layers.Layer;
import layerwise.layers.Pool;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * SqueezeNet has 1,248,424 parameters, 48.8 times fewer than AlexNet's 60,965,224; the paper says 50 (Iandola, Han, Moskewicz,
 * Ashraf, Dally and Keutzer 2016, table 1).
 *
 * <p>Pooling is rounded up as in Caffe. Table 1 prints 111 × 111 behind the first convolution, which an input of 227 gives; the
 * 224 that it prints gives 109, and is what libraries count.
 */
public final class SqueezeNet {
    private SqueezeNet() {}

    private static final Source PAPER = new Source(
            "Iandola, Han, Moskewicz, Ashraf, Dally, Keutzer",
            2016,
            "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size",
            "table 1");

    /** {@return SqueezeNet 1.0, the network of table 1} */
    public static Network paper() {
        return paper(Task.IMAGENET);
    }

    // spotless:off

    /** {@return SqueezeNet 1.0, table 1; the fully convolutional classifier gives a map a class} */
    public static Network paper(Task task) {
        return network("SqueezeNet 1.0", task.image(),
                conv(96, 7).stride(2).relu().as("conv1"),
                pool()            .as("pool1"),
                //   s1×1 e1×1 e3×3
                fire(16,  64,  64).as("fire2"),
                fire(16,  64,  64).as("fire3"),
                fire(32, 128, 128).as("fire4"),
                pool()            .as("pool4"),
                fire(32, 128, 128).as("fire5"),
                fire(48, 192, 192).as("fire6"),
                fire(48, 192, 192).as("fire7"),
                fire(64, 256, 256).as("fire8"),
                pool()            .as("pool8"),
                fire(64, 256, 256).as("fire9"),
                dropout(0.5),
                conv(task.classes(), 1).relu().as("conv10"),
                globalPool().as("pool10")).from(PAPER.at("table 1, version 1.0"));
    }

    /** {@return SqueezeNet 1.1 of the authors' code: pools sooner, 2.3 times fewer multiply-accumulates} */
    public static Network shipped(Task task) {
        return network("SqueezeNet 1.1", task.image(),
                conv(64, 3).stride(2).relu().as("conv1"),
                pool()            .as("pool1"),
                fire(16,  64,  64).as("fire2"),
                fire(16,  64,  64).as("fire3"),
                pool()            .as("pool3"),
                fire(32, 128, 128).as("fire4"),
                fire(32, 128, 128).as("fire5"),
                pool()            .as("pool5"),
                fire(48, 192, 192).as("fire6"),
                fire(48, 192, 192).as("fire7"),
                fire(64, 256, 256).as("fire8"),
                fire(64, 256, 256).as("fire9"),
                dropout(0.5),
                conv(task.classes(), 1).relu().as("conv10"),
                globalPool().as("pool10")).from(PAPER.at("table 1, version 1.1 of the authors' code"));
    }

    // spotless:on

    /** {@return few maps by 1 × 1, of which 1 × 1 and 3 × 3 make many (figure 1)} */
    public static Layer fire(int squeeze, int expand1, int expand3) {
        return sequence(
                conv(squeeze, 1).relu().as("squeeze"),
                concat(
                        conv(expand1, 1).relu().as("expand1x1"),
                        conv(expand3, 3).same().relu().as("expand3x3")));
    }

    private static Pool pool() {
        return maxPool(3).stride(2).roundUp();
    }
}
