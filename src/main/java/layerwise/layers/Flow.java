package layerwise.layers;

import java.util.List;

/**
 * What becomes of a value on its way through a network: the one way in which anything is computed from a description.
 *
 * <p>With shapes it is shape inference, with intervals the receptive field, with node numbers the graph that diagrams
 * and engines read. Branches receive the same value; an arrangement joins what comes out of them.
 *
 * @param <V> what flows
 */
public interface Flow<V> {

    /** {@return what {@code layer}, which stands at {@code path}, makes of {@code input}} */
    V through(String path, Primitive layer, V input);

    /** {@return the branches stacked along the channels} */
    V concat(String path, List<V> branches);

    /** {@return the branches added, number by number} */
    V sum(String path, List<V> branches);

    /** {@return {@code input} multiplied by {@code gate}, one number a map} */
    V scale(String path, V input, V gate);
}
