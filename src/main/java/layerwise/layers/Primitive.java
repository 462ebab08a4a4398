package layerwise.layers;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A layer that computes something itself; it alone knows its arithmetic, and it knows all of it.
 *
 * <p>None of the calculators has a default body: a new layer that forgets one does not compile, and a translator that
 * forgets a layer does not compile either, because it implements {@link Visitor}.
 */
public sealed interface Primitive extends Layer
        permits Conv,
                Pool,
                Subsample,
                Dense,
                Rbf,
                BatchNorm,
                LocalResponseNorm,
                Activation,
                Dropout,
                GlobalPool,
                Flatten,
                Slice,
                Shuffle,
                PadChannels {

    /** {@return the kind in one word, as tables and unnamed paths use it: {@code conv}, {@code pool}} */
    String kind();

    /**
     * {@return the shape that comes out for {@code input}}
     *
     * @throws IllegalArgumentException if the layer cannot read such an input; the message says what would cure it
     */
    Shape output(Shape input);

    /** {@return the window through which one position of the output reads the input; 1 × 1 for a pointwise layer} */
    Window window(Shape input);

    /** {@return the arrays of numbers this layer keeps, in the order in which engines store them} */
    List<Parameter> parameters(Shape input);

    /** {@return multiply-accumulates of the weights for one image; biases, pooling and activations are not counted} */
    long macs(Shape input);

    /** {@return arithmetic for one image at test time, by class} */
    Operations operations(Shape input);

    /** {@return wires into the layer for one image in the sense of LeCun et al. 1998: every input of every unit, biases too} */
    long connections(Shape input);

    /** {@return whether each number of the output is made of one number of the input, and could overwrite it} */
    boolean pointwise();

    /** {@return what {@code visitor} makes of this layer} */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <V> V send(V input, Scope scope, Flow<V> flow) {
        String path = scope.next(kind());
        return scope.at(path, () -> flow.through(path, this, input));
    }

    @Override
    default Layer replacing(UnaryOperator<Layer> change) {
        return this;
    }

    @Override
    default void declare(Scope scope) {
        scope.count(kind());
    }

    /**
     * A translation of every layer: to an engine's operator, to a sentence, to a colour.
     *
     * @param <R> what a layer is translated to
     */
    interface Visitor<R> {
        /** {@return the translation of a convolution} */
        R visit(Conv conv);

        /** {@return the translation of a pooling} */
        R visit(Pool pool);

        /** {@return the translation of a trainable subsampling} */
        R visit(Subsample subsample);

        /** {@return the translation of a dense layer} */
        R visit(Dense dense);

        /** {@return the translation of a layer of radial basis units} */
        R visit(Rbf rbf);

        /** {@return the translation of a batch norm} */
        R visit(BatchNorm norm);

        /** {@return the translation of a local response norm} */
        R visit(LocalResponseNorm norm);

        /** {@return the translation of a dropout} */
        R visit(Dropout dropout);

        /** {@return the translation of a choice of maps} */
        R visit(Slice slice);

        /** {@return the translation of a channel shuffle} */
        R visit(Shuffle shuffle);

        /** {@return the translation of a padding with maps of zeros} */
        R visit(PadChannels pad);

        /** {@return the translation of an activation function} */
        R visit(Activation activation);

        /** {@return the translation of a global pooling} */
        R visit(GlobalPool pool);

        /** {@return the translation of a flattening} */
        R visit(Flatten flatten);
    }
}
