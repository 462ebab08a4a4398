package layerwise.zoo;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.network.Network.network;

import layerwise.layers.Conv;
import layerwise.layers.Layer;
import layerwise.layers.Pool;
import layerwise.layers.Shape;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * Inception v3 takes windows apart, 7 × 7 into 1 × 7 and 7 × 1: 23,834,568 parameters, 27,161,264 with its head for training,
 * 5.71 billion multiply-accumulates (Szegedy, Vanhoucke, Ioffe, Shlens and Wojna 2015, table 1 and figures 5 to 8).
 *
 * <p>The paper leaves the widths of its modules open, and its stem is not the one that was released; both follow the
 * authors' code here, as in every library. So does the head, whose windows of 5 × 5 are never larger than their maps: of
 * images below 299 × 299 it has smaller ones, and fewer parameters.
 */
public final class InceptionV3 {
    private InceptionV3() {}

    /** What table 1 reads: 299 × 299. */
    public static final Task TASK = Task.IMAGENET.at(299);

    private static final Source PAPER = new Source(
            "Szegedy, Vanhoucke, Ioffe, Shlens, Wojna",
            2015,
            "Rethinking the Inception Architecture for Computer Vision",
            "table 1 and figures 5 to 8, as released");

    /** {@return the network of table 1} */
    public static Network paper() {
        return paper(TASK);
    }

    // spotless:off

    /** {@return table 1, with a head behind the last module of 17 × 17} */
    public static Network paper(Task task) {
        var trunk = network("Inception v3", task.image(),
                unit(conv( 32, 3).stride(2)).as("conv1"),
                unit(conv( 32, 3))          .as("conv2"),
                unit(conv( 64, 3).same())   .as("conv3"),
                maxPool(3).stride(2).as("pool1"),
                unit(conv( 80, 1))          .as("conv4"),
                unit(conv(192, 3))          .as("conv5"),
                maxPool(3).stride(2).as("pool2"),
                figure5( 32).as("mixed5b"),
                figure5( 64).as("mixed5c"),
                figure5( 64).as("mixed5d"),
                to17()      .as("mixed6a"),
                figure6(128).as("mixed6b"),
                figure6(160).as("mixed6c"),
                figure6(160).as("mixed6d"),
                figure6(192).as("mixed6e"),
                to8()       .as("mixed7a"),
                figure7()   .as("mixed7b"),
                figure7()   .as("mixed7c"),
                globalPool(),
                dropout(0.2),
                dense(task.classes()).as("fc")).from(PAPER);
        return trunk.head(head(mixed6e(trunk), task));
    }

    /** {@return a module over 35 × 35: two 3 × 3 for a 5 × 5 (figure 5)} */
    private static Layer figure5(int project) {
        return concat(
                unit(conv(64, 1)).as("1x1"),
                sequence(unit(conv(48, 1)).as("5x5_reduce"),  unit(conv(64, 5).same()).as("5x5")),
                sequence(unit(conv(64, 1)).as("double3x3_reduce"),
                         unit(conv(96, 3).same()).as("double3x3a"),
                         unit(conv(96, 3).same()).as("double3x3b")),
                sequence(average().as("pool"),                unit(conv(project, 1)).as("pool_proj")));
    }

    /** {@return 35 × 35 to 17 × 17: strides and a pooling side by side (figure 10)} */
    private static Layer to17() {
        return concat(
                unit(conv(384, 3).stride(2)).as("3x3"),
                sequence(unit(conv(64, 1)).as("double3x3_reduce"),
                         unit(conv(96, 3).same()).as("double3x3a"),
                         unit(conv(96, 3).stride(2)).as("double3x3b")),
                maxPool(3).stride(2).as("pool"));
    }

    /** {@return a module over 17 × 17 with n = 7, {@code width} maps between its 1 × 7 and 7 × 1 (figure 6)} */
    private static Layer figure6(int width) {
        return concat(
                unit(conv(192, 1)).as("1x1"),
                sequence(unit(conv(width, 1)).as("7x7_reduce"),
                         unit(conv(width, 1, 7).same()).as("1x7"),
                         unit(conv(192,   7, 1).same()).as("7x1")),
                sequence(unit(conv(width, 1)).as("double7x7_reduce"),
                         unit(conv(width, 7, 1).same()).as("double7x1a"),
                         unit(conv(width, 1, 7).same()).as("double1x7a"),
                         unit(conv(width, 7, 1).same()).as("double7x1b"),
                         unit(conv(192,   1, 7).same()).as("double1x7b")),
                sequence(average().as("pool"), unit(conv(192, 1)).as("pool_proj")));
    }

    /** {@return 17 × 17 to 8 × 8} */
    private static Layer to8() {
        return concat(
                sequence(unit(conv(192, 1)).as("3x3_reduce"), unit(conv(320, 3).stride(2)).as("3x3")),
                sequence(unit(conv(192, 1)).as("7x7_reduce"),
                         unit(conv(192, 1, 7).same()).as("1x7"),
                         unit(conv(192, 7, 1).same()).as("7x1"),
                         unit(conv(192, 3).stride(2)).as("7x7x3")),
                maxPool(3).stride(2).as("pool"));
    }

    /** {@return a module over 8 × 8, whose 1 × 3 and 3 × 1 stand side by side (figure 7)} */
    private static Layer figure7() {
        return concat(
                unit(conv(320, 1)).as("1x1"),
                sequence(unit(conv(384, 1)).as("3x3_reduce"), fork().as("3x3")),
                sequence(unit(conv(448, 1)).as("double3x3_reduce"),
                         unit(conv(384, 3).same()).as("double3x3a"),
                         fork().as("double3x3b")),
                sequence(average().as("pool"), unit(conv(192, 1)).as("pool_proj")));
    }

    private static Layer fork() {
        return concat(unit(conv(384, 1, 3).same()).as("1x3"), unit(conv(384, 3, 1).same()).as("3x1"));
    }

    /** {@return the head of figure 8 over {@code maps}; widths and the weight of its loss are those of the authors' code} */
    private static Head head(Shape maps, Task task) {
        var pool = averagePool(Math.min(5, side(maps))).stride(3);
        int kernel = Math.min(5, side(pool.output(maps)));
        return new Head("head", "mixed6e", sequence(
                pool.as("pool"),
                unit(conv(128, 1)).as("conv1"),
                unit(conv(768, kernel)).as("conv2"),
                globalPool(),
                dense(task.classes()).as("fc")), 0.4);
    }

    // spotless:on

    private static Shape mixed6e(Network trunk) {
        return trunk.steps().stream()
                .filter(step -> step.path().startsWith("mixed6e/1x1"))
                .findFirst()
                .orElseThrow()
                .output();
    }

    private static int side(Shape maps) {
        return Math.min(maps.height(), maps.width());
    }

    private static Pool average() {
        return averagePool(3).stride(1).same();
    }

    private static Layer unit(Conv conv) {
        return conv.noBias().batchNorm().relu();
    }
}
