package layerwise.analysis;

import java.util.Collection;
import layerwise.layers.Count;
import layerwise.layers.Given;
import layerwise.layers.Parameter;
import layerwise.layers.Parameter.Role;
import layerwise.layers.Scope;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * Numbers that a network keeps, by what they are for.
 *
 * @param weights multiply an activation; trained
 * @param biases are added to a weighted sum; trained
 * @param scales γ of the norms; trained
 * @param shifts β of the norms; trained
 * @param statistics running means and variances of the norms; counted from the data, not trained
 * @param fixed chosen by hand, like the codes of LeNet-5's output; never trained
 */
public record ParameterCount(long weights, long biases, long scales, long shifts, long statistics, long fixed) {

    /** Nothing. */
    public static final ParameterCount ZERO = new ParameterCount(0, 0, 0, 0, 0, 0);

    /** {@return the numbers of one parameter; where a connection table leaves crosses out, only those that are free} */
    public static ParameterCount of(Parameter parameter) {
        Given.value(parameter, "a parameter");
        Role role = parameter.role();
        long free = parameter.free();
        return new ParameterCount(
                role == Role.WEIGHT ? free : 0,
                role == Role.BIAS ? free : 0,
                role == Role.SCALE ? free : 0,
                role == Role.SHIFT ? free : 0,
                role == Role.MEAN || role == Role.VARIANCE ? free : 0,
                role == Role.FIXED ? free : 0);
    }

    /** {@return the numbers of one step} */
    public static ParameterCount of(Step step) {
        Given.value(step, "a step");
        return step.layer().parameters(step.input()).stream()
                .map(ParameterCount::of)
                .reduce(ZERO, ParameterCount::plus);
    }

    /** {@return the numbers of all of {@code steps} together} */
    public static ParameterCount of(Collection<Step> steps) {
        Given.value(steps, "a list of steps");
        return steps.stream().map(ParameterCount::of).reduce(ZERO, ParameterCount::plus);
    }

    /** {@return the numbers of the whole network, with or without its auxiliary heads} */
    public static ParameterCount of(Network network, Heads heads) {
        Given.value(network, "a network");
        Given.value(heads, "whether heads count");
        return Scope.located(network.name(), () -> of(heads.steps(network)));
    }

    /** {@return the numbers of the whole network without auxiliary heads} */
    public static ParameterCount of(Network network) {
        Given.value(network, "a network");
        return of(network, Heads.WITHOUT);
    }

    /** {@return weights + biases + scales + shifts: what PyTorch's tables print} */
    public long trainable() {
        return Count.sum(weights, biases, scales, shifts);
    }

    /** {@return statistics + fixed} */
    public long untrained() {
        return Count.sum(statistics, fixed);
    }

    /** {@return trainable + untrained: what Keras prints as the total} */
    public long total() {
        return Count.sum(trainable(), untrained());
    }

    /** {@return both together} */
    public ParameterCount plus(ParameterCount other) {
        return new ParameterCount(
                Count.sum(weights, other.weights),
                Count.sum(biases, other.biases),
                Count.sum(scales, other.scales),
                Count.sum(shifts, other.shifts),
                Count.sum(statistics, other.statistics),
                Count.sum(fixed, other.fixed));
    }
}
