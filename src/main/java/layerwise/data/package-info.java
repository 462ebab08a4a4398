/**
 * Labelled images as bytes in one array: digits that are drawn here, MNIST and its like from IDX files, and the
 * batches of floats that training cuts from them.
 *
 * <p>Read {@link layerwise.data.Dataset} first, then {@link layerwise.data.DrawnDigits} and {@link layerwise.data.Idx},
 * which make one, and {@link layerwise.data.Preparation}, which says how a network sees it.
 *
 * <p>This package may not know networks, engines or how training goes.
 */
package layerwise.data;
