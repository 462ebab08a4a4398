package layerwise.layers;

import java.util.function.UnaryOperator;

/**
 * y(c, i, j) = x(c, i, j) · g(c), where g is what {@code gate} makes of x: squeeze-and-excitation (Hu et al. 2017, figure 1).
 *
 * @param gate reads the same input and writes one number for each of its maps
 */
public record Scale(Layer gate) implements Layer {

    /** Refuses a gate that is null. */
    public Scale {
        Given.value(gate, "a scale's gate");
    }

    @Override
    public <V> V send(V input, Scope scope, Flow<V> flow) {
        String path = scope.next("scale");
        V numbers = gate.send(input, scope, flow);
        return scope.at(scope.path(), () -> flow.scale(path, input, numbers));
    }

    @Override
    public Layer replacing(UnaryOperator<Layer> change) {
        return new Scale(change.apply(gate));
    }

    @Override
    public void declare(Scope scope) {
        scope.count("scale");
        gate.declare(scope);
    }
}
