package layerwise.layers;

import java.util.List;

/**
 * y(k) = b(k) + Σ w(k, i) · x(i): every unit reads every number of a vector.
 *
 * @param units outputs
 * @param bias whether each unit adds a trained number
 */
public record Dense(int units, boolean bias) implements Primitive {

    /** Refuses a layer without units. */
    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("a dense layer needs at least one unit, got " + units);
        }
    }

    /** {@return this layer without biases} */
    public Dense noBias() {
        return new Dense(units, false);
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public Shape output(Shape input) {
        Flatten.requireVector("a dense layer", input);
        return Shape.vector(units);
    }

    @Override
    public Window window(Shape input) {
        return Window.of(1);
    }

    /** {@return weight, units × inputs, and bias, units} */
    @Override
    public List<Parameter> parameters(Shape input) {
        var weight = Parameter.of("weight", Parameter.Role.WEIGHT, units, input.channels());
        return bias ? List.of(weight, Parameter.of("bias", Parameter.Role.BIAS, units)) : List.of(weight);
    }

    /** {@return inputs · units} */
    @Override
    public long macs(Shape input) {
        return Count.product(input.size(), units);
    }

    /** {@return (inputs + 1) · units} */
    @Override
    public long connections(Shape input) {
        return Count.product(input.size() + (bias ? 1 : 0), units);
    }

    /** {@return a multiply-add for each weight} */
    @Override
    public Operations operations(Shape input) {
        return Operations.multiplyAdds(macs(input));
    }

    @Override
    public boolean pointwise() {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
