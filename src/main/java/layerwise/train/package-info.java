/**
 * Training: a {@link layerwise.train.Recipe} says how, {@link layerwise.train.Training} does it, and a {@link
 * layerwise.train.Run} says what was trained, on what, with which result.
 *
 * <p>Read {@link layerwise.train.Recipe} first, then {@link layerwise.train.Training}; what comes out, a {@link
 * layerwise.train.Classifier}, is a value: a network and its numbers, without an engine.
 *
 * <p>Charts, tables and notebooks are not known here; a {@link layerwise.train.Progress} listens.
 */
package layerwise.train;
