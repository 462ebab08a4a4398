package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;

import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * ResNets of 6n + 2 layers for images of 32 × 32: ResNet-20 has 269,722 parameters, ResNet-110 1,727,962; table 6 prints
 * 0.27 and 1.7 million (He, Zhang, Ren and Sun 2015, section 4.2).
 */
public final class CifarResNet {
    private CifarResNet() {}

    private static final Source PAPER =
            new Source("He, Zhang, Ren, Sun", 2015, "Deep Residual Learning for Image Recognition", "section 4.2");

    /** {@return the residual network of {@code depth} = 6n + 2 layers with parameter-free shortcuts (option A)} */
    public static Network residual(int depth, Task task) {
        return of("ResNet-", depth, ResNet.Shortcut.A, task)
                .from(PAPER.at("section 4.2, " + depth + " layers, shortcuts A"));
    }

    /** {@return the plain network of {@code depth} = 6n + 2 layers} */
    public static Network plain(int depth, Task task) {
        return of("Plain-", depth, ResNet.Shortcut.NONE, task)
                .from(PAPER.at("section 4.2, " + depth + " layers, without shortcuts"));
    }

    private static Network of(String kind, int depth, ResNet.Shortcut option, Task task) {
        if (depth < 8 || depth % 6 != 2) {
            throw new IllegalArgumentException("a ResNet for CIFAR has 6n + 2 layers, 8 or more, got " + depth);
        }
        return network(
                kind + depth,
                task.image(),
                conv(16, 3).same().noBias().batchNorm().relu().as("conv1"),
                stage("conv2_x", depth, 16, 1, option),
                stage("conv3_x", depth, 32, 2, option),
                stage("conv4_x", depth, 64, 2, option),
                globalPool(),
                dense(task.classes()).as("fc"));
    }

    private static Layer stage(String name, int depth, int filters, int stride, ResNet.Shortcut option) {
        return Stage.of(name, (depth - 2) / 6, i -> {
            int by = i == 0 ? stride : 1;
            var branch = ResNet.basic(filters, by);
            return option == ResNet.Shortcut.NONE
                    ? branch.relu()
                    : sum(branch, ResNet.shortcut(option, filters, by, by == 1)).relu();
        });
    }
}
