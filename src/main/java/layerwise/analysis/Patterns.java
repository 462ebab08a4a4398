package layerwise.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.layers.Given;
import layerwise.network.Network;

/**
 * Which design patterns a network keeps, and where it breaks the others.
 *
 * @param network what is looked at
 * @param grain how closely
 * @param concerned the patterns that have something to say of it
 * @param departures by pattern, those of each in the order in which the layers work
 */
public record Patterns(Network network, Grain grain, Set<DesignPattern> concerned, List<Departure> departures) {

    /** How closely a network is looked at. */
    public enum Grain {
        /** What every way from input to output passes; what happens inside a module or a stage does not count. */
        PART("the main path, which every way passes, from each part to the next; a part is the first name of a path"),
        /** Each layer, in branches and gates too. */
        STEP("every step against what it reads, in branches and gates too");

        private final String rule;

        Grain(String rule) {
            this.rule = rule;
        }

        /** {@return what is compared with what} */
        public String rule() {
            return rule;
        }
    }

    /** What becomes of a pattern. */
    public enum Verdict {
        /** The network is built so everywhere. */
        KEPT,
        /** It departs somewhere. */
        BROKEN,
        /** There is nothing to judge: fewer than two dense layers, or no number in the name. */
        SILENT
    }

    /** Copies the set and the list. */
    public Patterns {
        concerned = Set.copyOf(concerned);
        departures = List.copyOf(departures);
    }

    /** {@return the patterns of the main path of {@code network}} */
    public static Patterns of(Network network) {
        Given.value(network, "a network");
        return of(network, Grain.PART);
    }

    /** {@return the patterns of {@code network}, looked at as closely as {@code grain} says} */
    public static Patterns of(Network network, Grain grain) {
        Given.value(network, "a network");
        Given.value(grain, "a grain");
        var outline = Outline.of(network, grain);
        var concerned = Stream.of(DesignPattern.values())
                .filter(pattern -> pattern.concerns(outline))
                .collect(Collectors.toSet());
        var departures = Stream.of(DesignPattern.values())
                .filter(concerned::contains)
                .flatMap(pattern -> pattern.departures(outline).stream())
                .toList();
        return new Patterns(network, grain, concerned, departures);
    }

    /** {@return where the network departs from {@code pattern}} */
    public List<Departure> departures(DesignPattern pattern) {
        return departures.stream()
                .filter(departure -> departure.pattern() == pattern)
                .toList();
    }

    /** {@return whether the network keeps {@code pattern}, where it speaks of it at all} */
    public Verdict verdict(DesignPattern pattern) {
        if (!concerned.contains(pattern)) {
            return Verdict.SILENT;
        }
        return departures(pattern).isEmpty() ? Verdict.KEPT : Verdict.BROKEN;
    }
}
