package layerwise.network;

import layerwise.layers.Given;
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

    /** Refuses a head without a name or a place, and a weight that is no positive number. */
    public Head {
        Given.value(name, "a head's name");
        Given.value(after, "the path of the part that the head " + name + " reads");
        Given.value(body, "the body of the head " + name);
        if (name.isBlank() || name.contains("/")) {
            throw new IllegalArgumentException(
                    "a head's name is one segment of a path, not empty and without /, got \"" + name + "\"");
        }
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the loss of the head " + name
                    + " is multiplied by a positive number, got " + weight + "; the paper has 0.3");
        }
    }
}
