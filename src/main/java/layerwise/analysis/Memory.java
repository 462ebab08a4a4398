package layerwise.analysis;

import layerwise.layers.Count;
import layerwise.layers.Given;
import layerwise.layers.Scope;
import layerwise.network.Network;

/**
 * Memory in bytes while a network works.
 *
 * @param weights everything the network keeps, statistics too
 * @param activations what its layers write, and the input
 * @param weightGradients one number for each trained one; 0 at inference
 * @param activationGradients gradients that flow back, each let go once it is used; 0 at inference
 * @param optimizer the optimiser's slots; 0 at inference
 */
public record Memory(long weights, long activations, long weightGradients, long activationGradients, long optimizer) {

    /** Refuses bytes whose total a {@code long} does not count. */
    public Memory {
        Count.sum(weights, activations, weightGradients, activationGradients, optimizer);
    }

    private static final Precision SINGLE = Precision.FP32;

    /** {@return weights + activations + gradients + optimiser, bytes} */
    public long total() {
        return Count.sum(weights, activations, weightGradients, activationGradients, optimizer);
    }

    /** {@return one image: the weights, and the most activations that are held at once} */
    public static Memory inference(Network network, Precision precision, Buffers buffers) {
        Given.value(network, "a network");
        Given.value(precision, "a precision");
        Given.value(buffers, "how buffers are kept");
        var held = Activations.of(network, buffers);
        return Scope.located(
                network.name(),
                () -> new Memory(precision.bytes(ParameterCount.of(network)), precision.bytes(held.peak()), 0, 0, 0));
    }

    /**
     * {@return a batch of {@code images} in single precision: all activations kept for the way back}
     *
     * <p>Gradients flow back in the opposite order, so as many are held at once as activations at inference. Auxiliary
     * heads are not counted.
     */
    public static Memory training(Network network, int images, Optimizer optimizer, Buffers buffers) {
        Given.value(network, "a network");
        Given.value(optimizer, "an optimizer");
        Given.value(buffers, "how buffers are kept");
        if (images < 1) {
            throw new IllegalArgumentException(network.name() + ": a batch has at least 1 image, got " + images
                    + "; say how many are trained at once");
        }
        return Scope.located(network.name(), () -> counted(network, images, optimizer, buffers));
    }

    private static Memory counted(Network network, int images, Optimizer optimizer, Buffers buffers) {
        var count = ParameterCount.of(network);
        var held = Activations.of(network, buffers);
        long kept = Count.product(images, Count.sum(held.kept(), network.input().size()));
        return new Memory(
                SINGLE.bytes(count),
                SINGLE.bytes(kept),
                SINGLE.bytes(count.trainable()),
                SINGLE.bytes(Count.product(images, held.peak())),
                SINGLE.bytes(Count.product(optimizer.slots(), count.trainable())));
    }
}
