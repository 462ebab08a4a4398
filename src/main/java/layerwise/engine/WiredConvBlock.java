package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import layerwise.layers.Axis;
import layerwise.layers.Conv;
import layerwise.layers.Shape;
import layerwise.layers.Wiring;

/**
 * A convolution whose connection table leaves pairs of maps unconnected: the weight is multiplied by the table's zeros
 * and ones, so that a missing connection neither acts nor learns.
 */
final class WiredConvBlock extends LayerBlock {
    private final Conv conv;
    private final Wiring wiring;
    private final Shape input;

    WiredConvBlock(Conv conv, Wiring wiring, Shape input) {
        super(conv, input);
        this.conv = conv;
        this.wiring = wiring;
        this.input = input;
    }

    @Override
    NDArray forward(NDArray x, NDArray... parameters) {
        var window = conv.window();
        var weight = parameters[0].mul(mask(x));
        NDList output = conv.bias() ? convolve(x, weight, parameters[1], window) : convolve(x, weight, null, window);
        return output.singletonOrThrow();
    }

    private static NDList convolve(NDArray x, NDArray weight, NDArray bias, layerwise.layers.Window window) {
        return x.getNDArrayInternal()
                .convolution(
                        x,
                        weight,
                        bias,
                        Sides.of(window, Axis::stride),
                        Sides.of(window, Axis::padding),
                        Sides.of(window, Axis::dilation),
                        1);
    }

    /** {@return filters × channels × 1 × 1, with 1 where the table has a cross} */
    private NDArray mask(NDArray x) {
        var crosses = new float[conv.filters() * input.channels()];
        for (int filter = 0; filter < conv.filters(); filter++) {
            for (int map : wiring.inputs().get(filter)) {
                crosses[filter * input.channels() + map] = 1;
            }
        }
        return x.getManager().create(crosses, new ai.djl.ndarray.types.Shape(conv.filters(), input.channels(), 1, 1));
    }
}
