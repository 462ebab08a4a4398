/**
 * The alphabet: every layer of the course as a record that knows its own arithmetic, and the few ways to arrange layers.
 *
 * <p>Read {@link layerwise.layers.Layers} first, the words that networks are written in; then {@link
 * layerwise.layers.Conv}, a primitive, {@link layerwise.layers.Sum}, an arrangement, and {@link
 * layerwise.layers.Flow}, the one way that anything is computed from them.
 *
 * <p>Nothing here knows a library, an engine, a table or a file: {@code java.base} alone, and no I/O.
 */
package layerwise.layers;
