package layerwise.network;

import layerwise.layers.Layer;

/**
 * A classifier beside the network's own, which stands in the loss while training and is gone at test time (Szegedy et al.
 * 2014, section 5).
 *
 * @param name by which its layers' paths begin
 * @param after path of the part whose output it reads
 * @param body what it does with it
 * @param weight by which its loss is multiplied; 0.3 in the paper
 */
public record Head(String name, String after, Layer body, double weight) {

    /** Refuses a head without a name, and a weight that is not positive. */
    public Head {
        if (name.isBlank() || !(weight > 0)) {
            throw new IllegalArgumentException(
                    "a head needs a name and a positive weight, got \"" + name + "\" and " + weight);
        }
    }
}
