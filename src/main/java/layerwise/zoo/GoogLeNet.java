package layerwise.zoo;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.localResponseNorm;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.network.Network.network;

import java.util.List;
import java.util.Optional;
import layerwise.layers.Layer;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * GoogLeNet won ILSVRC 2014 with 6,998,552 parameters, 13,378,280 with its two heads for training; 22 weighted layers deep
 * (Szegedy et al. 2014, table 1).
 *
 * <p>Table 1 counts K = 1024 and no biases, and disagrees with its own channel counts in rows 4c and 5a; the channels are
 * followed here. Its 2.7K weights of the first convolution fit a separable one only; a full 7 × 7 has 9,408.
 */
public final class GoogLeNet {
    private GoogLeNet() {}

    private static final Source PAPER =
            new Source("Szegedy, Liu, Jia et al.", 2014, "Going Deeper with Convolutions", "table 1");

    /** {@return the network of the paper} */
    public static Network paper() {
        return paper(Task.IMAGENET);
    }

    // spotless:off

    /** {@return table 1, pooling rounded up as in Caffe, with a head after 4a and another after 4d} */
    public static Network paper(Task task) {
        return new Network("GoogLeNet", task.image(), sequence(
                conv(64, 7).stride(2).pad(3).relu().as("conv1"),
                maxPool(3).stride(2).roundUp().as("pool1"),
                localResponseNorm().as("norm1"),
                conv(64, 1).relu().as("conv2_reduce"),
                conv(192, 3).same().relu().as("conv2"),
                localResponseNorm().as("norm2"),
                maxPool(3).stride(2).roundUp().as("pool2"),
                //       #1×1  3×3r 3×3  5×5r 5×5  proj
                inception( 64,  96, 128, 16,  32,  32).as("inception3a"),
                inception(128, 128, 192, 32,  96,  64).as("inception3b"),
                maxPool(3).stride(2).roundUp().as("pool3"),
                inception(192,  96, 208, 16,  48,  64).as("inception4a"),
                inception(160, 112, 224, 24,  64,  64).as("inception4b"),
                inception(128, 128, 256, 24,  64,  64).as("inception4c"),
                inception(112, 144, 288, 32,  64,  64).as("inception4d"),
                inception(256, 160, 320, 32, 128, 128).as("inception4e"),
                maxPool(3).stride(2).roundUp().as("pool4"),
                inception(256, 160, 320, 32, 128, 128).as("inception5a"),
                inception(384, 192, 384, 48, 128, 128).as("inception5b"),
                globalPool().as("pool5"),
                dropout(0.4),
                dense(task.classes()).as("fc")),
                List.of(head("softmax0", "inception4a", task), head("softmax1", "inception4d", task)), Optional.of(PAPER));
    }

    /** {@return a module of figure 2b; arguments in the order of the columns of table 1} */
    public static Layer inception(int n1, int reduce3, int n3, int reduce5, int n5, int project) {
        return concat(
                conv(n1, 1).relu().as("1x1"),
                sequence(conv(reduce3, 1).relu().as("3x3_reduce"), conv(n3, 3).same().relu().as("3x3")),
                sequence(conv(reduce5, 1).relu().as("5x5_reduce"), conv(n5, 5).same().relu().as("5x5")),
                sequence(maxPool(3).stride(1).same(),              conv(project, 1).relu().as("pool_proj")));
    }

    /** {@return a head of section 5: the mean of windows of 5 × 5, 128 filters of 1 × 1, 1024 units; weight 0.3} */
    private static Head head(String name, String after, Task task) {
        return new Head(name, after, sequence(
                averagePool(5).stride(3),
                conv(128, 1).relu().as("conv"),
                flatten(),
                dense(1024).relu().then(dropout(0.7)).as("fc1"),
                dense(task.classes()).as("fc2")), 0.3);
    }

    /** {@return table 1 with the modules of figure 2a, which nothing reduces: pooling passes all maps on} */
    public static Network naive(Task task) {
        return network("GoogLeNet (naive)", task.image(),
                conv(64, 7).stride(2).pad(3).relu().as("conv1"),
                maxPool(3).stride(2).roundUp().as("pool1"),
                localResponseNorm().as("norm1"),
                conv(64, 1).relu().as("conv2_reduce"),
                conv(192, 3).same().relu().as("conv2"),
                localResponseNorm().as("norm2"),
                maxPool(3).stride(2).roundUp().as("pool2"),
                //    #1×1 3×3  5×5
                naive( 64, 128,  32).as("inception3a"),
                naive(128, 192,  96).as("inception3b"),
                maxPool(3).stride(2).roundUp().as("pool3"),
                naive(192, 208,  48).as("inception4a"),
                naive(160, 224,  64).as("inception4b"),
                naive(128, 256,  64).as("inception4c"),
                naive(112, 288,  64).as("inception4d"),
                naive(256, 320, 128).as("inception4e"),
                maxPool(3).stride(2).roundUp().as("pool4"),
                naive(256, 320, 128).as("inception5a"),
                naive(384, 384, 128).as("inception5b"),
                globalPool().as("pool5"),
                dropout(0.4),
                dense(task.classes()).as("fc")).from(PAPER.at("table 1 with the modules of figure 2a"));
    }

    /** {@return a module of figure 2a} */
    public static Layer naive(int n1, int n3, int n5) {
        return concat(
                conv(n1, 1).relu().as("1x1"),
                conv(n3, 3).same().relu().as("3x3"),
                conv(n5, 5).same().relu().as("5x5"),
                maxPool(3).stride(1).same());
    }

    // spotless:on
}
