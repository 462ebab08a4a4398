package layerwise.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.analysis.Convention.Topic;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * A combination of conventions: ours but for some departures.
 *
 * @param departures at most one a topic, in the order of {@link Convention}
 */
public record Counting(List<Convention> departures) {

    /** Ours: the network as described, trained numbers, MACs, single precision, powers of 1000, rounded. */
    public static final Counting PLAIN = new Counting(List.of());

    /** Sorts the list and refuses two conventions of one topic. */
    public Counting {
        departures = departures.stream().sorted().toList();
        long topics = departures.stream().map(Convention::topic).distinct().count();
        if (topics < departures.size()) {
            throw new IllegalArgumentException(
                    "conventions are combined one a topic, got " + departures + "; leave one of a topic out");
        }
    }

    /** {@return the combination of {@code departures}} */
    public static Counting of(Convention... departures) {
        return new Counting(List.of(departures));
    }

    /** {@return this combination with one more departure} */
    Counting with(Convention more) {
        return new Counting(Stream.concat(departures.stream(), Stream.of(more)).toList());
    }

    /** {@return this combination without one departure} */
    Counting without(Convention less) {
        return new Counting(departures.stream().filter(each -> each != less).toList());
    }

    /** {@return what this combination departs to in {@code topic}, or nothing where it does not depart} */
    public Optional<Convention> in(Topic topic) {
        return departures.stream().filter(each -> each.topic() == topic).findFirst();
    }

    private boolean has(Convention convention) {
        return departures.contains(convention);
    }

    /**
     * {@return the network that is counted in place of {@code network}}
     *
     * @throws IllegalArgumentException if its layers do not fit
     */
    public Network of(Network network) {
        Network counted = network;
        for (Convention each : departures) {
            counted = each.of(counted);
        }
        return counted;
    }

    /**
     * {@return how many there are of {@code quantity} in {@code network} by these conventions}
     *
     * @throws IllegalArgumentException if the layers of a variant do not fit
     * @throws ArithmeticException if there are more than 2⁶³ − 1
     */
    public long count(Quantity quantity, Network network) {
        return count(quantity, Traced.of(of(network)));
    }

    /** {@return the count where {@code variant} is already the network that is counted} */
    long count(Quantity quantity, Traced variant) {
        return switch (quantity) {
            case PARAMETERS -> parameters(ParameterCount.of(steps(variant)));
            case OPERATIONS -> operations(Cost.of(steps(variant)));
            case BYTES -> bytes(variant);
        };
    }

    private List<Step> steps(Traced variant) {
        return variant.steps(heads()).stream().filter(this::counts).toList();
    }

    private Heads heads() {
        return has(Convention.WITH_HEADS) ? Heads.WITH : Heads.WITHOUT;
    }

    /** Norms belong to the convolutions before them. */
    private boolean counts(Step step) {
        if (has(Convention.DENSE)) {
            return step.layer() instanceof Dense;
        }
        return !has(Convention.CONVOLUTIONS) || step.layer() instanceof Conv || step.layer() instanceof BatchNorm;
    }

    private long parameters(ParameterCount count) {
        return count.weights()
                + (has(Convention.NO_BIASES) ? 0 : count.biases())
                + (has(Convention.NO_SCALES) ? 0 : count.scales())
                + count.shifts()
                + (has(Convention.UNTRAINED) ? count.untrained() : 0);
    }

    private long operations(Cost cost) {
        return has(Convention.CONNECTIONS)
                ? cost.connections()
                : has(Convention.TWO_PER_MAC) ? Math.multiplyExact(2, cost.macs()) : cost.macs();
    }

    private long bytes(Traced variant) {
        var file = in(Topic.FILE);
        boolean deployed = file.filter(Convention::folds).isPresent();
        var numbers = deployed ? folded(variant.network()) : ParameterCount.of(variant.steps(heads()));
        return ModelFile.of(
                        has(Convention.NO_SCALES) ? unscaled(numbers) : numbers,
                        file.map(Convention::precision).orElse(Precision.FP32),
                        file.map(Convention::optimizer).orElse(Optimizer.SGD))
                .bytes();
    }

    private ParameterCount folded(Network network) {
        var own = ModelFile.folded(network);
        return heads() == Heads.WITHOUT
                ? own
                : network.headNetworks().stream().map(ModelFile::folded).reduce(own, ParameterCount::plus);
    }

    private static ParameterCount unscaled(ParameterCount count) {
        return new ParameterCount(
                count.weights(), count.biases(), 0, count.shifts(), count.statistics(), count.fixed());
    }
}
