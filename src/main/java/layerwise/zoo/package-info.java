/**
 * The papers: one class a family, each definition to be read beside the table it follows.
 *
 * <p>Read {@link layerwise.zoo.LeNet5} first; {@link layerwise.zoo.Zoo} finds a network by its id.
 *
 * <p>Nothing here counts, draws or trains: a definition is a value, and everything else is computed from it.
 */
package layerwise.zoo;
