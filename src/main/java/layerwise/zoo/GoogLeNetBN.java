package layerwise.zoo;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;

import java.util.List;
import java.util.Optional;
import layerwise.layers.Layer;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * GoogLeNet as libraries ship it, 6,624,904 parameters: a batch norm for the local response norms and the biases, and 3 × 3
 * where the paper has 5 × 5, a slip of the TensorFlow port that torchvision keeps (Szegedy et al. 2014, table 1).
 */
final class GoogLeNetBN {
    private GoogLeNetBN() {}

    private static final Source PAPER = new Source(
            "Szegedy, Liu, Jia et al.",
            2014,
            "Going Deeper with Convolutions",
            "table 1, with batch norm and 3×3 for 5×5, as libraries ship it");

    // spotless:off

    static Network shipped(Task task) {
        return new Network("GoogLeNet (batch norm)", task.image(), sequence(
                unit(conv(64, 7).stride(2).pad(3)).as("conv1"),
                maxPool(3).stride(2).roundUp().as("pool1"),
                unit(conv(64, 1)).as("conv2_reduce"),
                unit(conv(192, 3).same()).as("conv2"),
                maxPool(3).stride(2).roundUp().as("pool2"),
                inception( 64,  96, 128, 16,  32,  32).as("inception3a"),
                inception(128, 128, 192, 32,  96,  64).as("inception3b"),
                maxPool(3).stride(2).roundUp().as("pool3"),
                inception(192,  96, 208, 16,  48,  64).as("inception4a"),
                inception(160, 112, 224, 24,  64,  64).as("inception4b"),
                inception(128, 128, 256, 24,  64,  64).as("inception4c"),
                inception(112, 144, 288, 32,  64,  64).as("inception4d"),
                inception(256, 160, 320, 32, 128, 128).as("inception4e"),
                maxPool(2).roundUp().as("pool4"),
                inception(256, 160, 320, 32, 128, 128).as("inception5a"),
                inception(384, 192, 384, 48, 128, 128).as("inception5b"),
                globalPool().as("pool5"),
                dropout(0.2),
                dense(task.classes()).as("fc")),
                List.of(head("softmax0", "inception4a", task), head("softmax1", "inception4d", task)), Optional.of(PAPER));
    }

    private static Layer inception(int n1, int reduce3, int n3, int reduce5, int n5, int project) {
        return concat(
                unit(conv(n1, 1)).as("1x1"),
                sequence(unit(conv(reduce3, 1)).as("3x3_reduce"),     unit(conv(n3, 3).same()).as("3x3")),
                sequence(unit(conv(reduce5, 1)).as("5x5_reduce"),     unit(conv(n5, 3).same()).as("5x5")),
                sequence(maxPool(3).stride(1).same().roundUp(),       unit(conv(project, 1)).as("pool_proj")));
    }

    // spotless:on

    private static Layer unit(layerwise.layers.Conv conv) {
        return conv.noBias().batchNorm().relu();
    }

    private static Head head(String name, String after, Task task) {
        var body = sequence(
                averagePool(5).stride(3),
                unit(conv(128, 1)).as("conv"),
                flatten(),
                dense(1024).relu().then(dropout(0.7)).as("fc1"),
                dense(task.classes()).as("fc2"));
        return new Head(name, after, body, 0.3);
    }
}
