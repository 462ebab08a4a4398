package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import layerwise.layers.Axis;
import layerwise.layers.Subsample;
import layerwise.layers.Window;

/** y = w · Σ window + b for each map: an average pooling times the window's area, then a coefficient and a bias. */
final class SubsampleBlock extends LayerBlock {
    private final Window window;

    SubsampleBlock(Subsample subsample, layerwise.layers.Shape input) {
        super(subsample, input);
        this.window = subsample.window();
    }

    @Override
    NDArray forward(NDArray x, NDArray... parameters) {
        var perMap = new Shape(1, -1, 1, 1);
        var coefficient = parameters[0].reshape(perMap).mul((float) window.area());
        return Pool.avgPool2d(
                        x,
                        Sides.of(window, Axis::size),
                        Sides.of(window, Axis::stride),
                        Sides.of(window, Axis::padding),
                        false,
                        true)
                .mul(coefficient)
                .add(parameters[1].reshape(perMap));
    }
}
