package layerwise.layers;

import java.util.List;

/**
 * y(c) = x(c) / (k + α · Σ x(c')²)^β over the {@code size} maps around c: lateral inhibition between maps (Krizhevsky et al.
 * 2012, section 3.3).
 *
 * <p>The sum is of squares, not their mean: libraries that divide α by n call another function by this name.
 *
 * @param size n, neighbouring maps in the sum; odd
 * @param k what is added to the sum
 * @param alpha α
 * @param beta β
 */
public record LocalResponseNorm(int size, double k, double alpha, double beta) implements Primitive {

    /** Refuses an even size, for which no map is in the middle, and what may divide by 0. */
    public LocalResponseNorm {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException("a local response norm reads an odd number of maps, got " + size);
        }
        if (!(k > 0 && alpha >= 0 && Double.isFinite(k + alpha + beta))) {
            throw new IllegalArgumentException("a local response norm needs k > 0, alpha ≥ 0 and a beta, got " + k
                    + ", " + alpha + " and " + beta + "; AlexNet has 2, 1e-4 and 0.75");
        }
    }

    @Override
    public String kind() {
        return "lrn";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Window window(Shape input) {
        return Window.of(1);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public long macs(Shape input) {
        return 0;
    }

    /** {@return 0: nothing in it is weighted} */
    @Override
    public long connections(Shape input) {
        return 0;
    }

    /** {@return for each activation n multiply-adds of squares, an addition of k, a power, and two divisions} */
    @Override
    public Operations operations(Shape input) {
        return new Operations(size, 1, 0, 2, 1).times(input.size());
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
