package layerwise.layers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Which input maps each output map reads: the connection table of a convolution (LeCun et al. 1998, table I).
 *
 * <p>Row {@code o} lists the input maps of output map {@code o}, counted from 0. The value is edited by copy: {@link
 * #connect} and {@link #disconnect} return a new table, so a cell can change one cross and count again.
 *
 * @param inputs for each output map the input maps it reads, each at most once
 */
public record Wiring(List<List<Integer>> inputs) {

    /** Refuses a table without rows, an output map that reads nothing, and a map named twice or below 0. */
    public Wiring {
        inputs = Given.all(inputs, "a row of a connection table").stream()
                .map(row -> Given.<Integer>all(row, "an input map's number"))
                .toList();
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a connection table needs a row for each output map, got none");
        }
        for (int map = 0; map < inputs.size(); map++) {
            check(map, inputs.get(map));
        }
    }

    private static void check(int output, List<Integer> row) {
        if (row.isEmpty()) {
            throw new IllegalArgumentException(
                    "output map " + output + " reads no input map; connect it to one, or drop its row");
        }
        if (new HashSet<>(row).size() < row.size() || row.stream().anyMatch(map -> map < 0)) {
            throw new IllegalArgumentException(
                    "output map " + output + " must read each input map at most once, counted from 0, got " + row);
        }
    }

    /** {@return the table in which each of {@code outputs} maps reads all of {@code inputs} maps} */
    public static Wiring full(int inputs, int outputs) {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("a connection table joins at least one input map to one output map, got "
                    + inputs + " and " + outputs);
        }
        var all = java.util.stream.IntStream.range(0, inputs).boxed().toList();
        return new Wiring(java.util.Collections.nCopies(outputs, all));
    }

    /** {@return rows of the table, the number of output maps} */
    public int outputs() {
        return inputs.size();
    }

    /** {@return crosses in the table: pairs of an input map and an output map that are connected} */
    public long links() {
        return inputs.stream().mapToLong(List::size).sum();
    }

    /** {@return whether output map {@code output} reads input map {@code input}} */
    public boolean connects(int input, int output) {
        return row(output).contains(input);
    }

    private List<Integer> row(int output) {
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
        var row = new ArrayList<>(row(output));
        row.add(input);
        return with(output, row);
    }

    /** {@return the table with one cross less; the same table if it is not there} */
    public Wiring disconnect(int input, int output) {
        return with(output, row(output).stream().filter(map -> map != input).toList());
    }

    private Wiring with(int output, List<Integer> row) {
        var rows = new ArrayList<>(inputs);
        rows.set(output, row);
        return new Wiring(rows);
    }

    private int last() {
        return inputs.stream().flatMap(List::stream).mapToInt(map -> map).max().orElse(0);
    }

    /** {@return the crosses as in the paper's table, numbered: a column an output map, a row an input map} */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(line("", output -> "" + output));
        for (int input = 0; input <= last(); input++) {
            int row = input;
            lines.add(line("" + input, output -> connects(row, output) ? "X" : "·"));
        }
        return String.join("\n", lines);
    }

    private String line(String head, IntFunction<String> cell) {
        int width = 1 + ("" + (outputs() - 1)).length();
        var line = new StringBuilder(padded(head, ("" + last()).length()));
        for (int output = 0; output < outputs(); output++) {
            line.append(padded(cell.apply(output), width));
        }
        return line.toString();
    }

    private static String padded(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
