package layerwise.layers;

import java.util.List;
import java.util.Optional;

/**
 * z(k, i, j) = b(k) + Σ x(c, i·s + u, j·s + v) · w(k, c, u, v): {@code filters} windows slide over the input maps.
 *
 * <p>Weights: filters × channels/groups × kernel height × kernel width; a depthwise convolution has as many groups as
 * channels. With a {@link Wiring} each output map reads only the input maps of its column, as in C3 of LeNet-5.
 *
 * @param filters output maps
 * @param window the kernel and how it moves
 * @param groups parts into which input and output maps are split; each output map reads its own part only
 * @param bias whether each filter adds a trained number
 * @param wiring the connection table, where not every pair of maps is connected
 */
public record Conv(int filters, Window window, int groups, boolean bias, Optional<Wiring> wiring) implements Primitive {

    /** Refuses a filter count that groups do not divide, and a connection table with another number of columns. */
    public Conv {
        Given.value(window, "a convolution's window");
        Given.value(wiring, "a convolution's connection table, or Optional.empty(),");
        if (filters < 1) {
            throw new IllegalArgumentException("a convolution needs at least one filter, got " + filters);
        }
        if (groups < 1 || filters % groups != 0) {
            throw new IllegalArgumentException("a convolution's groups must divide its filters, got " + filters
                    + " filters in " + groups + " groups");
        }
        if (window.rounding() == Rounding.UP) {
            throw new IllegalArgumentException(
                    "a convolution's window rounds down, got one that rounds up; rounding up is for pooling");
        }
        if (wiring.isPresent()) {
            checkWiring(wiring.get(), filters, groups);
        }
    }

    private static void checkWiring(Wiring wiring, int filters, int groups) {
        if (wiring.outputs() != filters) {
            throw new IllegalArgumentException("a connection table needs a column for each of the " + filters
                    + " filters, got " + wiring.outputs() + " columns");
        }
        if (groups > 1) {
            throw new IllegalArgumentException("a convolution has a connection table or groups, got both (" + groups
                    + " groups); write the groups into the table");
        }
    }

    private Conv window(Window changed) {
        return new Conv(filters, changed, groups, bias, wiring);
    }

    /** {@return this convolution moving by {@code stride} both ways} */
    public Conv stride(int stride) {
        return window(window.stride(stride));
    }

    /** {@return this convolution over an input with {@code padding} zeros on all four sides} */
    public Conv pad(int padding) {
        return window(window.pad(padding));
    }

    /** {@return this convolution with {@code vertical} zeros above and below and {@code horizontal} left and right} */
    public Conv pad(int vertical, int horizontal) {
        return window(window.pad(vertical, horizontal));
    }

    /** {@return this convolution padded by (k − 1)/2, which keeps the side at stride 1} */
    public Conv same() {
        return window(window.same());
    }

    /** {@return this convolution with taps {@code dilation} apart} */
    public Conv dilation(int dilation) {
        return window(window.dilation(dilation));
    }

    /** {@return this convolution in {@code groups} that do not see each other} */
    public Conv groups(int groups) {
        return new Conv(filters, window, groups, bias, wiring);
    }

    /** {@return this convolution without biases} */
    public Conv noBias() {
        return new Conv(filters, window, groups, false, wiring);
    }

    /** {@return this convolution connected as {@code wiring} says} */
    public Conv wired(Wiring wiring) {
        return new Conv(
                filters, window, groups, bias, Optional.of(Given.value(wiring, "a convolution's connection table")));
    }

    @Override
    public String kind() {
        return "conv";
    }

    @Override
    public Shape output(Shape input) {
        if (input.channels() % groups != 0) {
            throw new IllegalArgumentException(
                    "groups must divide the input's channels, got " + groups + " groups for " + input);
        }
        wiring.ifPresent(table -> checkInputs(table, input));
        return window.over(input, filters);
    }

    private static void checkInputs(Wiring table, Shape input) {
        int highest = table.inputs().stream()
                .flatMap(List::stream)
                .mapToInt(map -> map)
                .max()
                .orElseThrow();
        if (highest >= input.channels()) {
            throw new IllegalArgumentException("the connection table reads input map " + highest
                    + ", counted from 0, got an input of " + input + " with " + input.channels() + " maps");
        }
    }

    @Override
    public Window window(Shape input) {
        return window;
    }

    /** {@return weight, filters × channels/groups × kernel, and bias, filters; a table frees only its links} */
    @Override
    public List<Parameter> parameters(Shape input) {
        var weight = new Parameter(
                "weight",
                Parameter.Role.WEIGHT,
                List.of(
                        filters,
                        input.channels() / groups,
                        window.rows().size(),
                        window.columns().size()),
                weights(input),
                List.of());
        return bias ? List.of(weight, Parameter.of("bias", Parameter.Role.BIAS, filters)) : List.of(weight);
    }

    /** {@return kernel planes · kernel area, where a plane joins one input map to one output map} */
    private long weights(Shape input) {
        long planes = wiring.map(Wiring::links).orElse(Count.product(filters, input.channels() / groups));
        return Count.product(planes, window.area());
    }

    /** {@return weights · output positions} */
    @Override
    public long macs(Shape input) {
        return Count.product(weights(input), output(input).area());
    }

    /** {@return (weights + biases) · output positions} */
    @Override
    public long connections(Shape input) {
        return Count.product(
                Count.sum(weights(input), bias ? filters : 0), output(input).area());
    }

    /** {@return a multiply-add for each weight at each position} */
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
