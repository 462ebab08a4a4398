package layerwise.layers;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One layer after another; the empty sequence is the identity.
 *
 * @param layers in the order in which they work
 */
public record Sequence(List<Layer> layers) implements Layer {

    /** Copies the list and refuses a layer that is null. */
    public Sequence {
        layers = Given.all(layers, "a layer of a sequence");
    }

    @Override
    public <V> V send(V input, Scope scope, Flow<V> flow) {
        V value = input;
        for (Layer layer : layers) {
            value = layer.send(value, scope, flow);
        }
        return value;
    }

    @Override
    public Layer replacing(UnaryOperator<Layer> change) {
        return Layers.sequence(layers.stream().map(change).toList());
    }

    @Override
    public void declare(Scope scope) {
        layers.forEach(layer -> layer.declare(scope));
    }
}
