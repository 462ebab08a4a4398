package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;

import layerwise.layers.Activation;
import layerwise.layers.Layer;

/**
 * 1 × 1 to more maps, a depthwise convolution, 1 × 1 to few maps without an activation; what it reads is added where the
 * shape stays (Sandler et al. 2018, figure 4).
 *
 * @param input maps that it reads
 * @param expanded maps of the depthwise convolution; as many as {@code input} and there is no expansion
 * @param kernel of the depthwise convolution
 * @param stride of the depthwise convolution
 * @param output maps that it writes
 * @param activation behind the first two convolutions
 */
record InvertedResidual(int input, int expanded, int kernel, int stride, int output, Activation activation) {

    /** {@return the unit} */
    Layer layer() {
        return gated(identity());
    }

    /** {@return the unit with {@code gate} behind its depthwise convolution} */
    Layer gated(Layer gate) {
        var branch = branch(gate);
        return stride == 1 && input == output ? sum(branch, identity()) : branch;
    }

    /** {@return the unit without a shortcut} */
    Layer branch(Layer gate) {
        Layer expand = expanded == input
                ? identity()
                : conv(expanded, 1).noBias().batchNorm().then(activation).as("expand");
        Layer depthwise = conv(expanded, kernel)
                .stride(stride)
                .same()
                .groups(expanded)
                .noBias()
                .batchNorm()
                .then(activation)
                .as("depthwise");
        return sequence(
                expand, depthwise, gate, conv(output, 1).noBias().batchNorm().as("project"));
    }
}
