package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Activation;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * MCUNet recognises 1000 classes within 320 kB of memory and 1 MB of flash: 737,408 parameters and 82 million
 * multiply-accumulates from images of 176 × 176 (Lin et al. 2020, section 4).
 *
 * <p>The paper has no table of it; the rows are those of the published configuration, {@code mcunet-320kb-1mb_imagenet}.
 */
public final class MCUNet {
    private MCUNet() {}

    /** One inverted residual unit: expansion, channels, stride, kernel. */
    private record Row(int expansion, int channels, int stride, int kernel) {}

    /** ImageNet's classes from images of 176 × 176. */
    public static final Task TASK = Task.IMAGENET.at(176);

    // spotless:off

    private static final List<Row> TABLE = List.of(
            //      t    c  s  k
            new Row(1,   8, 1, 3),
            new Row(3,  16, 2, 7), new Row(5,  16, 1, 3), new Row(5, 16, 1, 7), new Row(4, 16, 1, 5),
            new Row(5,  24, 2, 5), new Row(5,  24, 1, 5), new Row(5, 24, 1, 5),
            new Row(5,  40, 2, 3), new Row(6,  40, 1, 7), new Row(4, 40, 1, 5),
            new Row(5,  48, 1, 5), new Row(5,  48, 1, 7), new Row(5, 48, 1, 3),
            new Row(6,  96, 2, 3), new Row(5,  96, 1, 7), new Row(4, 96, 1, 3),
            new Row(5, 160, 1, 7));

    // spotless:on

    private static final Source PAPER = new Source(
            "Lin, Chen, Lin, Cohn, Gan, Han",
            2020,
            "MCUNet: Tiny Deep Learning on IoT Devices",
            "the published network for 320 kB and 1 MB");

    /** {@return the published network for 320 kB} */
    public static Network paper() {
        return published(TASK);
    }

    /** {@return the published network for {@code task}} */
    public static Network published(Task task) {
        var layers = new ArrayList<Layer>();
        int maps = 16;
        layers.add(conv(maps, 3).stride(2).same().noBias().batchNorm().relu6().as("conv1"));
        for (Row row : TABLE) {
            layers.add(unit(row, maps).as("unit" + layers.size()));
            maps = row.channels();
        }
        layers.add(globalPool());
        layers.add(dense(task.classes()).as("fc"));
        return network("MCUNet", task.image(), layers.toArray(Layer[]::new)).from(PAPER);
    }

    private static Layer unit(Row row, int input) {
        return new InvertedResidual(
                        input, row.expansion() * input, row.kernel(), row.stride(), row.channels(), Activation.RELU6)
                .layer();
    }
}
