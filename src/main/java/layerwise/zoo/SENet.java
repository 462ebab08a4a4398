package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;

import layerwise.layers.Layer;
import layerwise.layers.Pool;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * SENet won ILSVRC 2017 by weighing each map before it is added: SE-ResNet-50 has 28,088,024 parameters, 2.5 million more
 * than ResNet-50 for 0.07 % more multiply-accumulates; SENet-154 has 115,088,984 (Hu, Shen, Albanie, Sun and Wu 2017,
 * tables 1 and 2).
 *
 * <p>As in the authors' Caffe models, SE-ResNet shrinks the map by its first 1 × 1, SE-ResNeXt and SENet-154 by their 3 × 3;
 * poolings are not padded but rounded up. So the maps before 3c and 4e of SE-Inception must have even sides, as 224 gives.
 */
public final class SENet {
    private SENet() {}

    private static final Source PAPER =
            new Source("Hu, Shen, Albanie, Sun, Wu", 2017, "Squeeze-and-Excitation Networks", "table 1");

    private static final Pool POOL = maxPool(3).stride(2).roundUp();

    /** {@return SE-ResNet-50, the middle column of table 1} */
    public static Network paper() {
        return resNet(50, Task.IMAGENET);
    }

    /** {@return the ResNet of {@code depth} layers with a squeeze-and-excitation at the end of each branch} */
    public static Network resNet(int depth, Task task) {
        String place =
                depth < 50 ? "figure 3, SE-ResNet-" + depth + " as libraries ship it" : "table 2, SE-ResNet-" + depth;
        return ResNet.paper(depth).network(task, "SE-ResNet-" + depth, PAPER.at(place), POOL, SqueezeExcitation::over);
    }

    /** {@return SE-ResNeXt-50 (32×4d), the right column of table 1} */
    public static Network resNeXt(Task task) {
        return ResNeXt.TABLE.network(
                task, "SE-ResNeXt-50 (32×4d)", PAPER.at("table 1, SE-ResNeXt-50"), POOL, SqueezeExcitation::over);
    }

    /** {@return BN-Inception with a squeeze-and-excitation behind each of its modules} */
    public static Network inception(Task task) {
        return BNInception.network(
                "SE-Inception",
                task,
                conv(64, 7).stride(2).pad(3).noBias(),
                POOL,
                SqueezeExcitation::over,
                PAPER.at("table 2, SE-BN-Inception"));
    }

    // spotless:off

    /** {@return ResNeXt-152 (64×4d) with half as many filters in its first 1 × 1, three 3 × 3 for the 7 × 7 (appendix)} */
    public static Network senet154(Task task) {
        return network("SENet-154", task.image(),
                conv( 64, 3).stride(2).same().noBias().batchNorm().relu().as("conv1_1"),
                conv( 64, 3).same()          .noBias().batchNorm().relu().as("conv1_2"),
                conv(128, 3).same()          .noBias().batchNorm().relu().as("conv1_3"),
                POOL.as("pool1"),
                //                 #1×1  #3×3  #1×1
                stage("conv2_x",  3, 128,  256,  256, 1),
                stage("conv3_x",  8, 256,  512,  512, 2),
                stage("conv4_x", 36, 512, 1024, 1024, 2),
                stage("conv5_x",  3, 1024, 2048, 2048, 2),
                globalPool(),
                dropout(0.2),
                dense(task.classes()).as("fc")).from(PAPER.at("appendix, SENet-154"));
    }

    // spotless:on

    private static Layer stage(String name, int units, int reduce, int width, int filters, int stride) {
        return Stage.of(name, units, i -> {
            int by = i == 0 ? stride : 1;
            var branch = sequence(
                    conv(reduce, 1).noBias().batchNorm().relu(),
                    conv(width, 3)
                            .stride(by)
                            .same()
                            .groups(64)
                            .noBias()
                            .batchNorm()
                            .relu(),
                    conv(filters, 1).noBias().batchNorm(),
                    SqueezeExcitation.over(filters));
            return sum(branch, i == 0 ? projection(filters, by) : identity()).relu();
        });
    }

    /** {@return a 3 × 3 where the map shrinks, a 1 × 1 where it does not} */
    private static Layer projection(int filters, int stride) {
        return conv(filters, stride == 1 ? 1 : 3)
                .stride(stride)
                .same()
                .noBias()
                .batchNorm()
                .as("shortcut");
    }
}
