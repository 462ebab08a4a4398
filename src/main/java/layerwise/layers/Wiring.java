package layerwise.layers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which input maps each output map reads: the connection table of a convolution (LeCun et al. 1998, table I).
 *
 * <p>Column {@code o} of the table has the input maps of output map {@code o}, counted from 0. The value is edited by
 * copy: {@link #connect} and {@link #disconnect} return a new table, so a cell can change one cross and count again.
 *
 * @param inputs for each output map the input maps it reads, each at most once
 */
public record Wiring(List<List<Integer>> inputs) {

    /** Refuses a table without columns, an output map that reads nothing, and a map named twice or below 0. */
    public Wiring {
        inputs = Given.all(inputs, "a column of a connection table").stream()
                .map(column -> Given.<Integer>all(column, "an input map's number"))
                .toList();
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a connection table needs a column for each output map, got none");
        }
        for (int map = 0; map < inputs.size(); map++) {
            check(map, inputs.get(map));
        }
    }

    private static void check(int output, List<Integer> column) {
        if (column.isEmpty()) {
            throw new IllegalArgumentException(
                    "output map " + output + " reads no input map; connect it to one, or drop its column");
        }
        if (new HashSet<>(column).size() < column.size() || column.stream().anyMatch(map -> map < 0)) {
            throw new IllegalArgumentException(
                    "output map " + output + " must read each input map at most once, counted from 0, got " + column);
        }
    }

    /** {@return the table in which each of {@code outputs} maps reads all of {@code inputs} maps} */
    public static Wiring full(int inputs, int outputs) {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("a connection table joins at least one input map to one output map, got "
                    + inputs + " and " + outputs);
        }
        var all = IntStream.range(0, inputs).boxed().toList();
        return new Wiring(java.util.Collections.nCopies(outputs, all));
    }

    /** {@return columns of the table, the number of output maps} */
    public int outputs() {
        return inputs.size();
    }

    /** {@return crosses in the table: pairs of an input map and an output map that are connected} */
    public long links() {
        return inputs.stream().mapToLong(List::size).sum();
    }

    /** {@return whether output map {@code output} reads input map {@code input}} */
    public boolean connects(int input, int output) {
        return column(output).contains(input);
    }

    private List<Integer> column(int output) {
        if (output < 0 || output >= outputs()) {
            throw new IllegalArgumentException(
                    "the connection table has the output maps 0 to " + (outputs() - 1) + ", got " + output);
        }
        return inputs.get(output);
    }

    /**
     * {@return the table with one more cross; the same table if it is there already}
     *
     * @throws IllegalArgumentException if there is no such output map, or the input map is neither one that the table
     *     reads nor the next
     */
    public Wiring connect(int input, int output) {
        if (connects(input, output)) {
            return this;
        }
        if (input < 0 || input > last() + 1) {
            throw new IllegalArgumentException("the connection table reads the input maps 0 to " + last() + ", got "
                    + input + "; a new one has the next number, " + (last() + 1));
        }
        var column = new ArrayList<>(column(output));
        column.add(input);
        return with(output, column);
    }

    /** {@return the table with one cross less; the same table if it is not there} */
    public Wiring disconnect(int input, int output) {
        return with(output, column(output).stream().filter(map -> map != input).toList());
    }

    private Wiring with(int output, List<Integer> column) {
        var columns = new ArrayList<>(inputs);
        columns.set(output, column);
        return new Wiring(columns);
    }

    private int last() {
        return inputs.stream().flatMap(List::stream).mapToInt(map -> map).max().orElse(0);
    }

    /**
     * {@return the crosses as in the paper's table: a column an output map, a row an input map}
     *
     * <p>Checkpoints know a network by its text, and this is a part of it; {@link #table} is for readers.
     */
    @Override
    public String toString() {
        return rows(0).stream().collect(Collectors.joining("\n"));
    }

    /** {@return the same with the numbers of the maps along both sides} */
    public String table() {
        var lines = new ArrayList<>(List.of(line("", width(), output -> "" + output)));
        lines.addAll(rows(width()));
        return String.join("\n", lines);
    }

    private int width() {
        return ("" + (outputs() - 1)).length();
    }

    private List<String> rows(int width) {
        return IntStream.rangeClosed(0, last())
                .mapToObj(input -> line("" + input, width, output -> connects(input, output) ? "X" : "·"))
                .toList();
    }

    private String line(String head, int width, IntFunction<String> cell) {
        return IntStream.range(0, outputs())
                .mapToObj(output -> " " + padded(cell.apply(output), width))
                .collect(Collectors.joining("", padded(head, width == 0 ? 0 : ("" + last()).length()), ""));
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
