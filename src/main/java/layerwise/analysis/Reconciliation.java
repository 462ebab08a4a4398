package layerwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.layers.Given;
import layerwise.network.Network;

/**
 * The conventions by which a printed number is what a network has, or that there are none.
 *
 * <p>Nearly every number can be hit if enough is allowed to depart: at most {@link #MOST} conventions are combined, what
 * changes nothing or is not needed is left out, and {@code tried} says of how many the explanations are.
 *
 * @param networks what is counted; two for a ratio
 * @param quoted what was printed
 * @param quantity of which it was searched
 * @param explanations combinations that yield it, the likeliest first
 * @param nearest where none does: ours, and the nearest of one departure, of two and of three
 * @param tried combinations that were counted
 */
public record Reconciliation(
        List<Network> networks,
        Quoted quoted,
        Quantity quantity,
        List<Explanation> explanations,
        List<Explanation> nearest,
        int tried) {

    /** Departures that one explanation may need. */
    public static final int MOST = 3;

    /** Copies the lists. */
    public Reconciliation {
        networks = List.copyOf(networks);
        explanations = List.copyOf(explanations);
        nearest = List.copyOf(nearest);
    }

    /** {@return whether some combination yields the number} */
    public boolean found() {
        return !explanations.isEmpty();
    }

    /** {@return the likeliest explanation, or nothing where there is none} */
    public Optional<Explanation> likeliest() {
        return explanations.stream().findFirst();
    }

    /** {@return what {@code network} is said to have; {@code 13_000_000} is read as 13M} */
    public static Reconciliation reconcile(Network network, long quoted) {
        Given.value(network, "a network");
        return reconcile(network, Quoted.of(quoted));
    }

    /**
     * {@return what {@code network} is said to have; of parameters and operations, of whichever it has nearly as many}
     *
     * @throws IllegalArgumentException if a ratio was quoted
     */
    public static Reconciliation reconcile(Network network, Quoted quoted) {
        Given.value(network, "a network");
        Given.value(quoted, "a printed number");
        var nearest = quoted.unit().quantities().stream()
                .min(Comparator.comparing(quantity -> Math.abs(Math.log(
                        Counting.PLAIN.count(quantity, network) / quoted.value().doubleValue()))));
        return reconcile(network, quoted, nearest.orElseThrow());
    }

    /**
     * {@return what {@code network} is said to have of {@code quantity}}
     *
     * @throws IllegalArgumentException if a ratio was quoted
     */
    public static Reconciliation reconcile(Network network, Quoted quoted, Quantity quantity) {
        Given.value(network, "a network");
        Given.value(quoted, "a printed number");
        Given.value(quantity, "a quantity");
        checkNoRatio(network, quoted);
        return of(List.of(network), quoted, quantity);
    }

    /**
     * {@return how many times one of two networks is said to have what the other has, both by the same conventions; the
     * larger is divided by the smaller}
     *
     * @throws IllegalArgumentException if no ratio was quoted
     */
    public static Reconciliation ratio(Network network, Network other, Quoted quoted, Quantity quantity) {
        Given.value(network, "a network");
        Given.value(other, "a network");
        Given.value(quoted, "a printed number");
        Given.value(quantity, "a quantity");
        boolean ratio = quoted.unit() == Quoted.Unit.TIMES || quoted.unit() == Quoted.Unit.UNSAID;
        if (!ratio || quoted.prefix() != Quoted.Prefix.ONE) {
            throw new IllegalArgumentException(network.name() + " and " + other.name()
                    + ": expected how many times, such as 12×, got " + quoted.text());
        }
        boolean larger = Counting.PLAIN.count(quantity, network) >= Counting.PLAIN.count(quantity, other);
        return of(larger ? List.of(network, other) : List.of(other, network), quoted, quantity);
    }

    private static void checkNoRatio(Network network, Quoted quoted) {
        if (quoted.unit() == Quoted.Unit.TIMES) {
            throw new IllegalArgumentException(network.name() + ": " + quoted.text()
                    + " compares two networks; name the other, or leave the × out");
        }
    }

    private static Reconciliation of(List<Network> networks, Quoted quoted, Quantity quantity) {
        var all = Trials.of(quantity, networks).entrySet().stream()
                .flatMap(trial -> prints(quantity, trial.getKey(), quoted, networks.size())
                        .map(counting -> Explanation.of(counting, trial.getValue(), quoted, quantity)))
                .toList();
        var hits = all.stream().filter(each -> each.fit().isPresent()).toList();
        var likely = likely(hits.stream()
                .filter(each -> hits.stream().noneMatch(each::idlerThan))
                .sorted(Explanation.LIKELIEST)
                .toList());
        return new Reconciliation(
                networks, quoted, quantity, likely, likely.isEmpty() ? nearest(all) : List.of(), all.size());
    }

    /** What needs two departures more than another explanation is a coincidence. */
    private static List<Explanation> likely(List<Explanation> explanations) {
        int fewest = explanations.stream()
                .mapToInt(each -> each.departures().size())
                .min()
                .orElse(0);
        return explanations.stream()
                .filter(each -> each.departures().size() <= fewest + 1 || each.exact())
                .toList();
    }

    /** A counting with all ways of printing what it counts; a ratio has no K and no M. */
    private static Stream<Counting> prints(Quantity quantity, Counting counting, Quoted quoted, int networks) {
        var prints = new ArrayList<>(List.of(counting));
        for (Convention each : quantity.conventions()) {
            if (each.topic().ofPrint() && quoted.mayBe(each) && networks == 1) {
                prints.stream()
                        .filter(one -> one.in(each.topic()).isEmpty()
                                && one.departures().size() < MOST)
                        .toList()
                        .forEach(one -> prints.add(one.with(each)));
            }
        }
        return prints.stream();
    }

    /** Ours, and with each further departure the nearest, where it is nearer than with fewer. */
    private static List<Explanation> nearest(List<Explanation> all) {
        var nearest = new ArrayList<Explanation>();
        for (int most = 0; most <= MOST; most++) {
            int departures = most;
            all.stream()
                    .filter(each -> each.departures().size() == departures)
                    .filter(each -> each.counting().in(Convention.Topic.DIGITS).isEmpty())
                    .min(Comparator.comparing(Explanation::distance))
                    .filter(each -> nearest.stream().allMatch(other -> each.distance() < other.distance()))
                    .ifPresent(nearest::add);
        }
        return nearest;
    }
}
