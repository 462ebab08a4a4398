package layerwise.analysis;

import layerwise.layers.Count;

/**
 * Bits of a number in memory or in a file. Below 16 bits only the weights shrink: biases, norms and statistics stay at 32
 * bits, as integer and binary kernels keep them.
 */
public enum Precision {
    /** Single precision. */
    FP32(32, 32),
    /** Half precision. */
    FP16(16, 16),
    /** Integers of a byte (TensorFlow Lite, TinyEngine). */
    INT8(8, 32),
    /** Signs (XNOR-Net, Rastegari et al. 2016). */
    BINARY(1, 32);

    private final int weightBits;
    private final int otherBits;

    Precision(int weightBits, int otherBits) {
        this.weightBits = weightBits;
        this.otherBits = otherBits;
    }

    /** {@return ⌈weights · bits / 8⌉ + ⌈others · bits / 8⌉ bytes} */
    public long bytes(ParameterCount count) {
        return Count.sum(bytes(count.weights(), weightBits), bytes(count.total() - count.weights(), otherBits));
    }

    /** {@return bytes of {@code activations} numbers; signs are kept as numbers until they are multiplied} */
    public long bytes(long activations) {
        return bytes(activations, Math.max(8, weightBits));
    }

    private static long bytes(long numbers, int bits) {
        return Count.sum(Count.product(numbers, bits), 7) / 8;
    }
}
