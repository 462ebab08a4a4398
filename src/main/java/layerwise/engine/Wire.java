package layerwise.engine;

/**
 * What a node of an MXNet graph writes.
 *
 * @param node its number
 * @param vector whether it is batch × units; else batch × maps × height × width
 * @param spare maps behind those of the description, which {@link Lanes} has added
 */
record Wire(int node, boolean vector, int spare) {

    static Wire maps(int node) {
        return new Wire(node, false, 0);
    }

    static Wire vector(int node) {
        return new Wire(node, true, 0);
    }

    /** {@return what {@code node} makes of this, number by number or map by map} */
    Wire through(int node) {
        return new Wire(node, vector, spare);
    }
}
