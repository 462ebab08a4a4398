/**
 * Lowering: from a network's description to something an engine runs. Here it is a {@link ai.djl.nn.Block}, which any
 * DJL engine can run and train.
 *
 * <p>Read {@link layerwise.engine.NetworkBlock} first, then {@link layerwise.engine.BlockOf}, the translation of each
 * layer, and {@link layerwise.engine.Weights}, the numbers by name.
 *
 * <p>Loops, data and charts are not known here; and nothing outside of this package and its users loads an engine.
 */
package layerwise.engine;
