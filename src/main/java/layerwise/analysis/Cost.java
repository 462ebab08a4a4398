package layerwise.analysis;

import java.util.Collection;
import layerwise.layers.Count;
import layerwise.layers.Given;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * What a network, or a part of it, costs for one image.
 *
 * @param parameters numbers that training may change: weights and biases, not fixed centres
 * @param macs multiply-accumulates of the weights; biases, pooling and activations are not counted
 * @param connections wires in the sense of LeCun et al. 1998: every input of every unit, biases and fixed centres too
 */
public record Cost(long parameters, long macs, long connections) {

    /** Nothing. */
    public static final Cost ZERO = new Cost(0, 0, 0);

    /** {@return the cost of one step} */
    public static Cost of(Step step) {
        Given.value(step, "a step");
        return new Cost(step.parameters(), step.macs(), step.connections());
    }

    /** {@return the cost of all of {@code steps} together} */
    public static Cost of(Collection<Step> steps) {
        Given.value(steps, "a list of steps");
        return steps.stream().map(Cost::of).reduce(ZERO, Cost::plus);
    }

    /** {@return the cost of the whole network} */
    public static Cost of(Network network) {
        Given.value(network, "a network");
        return of(network.steps());
    }

    /**
     * {@return both together}
     *
     * @throws IllegalArgumentException if a total is beyond 2⁶³ − 1
     */
    public Cost plus(Cost other) {
        return new Cost(
                Count.sum(parameters, other.parameters),
                Count.sum(macs, other.macs),
                Count.sum(connections, other.connections));
    }
}
