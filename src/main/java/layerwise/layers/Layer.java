package layerwise.layers;

import java.util.function.UnaryOperator;

/**
 * A description of part of a network: a {@link Primitive} that computes something, or an arrangement of other layers.
 *
 * <p>A layer is a value. It holds no weights and opens no engine; all that is known of it is computed by sending
 * something through it with a {@link Flow}.
 */
public sealed interface Layer permits Primitive, Sequence, Concat, Sum, Scale, Named {

    /** Sends {@code input} through this layer and returns what comes out; {@code scope} names the layers on the way. */
    <V> V send(V input, Scope scope, Flow<V> flow);

    /** Tells {@code scope} which names this layer will ask of it, so that it can number those that occur twice. */
    void declare(Scope scope);

    /** {@return this arrangement of its parts, each changed by {@code change}; a primitive has no parts and stays} */
    Layer replacing(UnaryOperator<Layer> change);

    /** {@return this layer followed by {@code next}} */
    default Layer then(Layer next) {
        return Layers.sequence(this, next);
    }

    /** {@return this layer under the name the paper gives it, which becomes part of the path of everything inside} */
    default Layer as(String name) {
        return new Named(name, this);
    }

    /** {@return this layer, then max(0, a)} */
    default Layer relu() {
        return then(Activation.RELU);
    }

    /** {@return this layer, then a batch norm} */
    default Layer batchNorm() {
        return then(new BatchNorm());
    }

    /** {@return this layer, then min(max(0, a), 6)} */
    default Layer relu6() {
        return then(Activation.RELU6);
    }

    /** {@return this layer, then a / (1 + e⁻ᵃ)} */
    default Layer swish() {
        return then(Activation.SWISH);
    }

    /** {@return this layer, then a · min(max(0, a + 3), 6) / 6} */
    default Layer hardSwish() {
        return then(Activation.HARD_SWISH);
    }

    /** {@return this layer, then min(max(0, a + 3), 6) / 6} */
    default Layer hardSigmoid() {
        return then(Activation.HARD_SIGMOID);
    }

    /** {@return this layer, then tanh(a)} */
    default Layer tanh() {
        return then(Activation.TANH);
    }

    /** {@return this layer, then 1.7159·tanh(2a/3)} */
    default Layer scaledTanh() {
        return then(Activation.SCALED_TANH);
    }

    /** {@return this layer, then 1 / (1 + e⁻ᵃ)} */
    default Layer sigmoid() {
        return then(Activation.SIGMOID);
    }
}
