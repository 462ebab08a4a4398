package layerwise.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A combination of conventions beside a printed number.
 *
 * @param counting by which conventions
 * @param counts the exact number for one network, for a ratio that of each
 * @param error (ours − printed) / printed
 * @param fit how well it is the printed number; nothing where it is not
 */
public record Explanation(Counting counting, List<Long> counts, double error, Optional<Fit> fit) {

    /** The exact first, then the fewest departures, the better fit, the smaller error, and the network itself. */
    static final Comparator<Explanation> LIKELIEST = Comparator.<Explanation, Boolean>comparing(each -> !each.exact())
            .thenComparing(Explanation::weight)
            .thenComparing(each -> each.fit().map(Fit::ordinal).orElse(Fit.values().length))
            .thenComparing(Explanation::distance)
            .thenComparing(Explanation::rewritings);

    /** Copies the list. */
    public Explanation {
        counts = List.copyOf(counts);
    }

    static Explanation of(Counting counting, List<Long> counts, Quoted quoted, Quantity quantity) {
        var value = value(counts);
        var printed = quoted.digits().multiply(quoted.base(counting));
        double error =
                value.subtract(printed).divide(printed, MathContext.DECIMAL64).doubleValue();
        return new Explanation(counting, counts, error, Fit.of(value, quoted, quantity, counting));
    }

    /** {@return what departs from our way of counting} */
    public List<Convention> departures() {
        return counting.departures();
    }

    /** {@return the count, or the first count / the second} */
    public BigDecimal value() {
        return value(counts);
    }

    private static BigDecimal value(List<Long> counts) {
        return counts.stream()
                .map(BigDecimal::valueOf)
                .reduce((first, second) -> first.divide(second, MathContext.DECIMAL64))
                .orElseThrow();
    }

    private int weight() {
        return departures().stream().mapToInt(Convention::weight).sum();
    }

    private long rewritings() {
        return departures().stream().filter(each -> each.topic().ofNetwork()).count();
    }

    /** {@return how far off it is, |error|} */
    double distance() {
        return Math.abs(error);
    }

    boolean exact() {
        return fit.filter(Fit.EXACT::equals).isPresent();
    }

    /** {@return whether this needs more departures than {@code other}, with nothing gained but luck} */
    boolean idlerThan(Explanation other) {
        return departures().size() > other.departures().size()
                && departures().containsAll(other.departures())
                && (other.exact() || !exact());
    }
}
