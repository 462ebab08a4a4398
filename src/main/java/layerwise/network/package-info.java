/**
 * A network is a value: a name, an input shape, a body of layers, and the paper it comes from.
 *
 * <p>Read {@link layerwise.network.Network} first; {@link layerwise.network.Graph} is the same network as a list of
 * nodes, for readers that need the edges.
 *
 * <p>Nothing here knows an engine, a table or a picture: those are computed from it, elsewhere.
 */
package layerwise.network;
