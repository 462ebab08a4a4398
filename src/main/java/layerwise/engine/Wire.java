package layerwise.engine;

/**
 * What a node of an MXNet graph writes.
 *
 * @param node its number
 * @param vector whether it is batch × units; else batch × maps × height × width
 */
record Wire(int node, boolean vector) {

    static Wire maps(int node) {
        return new Wire(node, false);
    }

    static Wire vector(int node) {
        return new Wire(node, true);
    }
}
