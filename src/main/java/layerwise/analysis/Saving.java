package layerwise.analysis;

import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * What it costs to do a thing in two ways, for one image.
 *
 * @param before one way
 * @param after the other
 */
public record Saving(Cost before, Cost after) {

    /** {@return both ways of reading {@code input}} */
    static Saving of(Shape input, Layer before, Layer after) {
        return new Saving(cost(input, before), cost(input, after));
    }

    private static Cost cost(Shape input, Layer layer) {
        return Cost.of(Network.network("what if", input, layer));
    }

    /** {@return multiply-accumulates before / after; infinite where the other way needs none} */
    public double macsRatio() {
        return (double) before.macs() / after.macs();
    }

    /** {@return parameters before / after; infinite where the other way needs none} */
    public double parametersRatio() {
        return (double) before.parameters() / after.parameters();
    }
}
