package layerwise.zoo;

import layerwise.network.Network;
import layerwise.network.Source;

/**
 * Wide ResNet-50-2 doubles the filters of each 3 × 3 of ResNet-50: 68,883,240 parameters; table 8 prints 68.9 million
 * (Zagoruyko and Komodakis 2016, section 3 and table 8).
 *
 * <p>The 3 × 3 moves by the stride, as the authors' code and later libraries have it.
 */
public final class WideResNet {
    private WideResNet() {}

    private static final Source PAPER =
            new Source("Zagoruyko, Komodakis", 2016, "Wide Residual Networks", "table 8, WRN-50-2-bottleneck");

    /** {@return WRN-50-2-bottleneck} */
    public static Network paper() {
        return paper(Task.IMAGENET);
    }

    /** {@return WRN-50-2-bottleneck for {@code task}} */
    public static Network paper(Task task) {
        return ResNet.paper(50).with(ResNet.Stride.ON_3X3).with(1, 128).network(task, "Wide ResNet-50-2", PAPER);
    }
}
