/**
 * Labelled images as bytes in one array: drawn here, read from IDX, CIFAR and image files, or downloaded once; and the
 * batches of floats that training cuts from them, distorted as the papers did.
 *
 * <p>Read {@link layerwise.data.Dataset} first, then {@link layerwise.data.Datasets}, which finds one by name or folder;
 * {@link layerwise.data.Preparation}, which says how a network sees it; and {@link layerwise.data.Batches} with {@link
 * layerwise.data.Augmentation}, which say how it is learned from.
 *
 * <p>A single picture is {@link layerwise.data.Planes}: drawn, one's own, or a matrix of numbers; {@link
 * layerwise.data.Convolution} and {@link layerwise.data.Slide} let a window slide over it by plain loops.
 *
 * <p>This package may not know networks, engines or how training goes.
 */
package layerwise.data;
