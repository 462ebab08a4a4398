package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;

import layerwise.layers.Activation;
import layerwise.layers.Layer;

/**
 * y(c) = x(c) · σ(W₂ · max(0, W₁ · mean(x))): each map weighed by a look at all of them (Hu et al. 2017, section 3).
 *
 * <p>W₁ and W₂ are convolutions of 1 × 1 over single numbers, as in the authors' Caffe models: dense layers by another name.
 */
final class SqueezeExcitation {
    private SqueezeExcitation() {}

    /** {@return the block of the paper over {@code maps} maps, squeezed to a sixteenth of them} */
    static Layer over(int maps) {
        return over(maps, maps / 16, Activation.RELU, Activation.SIGMOID);
    }

    /** {@return the block over {@code maps} maps, squeezed to {@code squeezed} numbers, with other activations} */
    static Layer over(int maps, int squeezed, Activation between, Activation last) {
        return scale(sequence(
                        globalPool(),
                        conv(squeezed, 1).then(between),
                        conv(maps, 1).then(last)))
                .as("se");
    }
}
