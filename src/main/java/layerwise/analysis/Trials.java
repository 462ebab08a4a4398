package layerwise.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.network.Network;

/** Every combination of a few conventions, with what networks count by it. */
final class Trials {
    private final Quantity quantity;
    private final List<Convention> conventions;
    private final Map<List<Convention>, Optional<List<Traced>>> variants = new HashMap<>();
    private final Map<Counting, List<Long>> counts = new HashMap<>();

    private Trials(Quantity quantity, List<Network> networks) {
        this.quantity = quantity;
        var described = Optional.of(networks.stream().map(Traced::of).toList());
        variants.put(List.of(), described);
        conventions = quantity.conventions().stream()
                .filter(each -> !each.topic().ofPrint())
                .filter(each ->
                        !each.topic().ofNetwork() || !variants(List.of(each)).equals(described))
                .toList();
    }

    /**
     * {@return countings of at most {@link Reconciliation#MOST} departures, each with a count a network}
     *
     * <p>Left out are those that do not fit, that count nothing, and those in which a departure changes nothing.
     */
    static Map<Counting, List<Long>> of(Quantity quantity, List<Network> networks) {
        var trials = new Trials(quantity, networks);
        var kept = new LinkedHashMap<Counting, List<Long>>();
        var last = List.of(Counting.PLAIN);
        trials.count(Counting.PLAIN);
        for (int departures = 0; departures <= Reconciliation.MOST; departures++) {
            last.stream().filter(trials::needsAll).forEach(each -> kept.put(each, trials.counts.get(each)));
            last = last.stream().flatMap(trials::extended).toList();
        }
        return kept;
    }

    /** One convention more, of a later topic, so that every combination comes once. */
    private Stream<Counting> extended(Counting counting) {
        return conventions.stream()
                .filter(each -> follows(each, counting))
                .map(counting::with)
                .filter(this::count);
    }

    private static boolean follows(Convention convention, Counting counting) {
        var departures = counting.departures();
        return departures.isEmpty()
                || departures.get(departures.size() - 1).topic().compareTo(convention.topic()) < 0;
    }

    /** Whether it could be counted: the layers of a variant may not fit. */
    private boolean count(Counting counting) {
        var variant = variants(counting.departures().stream()
                .filter(each -> each.topic().ofNetwork())
                .toList());
        variant.ifPresent(networks -> counts.put(
                counting,
                networks.stream()
                        .map(network -> counting.count(quantity, network))
                        .toList()));
        return variant.isPresent();
    }

    private Optional<List<Traced>> variants(List<Convention> departures) {
        var known = variants.get(departures);
        if (known == null) {
            int last = departures.size() - 1;
            known = variants(departures.subList(0, last)).flatMap(networks -> changed(networks, departures.get(last)));
            variants.put(departures, known);
        }
        return known;
    }

    private static Optional<List<Traced>> changed(List<Traced> networks, Convention convention) {
        try {
            return Optional.of(networks.stream()
                    .map(traced -> Traced.of(convention.of(traced.network())))
                    .toList());
        } catch (IllegalArgumentException misfit) {
            return Optional.empty();
        }
    }

    private boolean needsAll(Counting counting) {
        var own = counts.get(counting);
        return own.stream().noneMatch(number -> number == 0)
                && counting.departures().stream().noneMatch(each -> own.equals(counts.get(counting.without(each))));
    }
}
