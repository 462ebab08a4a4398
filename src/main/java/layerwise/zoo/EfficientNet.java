package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.globalPool;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Activation;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * EfficientNet scales width, depth and resolution together: B0 has 5,288,548 parameters and 386 million
 * multiply-accumulates, B7 66,347,960 and 37.7 billion (Tan and Le 2019, tables 1 and 2).
 *
 * <p>The compound rule (equation 3) makes a network 1.2^φ times as deep, 1.1^φ times as wide, its images 1.15^φ times as large;
 * B1 to B7 are released with the multipliers below, near to it. Widths are rounded to multiples of 8, depths up.
 */
public enum EfficientNet {
    // spotless:off
    //  width depth resolution dropout
    B0(1.0, 1.0, 224, 0.2),
    B1(1.0, 1.1, 240, 0.2),
    B2(1.1, 1.2, 260, 0.3),
    B3(1.2, 1.4, 300, 0.3),
    B4(1.4, 1.8, 380, 0.4),
    B5(1.6, 2.2, 456, 0.4),
    B6(1.8, 2.6, 528, 0.5),
    B7(2.0, 3.1, 600, 0.5);

    /** A row of table 1, MBConv: expansion, kernel, channels, layers, stride of the first. */
    private record Row(int expansion, int kernel, int channels, int layers, int stride) {}

    /** Table 1, stages 2 to 8; for a stride the paper prints what each stage reads, 112, 112, 56, 28, 14, 14, 7. */
    private static final List<Row> TABLE = List.of(
            //      t  k   C   L  s
            new Row(1, 3,  16, 1, 1),
            new Row(6, 3,  24, 2, 2),
            new Row(6, 5,  40, 2, 2),
            new Row(6, 3,  80, 3, 2),
            new Row(6, 5, 112, 3, 1),
            new Row(6, 5, 192, 4, 2),
            new Row(6, 3, 320, 1, 1));

    // spotless:on

    private static final Source PAPER = new Source(
            "Tan, Le",
            2019,
            "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks",
            "tables 1 and 2");

    private final double width;
    private final double depth;
    private final int resolution;
    private final double dropout;

    EfficientNet(double width, double depth, int resolution, double dropout) {
        this.width = width;
        this.depth = depth;
        this.resolution = resolution;
        this.dropout = dropout;
    }

    /** {@return 1000 classes from images of the model's resolution} */
    public Task task() {
        return Task.IMAGENET.at(resolution);
    }

    /** {@return the network for ImageNet at its resolution} */
    public Network network() {
        return network(task());
    }

    /** {@return the network for {@code task}} */
    public Network network(Task task) {
        var layers = new ArrayList<Layer>();
        int maps = maps(32);
        layers.add(conv(maps, 3).stride(2).same().noBias().batchNorm().swish().as("stage1"));
        for (Row row : TABLE) {
            int input = maps;
            layers.add(Stage.of("stage" + (layers.size() + 1), repeats(row), i -> unit(row, i, input)));
            maps = maps(row.channels());
        }
        layers.add(conv(maps(1280), 1).noBias().batchNorm().swish().as("stage9"));
        layers.add(globalPool());
        layers.add(dropout(dropout));
        layers.add(dense(task.classes()).as("fc"));
        return Network.network("EfficientNet-" + name(), task.image(), layers.toArray(Layer[]::new))
                .from(PAPER.at("table 1, " + name() + ": width " + width + ", depth " + depth));
    }

    private int maps(int tabled) {
        return Width.by8(tabled * width);
    }

    private int repeats(Row row) {
        return (int) Math.ceil(row.layers() * depth);
    }

    /** The gate squeezes to a quarter of the maps that the unit reads, before they are expanded. */
    private Layer unit(Row row, int i, int before) {
        int input = i == 0 ? before : maps(row.channels());
        int expanded = row.expansion() * input;
        return new InvertedResidual(
                        input,
                        expanded,
                        row.kernel(),
                        i == 0 ? row.stride() : 1,
                        maps(row.channels()),
                        Activation.SWISH)
                .gated(SqueezeExcitation.over(expanded, input / 4, Activation.SWISH, Activation.SIGMOID));
    }
}
