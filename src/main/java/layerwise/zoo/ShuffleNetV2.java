package layerwise.zoo;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.shuffle;
import static layerwise.layers.Layers.slice;

import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * ShuffleNet v2 works on half of the maps and hands on the other: 2,278,604 parameters and 145 million multiply-accumulates
 * at ×1 (Ma et al. 2018, table 5).
 *
 * <p>The columns of table 5: output channels of stages 2 to 4 and of the last convolution. The paper prints 41, 146, 299
 * and 591 million.
 */
public enum ShuffleNetV2 {
    // spotless:off
    X0_5("0.5",  48,  96, 192, 1024),
    X1_0("1",   116, 232, 464, 1024),
    X1_5("1.5", 176, 352, 704, 1024),
    X2_0("2",   244, 488, 976, 2048);
    // spotless:on

    private static final Source PAPER = new Source(
            "Ma, Zhang, Zheng, Sun",
            2018,
            "ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design",
            "table 5");

    private final String complexity;
    private final int stage2;
    private final int stage3;
    private final int stage4;
    private final int conv5;

    ShuffleNetV2(String complexity, int stage2, int stage3, int stage4, int conv5) {
        this.complexity = complexity;
        this.stage2 = stage2;
        this.stage3 = stage3;
        this.stage4 = stage4;
        this.conv5 = conv5;
    }

    /** {@return the column of table 5, for ImageNet} */
    public Network network() {
        return network(Task.IMAGENET);
    }

    /** {@return the column of table 5 for {@code task}} */
    public Network network(Task task) {
        return Network.network(
                        "ShuffleNet v2 ×" + complexity,
                        task.image(),
                        conv(24, 3).stride(2).same().noBias().batchNorm().relu().as("conv1"),
                        maxPool(3).stride(2).pad(1).as("pool1"),
                        Stage.of("stage2", 4, i -> i == 0 ? shrinking(24, stage2) : split(stage2)),
                        Stage.of("stage3", 8, i -> i == 0 ? shrinking(stage2, stage3) : split(stage3)),
                        Stage.of("stage4", 4, i -> i == 0 ? shrinking(stage3, stage4) : split(stage4)),
                        conv(conv5, 1).noBias().batchNorm().relu().as("conv5"),
                        globalPool(),
                        dense(task.classes()).as("fc"))
                .from(PAPER.at("table 5, ×" + complexity));
    }

    /** {@return a unit that hands on the first half of the maps (figure 3c)} */
    private static Layer split(int maps) {
        return concat(slice(0, maps / 2), slice(maps / 2, maps).then(branch(maps / 2, 1)))
                .then(shuffle(2));
    }

    /** {@return a unit of stride 2, whose two branches read all maps (figure 3d)} */
    private static Layer shrinking(int input, int output) {
        Layer shortcut = sequence(
                depthwise(input, 2),
                conv(output / 2, 1).noBias().batchNorm().relu().as("conv"));
        return concat(shortcut.as("shortcut"), branch(output / 2, 2)).then(shuffle(2));
    }

    private static Layer branch(int maps, int stride) {
        return sequence(
                conv(maps, 1).noBias().batchNorm().relu().as("conv1"),
                depthwise(maps, stride),
                conv(maps, 1).noBias().batchNorm().relu().as("conv2"));
    }

    private static Layer depthwise(int maps, int stride) {
        return conv(maps, 3)
                .stride(stride)
                .same()
                .groups(maps)
                .noBias()
                .batchNorm()
                .as("dwconv");
    }
}
