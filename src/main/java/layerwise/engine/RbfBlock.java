package layerwise.engine;

import ai.djl.ndarray.NDArray;
import layerwise.layers.Rbf;

/** y(k) = Σ (x(i) − c(k, i))², computed as |x|² − 2·x·cᵀ + |c|²: one matrix product instead of a cube of differences. */
final class RbfBlock extends LayerBlock {

    RbfBlock(Rbf rbf, layerwise.layers.Shape input) {
        super(rbf, input);
    }

    @Override
    NDArray forward(NDArray x, NDArray... parameters) {
        var centre = parameters[0];
        var square = x.square().sum(new int[] {1}, true);
        var product = x.matMul(centre.transpose());
        return square.sub(product.mul(2f)).add(centre.square().sum(new int[] {1}));
    }
}
