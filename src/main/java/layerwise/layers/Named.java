package layerwise.layers;

import java.util.function.UnaryOperator;

/**
 * A part of a network under the name the paper gives it.
 *
 * @param name one segment of a path: not empty, without {@code /}
 * @param layer what bears the name
 */
public record Named(String name, Layer layer) implements Layer {

    /** Refuses a name that could not be a segment of a path. */
    public Named {
        Given.value(name, "a layer's name");
        Given.value(layer, "the layer that is named " + name);
        if (name.isBlank() || name.contains("/")) {
            throw new IllegalArgumentException(
                    "a layer's name is one segment of a path, not empty and without /, got \"" + name + "\"");
        }
    }

    @Override
    public <V> V send(V input, Scope scope, Flow<V> flow) {
        return layer.send(input, scope.inside(name, layer), flow);
    }

    @Override
    public Layer replacing(UnaryOperator<Layer> change) {
        return new Named(name, change.apply(layer));
    }

    @Override
    public void declare(Scope scope) {
        scope.claim(name);
    }
}
