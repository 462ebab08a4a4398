package layerwise.zoo;

import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;

import layerwise.layers.Layer;

/** y(c) = x(c) · σ(W₂ · max(0, W₁ · mean(x))): each map weighed by a look at all of them (Hu et al. 2017, section 3). */
final class SqueezeExcitation {
    private SqueezeExcitation() {}

    /** r of equation 3: the hidden layer has a sixteenth of the maps. */
    private static final int REDUCTION = 16;

    /** {@return the block over {@code maps} maps: two dense layers with biases, 2 · maps² / 16 weights} */
    static Layer over(int maps) {
        return scale(sequence(
                        globalPool(),
                        dense(maps / REDUCTION).relu(),
                        dense(maps).sigmoid()))
                .as("se");
    }
}
