package layerwise.engine;

import java.util.Set;
import java.util.TreeSet;
import layerwise.network.Network;

/**
 * What one step of training makes small, and how it moves the weights.
 *
 * @param criterion the loss of an image
 * @param smoothing ε of the label smoothing: the target is 1 − ε + ε/K for the right class, ε/K for each other of K
 *     (Szegedy et al. 2015, section 7)
 * @param rule how a weight follows its gradient
 * @param decay λ, the share of a weight that is added to its gradient
 * @param frozen paths of parts, {@code conv1} or {@code stage1/unit1}, that answer as at test time and learn nothing
 */
public record Learning(Criterion criterion, double smoothing, UpdateRule rule, double decay, Set<String> frozen) {

    /** Copies the set; refuses smoothing where outputs are penalties, which have no classes to spread over. */
    public Learning {
        frozen = Set.copyOf(frozen);
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("label smoothing is from 0 to below 1, got " + smoothing);
        }
        if (smoothing > 0 && criterion == Criterion.MAXIMUM_A_POSTERIORI) {
            throw new IllegalArgumentException("label smoothing needs a softmax over classes, got outputs that are"
                    + " penalties, which have a rubbish class instead; set it to 0");
        }
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("weight decay is from 0 to below 1, got " + decay);
        }
    }

    /** {@return plain stochastic gradient descent on {@code criterion}} */
    public static Learning of(Criterion criterion) {
        return of(criterion, 0, 0);
    }

    /** {@return stochastic gradient descent on {@code criterion} with momentum and weight decay} */
    public static Learning of(Criterion criterion, double momentum, double decay) {
        return new Learning(criterion, 0, new UpdateRule.Sgd(momentum), decay, Set.of());
    }

    /** {@return whether the part at {@code path} is frozen, or a part around it is} */
    public boolean freezes(String path) {
        return frozen.stream().anyMatch(part -> path.equals(part) || path.startsWith(part + "/"));
    }

    /**
     * {@return this}
     *
     * @throws IllegalArgumentException if a frozen path leads to no part of {@code network}, or nothing is left to learn
     */
    public Learning checkedFor(Network network) {
        for (String part : frozen) {
            if (network.graph().last(part).isEmpty()) {
                throw new IllegalArgumentException(network.name() + ": asked to freeze " + part
                        + ", which there is not; name a part of the network, such as "
                        + network.steps().get(0).path().split("/")[0]);
            }
        }
        if (!frozen.isEmpty()
                && network.steps().stream().allMatch(step -> step.parameters() == 0 || freezes(step.path()))) {
            throw new IllegalArgumentException(network.name() + ": asked to freeze "
                    + String.join(", ", new TreeSet<>(frozen)) + ", which leaves nothing to learn; leave a part out");
        }
        return this;
    }
}
