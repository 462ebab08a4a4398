/**
 * Lowering: from a network's description to something an engine runs. Here it is a {@link ai.djl.nn.Block}, which any
 * DJL engine can run and train, and one graph of MXNet's operators, which costs a single call from Java.
 *
 * <p>Read {@link layerwise.engine.NetworkBlock} first, then {@link layerwise.engine.BlockOf}, the translation of each
 * layer, and {@link layerwise.engine.Weights}, the numbers by name. {@link layerwise.engine.SymbolNetwork} is the same
 * network as a graph, and {@link layerwise.engine.SymbolOf} the translation of each layer there.
 *
 * <p>{@link layerwise.engine.Learner} is what a loop drives, {@link layerwise.engine.Probe} looks into a network layer by
 * layer, {@link layerwise.engine.Glance} at one node alone, and {@link layerwise.engine.MxnetModel} is a network in MXNet's own files, whoever trained it.
 *
 * <p>{@link layerwise.engine.Learner} is what a training loop drives, {@link layerwise.engine.Learners} opens the faster
 * of the two there are: {@link layerwise.engine.SymbolLearner}, one planned graph with the losses inside and one update
 * for all weights, or {@link layerwise.engine.BlockLearner}, operator by operator on any engine.
 *
 * <p>Loops, data and charts are not known here; and nothing outside of this package and its users loads an engine.
 */
package layerwise.engine;
