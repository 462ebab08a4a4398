package layerwise.layers;

import java.util.List;

/**
 * y(c, i, j) = w(c) · Σ window + b(c): LeNet-5's trained pooling, one coefficient and one bias for each map (LeCun et al.
 * 1998, section II-B, layer S2).
 *
 * @param window the window and how it moves
 */
public record Subsample(Window window) implements Primitive {

    /** Refuses a dilated window, padding as wide as the window, and rounding up, which the paper's layer does not know. */
    public Subsample {
        Given.value(window, "a subsampling's window");
        window.requirePooling("a subsampling");
        if (window.rounding() == Rounding.UP) {
            throw new IllegalArgumentException(
                    "a subsampling's window rounds down, got one that rounds up; use a pooling for that");
        }
    }

    @Override
    public String kind() {
        return "subsample";
    }

    @Override
    public Shape output(Shape input) {
        return window.over(input, input.channels());
    }

    @Override
    public Window window(Shape input) {
        return window;
    }

    /** {@return weight, channels, and bias, channels} */
    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(
                Parameter.of("weight", Parameter.Role.WEIGHT, input.channels()),
                Parameter.of("bias", Parameter.Role.BIAS, input.channels()));
    }

    /** {@return 0: a coefficient multiplies a sum that is counted with pooling, as in the golden tables} */
    @Override
    public long macs(Shape input) {
        return 0;
    }

    /** {@return (window area + 1) · output activations: the paper's 5,880 of S2} */
    @Override
    public long connections(Shape input) {
        return Count.product(window.area() + 1, output(input).size());
    }

    /** {@return window area additions, then a multiply-add, for each output activation} */
    @Override
    public Operations operations(Shape input) {
        long outputs = output(input).size();
        return new Operations(outputs, Count.product(window.area(), outputs), 0, 0, 0);
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
