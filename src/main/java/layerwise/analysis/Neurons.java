package layerwise.analysis;

import java.util.function.Predicate;
import layerwise.layers.Count;
import layerwise.layers.Given;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * Units of a network for one image; the 650,000 of AlexNet's abstract are 659,272 by this count.
 *
 * @param count units
 * @param rule which activations are units
 */
public record Neurons(long count, Rule rule) {

    /** Which activations are units. */
    public enum Rule {
        /** What convolutions and dense layers write, as in Krizhevsky et al. 2012; activation functions are part of a unit. */
        CONVOLUTION_AND_DENSE(step -> step.macs() > 0),
        /** What any layer with wires in LeCun's sense writes: pooling, subsampling and radial basis units too. */
        CONNECTED(step -> step.connections() > 0);

        private final Predicate<Step> counts;

        Rule(Predicate<Step> counts) {
            this.counts = counts;
        }
    }

    /** {@return the units of {@code network} by {@code rule}; the input has none} */
    public static Neurons of(Network network, Rule rule) {
        Given.value(network, "a network");
        Given.value(rule, "a rule");
        long count = network.steps().stream()
                .filter(rule.counts)
                .mapToLong(step -> step.output().size())
                .reduce(0, Count::sum);
        return new Neurons(count, rule);
    }

    /** {@return the units of {@code network} as the literature counts them} */
    public static Neurons of(Network network) {
        Given.value(network, "a network");
        return of(network, Rule.CONVOLUTION_AND_DENSE);
    }
}
