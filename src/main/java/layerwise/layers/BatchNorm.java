package layerwise.layers;

import java.util.List;

/**
 * y = γ(c) · (x − μ(c)) / √(σ²(c) + ε) + β(c): each map brought to mean 0 and variance 1, then scaled and shifted (Ioffe
 * and Szegedy 2015, algorithm 1).
 *
 * <p>While training μ and σ² are those of the batch; afterwards the running ones that the layer keeps.
 *
 * @param epsilon ε, which keeps the root from 0
 */
public record BatchNorm(double epsilon) implements Primitive {

    /** Refuses an ε that is not a positive number. */
    public BatchNorm {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a batch norm's epsilon is positive, got " + epsilon + "; libraries use 1e-5");
        }
    }

    /** With ε = 10⁻⁵, which libraries use. */
    public BatchNorm() {
        this(1e-5);
    }

    @Override
    public String kind() {
        return "batchnorm";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Window window(Shape input) {
        return Window.of(1);
    }

    /** {@return scale and shift, trained, and running mean and variance, not trained; channels numbers each} */
    @Override
    public List<Parameter> parameters(Shape input) {
        int channels = input.channels();
        return List.of(
                Parameter.of("scale", Parameter.Role.SCALE, channels),
                Parameter.of("shift", Parameter.Role.SHIFT, channels),
                Parameter.of("mean", Parameter.Role.MEAN, channels),
                Parameter.of("variance", Parameter.Role.VARIANCE, channels));
    }

    /** {@return 0: once trained it folds into the convolution before it} */
    @Override
    public long macs(Shape input) {
        return 0;
    }

    /** {@return 2 · activations: each is scaled and shifted} */
    @Override
    public long connections(Shape input) {
        return Count.product(2, input.size());
    }

    /** {@return for each activation a subtraction of μ, a division by the root, and a multiply-add of γ and β} */
    @Override
    public Operations operations(Shape input) {
        return new Operations(1, 1, 0, 1, 0).times(input.size());
    }

    @Override
    public boolean pointwise() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
