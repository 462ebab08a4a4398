package layerwise.layers;

/**
 * One primitive at work: the row of every table.
 *
 * @param path where it stands in the network, {@code C3/conv}
 * @param layer what works
 * @param input what it reads
 * @param output what it writes
 */
public record Step(String path, Primitive layer, Shape input, Shape output) {

    /** {@return numbers that training may change} */
    public long parameters() {
        return Count.sum(
                layer.parameters(input).stream().mapToLong(Parameter::trainable).toArray());
    }

    /** {@return multiply-accumulates for one image} */
    public long macs() {
        return layer.macs(input);
    }

    /** {@return arithmetic for one image at test time, by class} */
    public Operations operations() {
        return layer.operations(input);
    }

    /** {@return wires for one image, biases included} */
    public long connections() {
        return layer.connections(input);
    }
}
