package layerwise.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import layerwise.analysis.Cost;
import layerwise.analysis.Summary;
import tech.tablesaw.api.Table;

/**
 * Our numbers beside those that a paper prints, a line a part.
 *
 * @param what is counted, {@code parameters}
 * @param lines in the order of the network, then the total
 */
public record Comparison(String what, List<Line> lines) implements Printed {

    /** The part that stands for the whole network. */
    public static final String TOTAL = "TOTAL";

    /**
     * A part with both numbers.
     *
     * @param part a path, {@code C3}; it stands for itself and everything inside
     * @param ours what we count
     * @param paper what the paper prints
     */
    public record Line(String part, long ours, long paper) {

        /** {@return whether both are the same number} */
        public boolean agree() {
            return ours == paper;
        }
    }

    /** Copies the list. */
    public Comparison {
        lines = List.copyOf(lines);
    }

    /**
     * {@return trained parameters beside the paper's, by part; {@link #TOTAL} for all}
     *
     * @throws IllegalArgumentException if the network has no such part
     */
    public static Comparison parameters(Summary summary, Map<String, Long> paper) {
        return of("parameters", summary, Cost::parameters, paper);
    }

    /**
     * {@return connections, biases counted, beside the paper's, by part; {@link #TOTAL} for all}
     *
     * @throws IllegalArgumentException if the network has no such part
     */
    public static Comparison connections(Summary summary, Map<String, Long> paper) {
        return of("connections", summary, Cost::connections, paper);
    }

    private static Comparison of(String what, Summary summary, ToLongFunction<Cost> count, Map<String, Long> paper) {
        var parts = parts(summary);
        check(summary, parts, paper.keySet());
        var lines = parts.stream()
                .filter(paper::containsKey)
                .map(part -> new Line(part, count.applyAsLong(cost(summary, part)), paper.get(part)))
                .toList();
        return new Comparison(what, lines);
    }

    private static void check(Summary summary, Set<String> parts, Set<String> named) {
        named.stream()
                .filter(part -> !parts.contains(part))
                .sorted()
                .findFirst()
                .ifPresent(part -> {
                    throw new IllegalArgumentException(summary.network().name() + ": expected a part to compare, got "
                            + part + "; there are " + String.join(", ", parts));
                });
    }

    /** Every path and every beginning of a path, in the order of the steps, and the total last. */
    private static Set<String> parts(Summary summary) {
        var parts = new LinkedHashSet<String>();
        for (Summary.Row row : summary.rows()) {
            String path = row.step().path();
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                parts.add(path.substring(0, end));
            }
            parts.add(path);
        }
        parts.add(TOTAL);
        return parts;
    }

    private static Cost cost(Summary summary, String part) {
        return summary.rows().stream()
                .filter(row -> part.equals(TOTAL) || (row.step().path() + "/").startsWith(part + "/"))
                .map(Summary.Row::cost)
                .reduce(Cost.ZERO, Cost::plus);
    }

    /** {@return the lines as a table: layer, ours, paper, agree} */
    public Table table() {
        return Table.create(
                what,
                Columns.words("layer", lines.stream().map(Line::part)),
                Columns.counts("ours", lines.stream().mapToLong(Line::ours)),
                Columns.counts("paper", lines.stream().mapToLong(Line::paper)),
                Columns.words("agree", lines.stream().map(Comparison::sign)));
    }

    /** A word, not a colour or a sign alone, says where the numbers differ and by how much. */
    private static String sign(Line line) {
        long difference = line.ours() - line.paper();
        return line.agree() ? "yes" : "no, " + (difference > 0 ? "+" : "−") + Numbers.grouped(Math.abs(difference));
    }

    /** {@return the table as plain text} */
    @Override
    public String text() {
        return Tables.text(table());
    }

    /** {@return the table as an HTML fragment} */
    @Override
    public String html() {
        return Tables.html(table());
    }
}
