package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.padChannels;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * ResNet won ILSVRC 2015 with units that add to what they read; ResNet-50 has 25,557,032 parameters and 3.86 billion
 * multiply-accumulates (He, Zhang, Ren and Sun 2015, table 1).
 *
 * <p>{@code ResNet.paper(50)} is the network of the paper, whose stages shrink the map by the stride of the first 1 × 1;
 * {@code with(Stride.ON_3X3)} makes v1.5 of it, which libraries ship: as many parameters, 4.09 billion. Further {@code
 * with(groups, width)} makes a {@link ResNeXt} of it, or a {@link WideResNet}.
 *
 * @param depth weighted layers: 18, 34, 50, 101 or 152
 * @param stride which convolution of a bottleneck shrinks the map
 * @param shortcut what goes around a unit
 * @param groups of the 3 × 3 in a bottleneck; 32 in ResNeXt
 * @param width filters of the 3 × 3 in the first stage's bottlenecks; 128 in Wide ResNet
 */
public record ResNet(int depth, Stride stride, Shortcut shortcut, int groups, int width) {

    /** Which convolution of a bottleneck shrinks the map. */
    public enum Stride {
        /** The first 1 × 1, as in the paper. */
        ON_FIRST_1X1,
        /** The 3 × 3, as in later libraries: v1.5. */
        ON_3X3
    }

    /** What goes around a unit (section 3.3). */
    public enum Shortcut {
        /** The identity; maps of zeros where channels grow. No parameters. */
        A,
        /** The identity; a 1 × 1 convolution where the shape changes. */
        B,
        /** A 1 × 1 convolution everywhere. */
        C,
        /** Nothing: the plain network. */
        NONE
    }

    private static final Source PAPER =
            new Source("He, Zhang, Ren, Sun", 2015, "Deep Residual Learning for Image Recognition", "table 1");

    // spotless:off

    /** Table 1: units of conv2_x, conv3_x, conv4_x and conv5_x. */
    private static final Map<Integer, List<Integer>> UNITS = Map.of(
            18,  List.of(2, 2,  2, 2),
            34,  List.of(3, 4,  6, 3),
            50,  List.of(3, 4,  6, 3),
            101, List.of(3, 4, 23, 3),
            152, List.of(3, 8, 36, 3));

    // spotless:on

    /** Refuses a depth that table 1 does not have. */
    public ResNet {
        if (!UNITS.containsKey(depth)) {
            throw new IllegalArgumentException("a ResNet has 18, 34, 50, 101 or 152 layers, got " + depth);
        }
    }

    /** {@return the ResNet of table 1: stride on the first 1 × 1, projections where the shape changes} */
    public static ResNet paper(int depth) {
        return new ResNet(depth, Stride.ON_FIRST_1X1, Shortcut.B, 1, 64);
    }

    /** {@return this ResNet with its stride elsewhere} */
    public ResNet with(Stride stride) {
        return new ResNet(depth, stride, shortcut, groups, width);
    }

    /** {@return this ResNet with other shortcuts} */
    public ResNet with(Shortcut shortcut) {
        return new ResNet(depth, stride, shortcut, groups, width);
    }

    /** {@return this ResNet with bottlenecks of {@code groups} groups and {@code width} filters in the first stage} */
    public ResNet with(int groups, int width) {
        return new ResNet(depth, stride, shortcut, groups, width);
    }

    /** {@return the network for ImageNet} */
    public Network network() {
        return network(Task.IMAGENET);
    }

    /** {@return the network for {@code task}} */
    public Network network(Task task) {
        return network(task, name(), PAPER.at("table 1, " + depth + " layers" + variant()));
    }

    /** {@return the network under another name, of another paper} */
    Network network(Task task, String name, Source source) {
        return network(task, name, source, maxPool(3).stride(2).pad(1), filters -> identity());
    }

    /** {@return the network with another first pooling, and with {@code gate} at the end of each unit's branch} */
    Network network(Task task, String name, Source source, Layer pool, IntFunction<Layer> gate) {
        return Network.network(
                        name,
                        task.image(),
                        conv(64, 7).stride(2).pad(3).noBias().batchNorm().relu().as("conv1"),
                        pool.as("pool1"),
                        stage(2, gate),
                        stage(3, gate),
                        stage(4, gate),
                        stage(5, gate),
                        globalPool(),
                        dense(task.classes()).as("fc"))
                .from(source);
    }

    private Layer stage(int number, IntFunction<Layer> gate) {
        int scale = 1 << (number - 2);
        int filters = (depth < 50 ? 64 : 256) * scale;
        return Stage.of("conv" + number + "_x", UNITS.get(depth).get(number - 2), i -> {
            int by = i == 0 && number > 2 ? 2 : 1;
            var branch = depth < 50 ? basic(filters, by) : bottleneck(width * scale, filters, by);
            return residual(branch.then(gate.apply(filters)), filters, by, depth < 50 ? by == 1 : i > 0);
        });
    }

    /** {@return two convolutions of 3 × 3 (figure 5, left)} */
    static Layer basic(int filters, int stride) {
        return sequence(
                conv(filters, 3).stride(stride).same().noBias().batchNorm().relu(),
                conv(filters, 3).same().noBias().batchNorm());
    }

    /** {@return 1 × 1 to fewer maps, 3 × 3, 1 × 1 to {@code filters} (figure 5, right)} */
    private Layer bottleneck(int width, int filters, int by) {
        boolean first = stride == Stride.ON_FIRST_1X1;
        return sequence(
                conv(width, 1).stride(first ? by : 1).noBias().batchNorm().relu(),
                conv(width, 3)
                        .stride(first ? 1 : by)
                        .same()
                        .groups(groups)
                        .noBias()
                        .batchNorm()
                        .relu(),
                conv(filters, 1).noBias().batchNorm());
    }

    private Layer residual(Layer branch, int filters, int by, boolean sameShape) {
        return shortcut == Shortcut.NONE
                ? branch.relu()
                : sum(branch, shortcut(shortcut, filters, by, sameShape)).relu();
    }

    /** {@return what goes around a unit of {@code filters} maps that moves by {@code stride}} */
    static Layer shortcut(Shortcut option, int filters, int stride, boolean sameShape) {
        boolean keep = sameShape && option != Shortcut.C;
        if (keep) {
            return identity();
        }
        return (option == Shortcut.A ? zeros(filters, stride) : projection(filters, stride)).as("shortcut");
    }

    private static Layer projection(int filters, int stride) {
        return conv(filters, 1).stride(stride).noBias().batchNorm();
    }

    /** Every second position, taken by a window of 1 × 1, and maps of zeros. */
    private static Layer zeros(int filters, int stride) {
        return sequence(maxPool(1).stride(stride), padChannels(filters));
    }

    private String name() {
        String kind = shortcut == Shortcut.NONE ? "Plain-" : "ResNet-";
        return kind
                + depth
                + (stride == Stride.ON_3X3 ? " v1.5" : "")
                + (shortcut == Shortcut.A || shortcut == Shortcut.C ? " (" + shortcut + ")" : "");
    }

    private String variant() {
        String place = stride == Stride.ON_3X3 ? ", stride on the 3×3 (v1.5)" : "";
        return shortcut == Shortcut.NONE ? ", without shortcuts" : place + ", shortcuts " + shortcut;
    }
}
