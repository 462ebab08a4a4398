/** x. */
package layerwise.layers;
