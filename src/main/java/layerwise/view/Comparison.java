package layerwise.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.analysis.Summary;
import layerwise.network.Network;
import tech.tablesaw.api.Table;

/**
 * Our numbers beside those that a paper prints, a line a part; where they differ, a note says by how much.
 *
 * @param network whose numbers they are
 * @param what is counted, {@code parameters}
 * @param lines in the order of the network, then the total
 */
public record Comparison(Network network, String what, List<Line> lines) implements PrintedTable {

    /** The part that stands for the whole network. */
    public static final String TOTAL = "TOTAL";

    /**
     * A part with both numbers.
     *
     * @param part a path, {@code C3}; it stands for itself and everything inside
     * @param ours what we count
     * @param paper what the paper prints
     * @param why they differ, as far as that is known; empty where nothing is said
     */
    public record Line(String part, long ours, long paper, String why) {

        /** {@return whether both are the same number} */
        public boolean agree() {
            return ours == paper;
        }

        /** {@return +7, −7 or 0: how many more we count} */
        String difference() {
            return Numbers.signed(ours - paper);
        }

        private String note() {
            String number = agree() ? "" : difference();
            return Stream.of(number, why).filter(word -> !word.isEmpty()).collect(Collectors.joining(": "));
        }

        private Line with(String reason) {
            return new Line(part, ours, paper, reason);
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
                .map(part -> new Line(part, count.applyAsLong(cost(summary, part)), paper.get(part), ""))
                .toList();
        return new Comparison(summary.network(), what, lines);
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

    /**
     * {@return the same with the reason why a part differs, for its note}
     *
     * @throws IllegalArgumentException if the part is not compared
     */
    public Comparison because(String part, String reason) {
        if (lines.stream().noneMatch(line -> line.part().equals(part))) {
            throw new IllegalArgumentException(network.name() + ": expected a part that is compared, got " + part
                    + "; there are " + lines.stream().map(Line::part).collect(Collectors.joining(", ")));
        }
        var noted = lines.stream()
                .map(line -> line.part().equals(part) ? line.with(reason) : line)
                .toList();
        return new Comparison(network, what, noted);
    }

    /** {@return the lines as a table: layer, ours, paper, agree, and a note where there is something to say} */
    public Table table() {
        var table = Table.create(
                what,
                Columns.words("layer", lines.stream().map(Line::part)),
                Columns.counts("ours", lines.stream().mapToLong(Line::ours)),
                Columns.counts("paper", lines.stream().mapToLong(Line::paper)),
                Columns.words("agree", lines.stream().map(line -> line.agree() ? "yes" : "no")));
        var notes = lines.stream().map(Line::note).toList();
        return notes.stream().allMatch(String::isEmpty)
                ? table
                : table.addColumns(Columns.words("note", notes.stream()));
    }

    /** {@return the table, in which lines that differ are set apart, and the verdict on all of them} */
    @Override
    public Grid grid() {
        var apart = IntStream.range(0, lines.size())
                .filter(line -> !lines.get(line).agree())
                .boxed()
                .collect(Collectors.toSet());
        return Grid.of(table())
                .with(what, List.of(), verdict())
                .settingApart(apart)
                .tiedTo(network.name());
    }

    private String verdict() {
        var differ = lines.stream().filter(line -> !line.agree()).toList();
        if (differ.isEmpty()) {
            return lines.size() == 1 ? "The number agrees." : "All " + lines.size() + " numbers agree.";
        }
        return differ.size() + " of " + Numbers.counted(lines.size(), "number")
                + (differ.size() == 1 ? " differs: " : " differ: ")
                + differ.stream()
                        .map(line -> line.part() + " by " + line.difference())
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
