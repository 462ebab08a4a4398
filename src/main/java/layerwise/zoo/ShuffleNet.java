package layerwise.zoo;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.shuffle;
import static layerwise.layers.Layers.sum;

import java.util.Map;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * ShuffleNet groups its 1 × 1 convolutions and shuffles maps between groups: with three groups 1,865,728 parameters and 137
 * million multiply-accumulates (Zhang et al. 2017, table 1).
 *
 * <p>The more groups, the wider the network at the same cost: 143, 140, 137, 133 and 137 million in the paper.
 *
 * @param groups of the 1 × 1 convolutions: 1, 2, 3, 4 or 8
 * @param scale times as many maps in every layer
 */
public record ShuffleNet(int groups, double scale) {

    private static final Source PAPER = new Source(
            "Zhang, Zhou, Lin, Sun",
            2017,
            "ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices",
            "table 1");

    // spotless:off

    /** Table 1: output channels of stage 2 by groups; stages 3 and 4 have twice and four times as many. */
    private static final Map<Integer, Integer> CHANNELS = Map.of(
            1, 144,
            2, 200,
            3, 240,
            4, 272,
            8, 384);

    // spotless:on

    /** Refuses a number of groups that table 1 does not have. */
    public ShuffleNet {
        if (!CHANNELS.containsKey(groups)) {
            throw new IllegalArgumentException("a ShuffleNet has 1, 2, 3, 4 or 8 groups, got " + groups);
        }
    }

    /** {@return the column of table 1 with {@code groups}} */
    public static ShuffleNet paper(int groups) {
        return new ShuffleNet(groups, 1);
    }

    /** {@return the network for ImageNet} */
    public Network network() {
        return network(Task.IMAGENET);
    }

    /** {@return the network for {@code task}} */
    public Network network(Task task) {
        int first = Width.floor(scale, 24);
        int maps = Width.floor(scale, CHANNELS.get(groups));
        return Network.network(
                        "ShuffleNet (g = " + groups + ")" + (scale == 1 ? "" : " ×" + scale),
                        task.image(),
                        conv(first, 3)
                                .stride(2)
                                .same()
                                .noBias()
                                .batchNorm()
                                .relu()
                                .as("conv1"),
                        maxPool(3).stride(2).pad(1).as("pool1"),
                        stage(2, 4, first, maps),
                        stage(3, 8, maps, 2 * maps),
                        stage(4, 4, 2 * maps, 4 * maps),
                        globalPool(),
                        dense(task.classes()).as("fc"))
                .from(PAPER.at("table 1, " + groups + (groups == 1 ? " group" : " groups") + ", scale " + scale));
    }

    private Layer stage(int number, int units, int input, int output) {
        int first = number == 2 ? 1 : groups;
        return Stage.of("stage" + number, units, i -> i == 0 ? shrinking(first, input, output) : residual(output));
    }

    /** {@return a unit that adds what it reads (figure 2b)} */
    private Layer residual(int maps) {
        return sum(branch(groups, maps / 4, 1, maps), identity()).relu();
    }

    /** {@return a unit of stride 2, beside the mean of what it reads (figure 2c); stage 2 reads too few maps to group} */
    private Layer shrinking(int first, int input, int output) {
        return concat(averagePool(3).stride(2).pad(1), branch(first, output / 4, 2, output - input))
                .relu();
    }

    private Layer branch(int first, int bottleneck, int stride, int output) {
        return sequence(
                conv(bottleneck, 1).groups(first).noBias().batchNorm().relu().as("gconv1"),
                groups == 1 ? identity() : shuffle(groups),
                conv(bottleneck, 3)
                        .stride(stride)
                        .same()
                        .groups(bottleneck)
                        .noBias()
                        .batchNorm()
                        .as("dwconv"),
                conv(output, 1).groups(groups).noBias().batchNorm().as("gconv2"));
    }
}
