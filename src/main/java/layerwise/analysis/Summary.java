package layerwise.analysis;

import java.util.List;
import java.util.stream.IntStream;
import layerwise.layers.Given;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * A row for each step of a network, and totals that are the sums of the rows.
 *
 * @param network what is summed up
 * @param rows in the order in which the steps work
 * @param total the costs of all rows added
 */
public record Summary(Network network, List<Row> rows, Cost total) {

    /**
     * One step with its numbers.
     *
     * @param step path, layer, input and output
     * @param cost parameters, multiply-accumulates and connections
     * @param field what one position of its output sees of the input
     */
    public record Row(Step step, Cost cost, ReceptiveField field) {}

    /** {@return the rows and totals of {@code network}} */
    public static Summary of(Network network) {
        Given.value(network, "a network");
        var steps = network.steps();
        var fields = ReceptiveField.of(network);
        var rows = IntStream.range(0, steps.size())
                .mapToObj(i -> new Row(steps.get(i), Cost.of(steps.get(i)), fields.get(i)))
                .toList();
        return new Summary(network, rows, rows.stream().map(Row::cost).reduce(Cost.ZERO, Cost::plus));
    }

    /** {@return the network's parts, told apart by the first {@code depth} names of their paths} */
    public List<Part> parts(int depth) {
        return Part.of(network, depth);
    }
}
