package layerwise.zoo;

import layerwise.network.Network;
import layerwise.network.Source;

/**
 * ResNeXt splits the 3 × 3 of a bottleneck into groups and makes it twice as wide: ResNeXt-50 (32×4d) has 25,028,904
 * parameters and 4.23 billion multiply-accumulates, about as many as ResNet-50 (Xie, Girshick, Dollár, Tu and He 2016, table 1).
 *
 * <p>32 groups of 4 filters make 128 in the first stage; the 3 × 3 moves by the stride, as section 4 says.
 */
public final class ResNeXt {
    private ResNeXt() {}

    /** Table 1, right column: stride on the 3 × 3, 32 groups, 128 filters in the bottlenecks of conv2_x. */
    static final ResNet TABLE = ResNet.paper(50).with(ResNet.Stride.ON_3X3).with(32, 128);

    private static final Source PAPER = new Source(
            "Xie, Girshick, Dollár, Tu, He",
            2016,
            "Aggregated Residual Transformations for Deep Neural Networks",
            "table 1, right column");

    /** {@return the network of table 1} */
    public static Network paper() {
        return paper(Task.IMAGENET);
    }

    /** {@return the network of table 1 for {@code task}} */
    public static Network paper(Task task) {
        return TABLE.network(task, "ResNeXt-50 (32×4d)", PAPER);
    }
}
