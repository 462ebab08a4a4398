package layerwise.view;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.analysis.OperationCount;
import layerwise.analysis.ParameterCount;
import layerwise.analysis.Part;
import layerwise.layers.Operations;
import layerwise.layers.Shape;
import layerwise.network.Network;
import tech.tablesaw.api.Table;

/**
 * What each named part of a network costs: a row a part, numbers by what they are for, arithmetic by class, and totals.
 *
 * @param network whose parts they are
 * @param parts in the order in which they begin to work
 */
public record PartTable(Network network, List<Part> parts) implements PrintedTable {

    private static final String NOTE =
            "For one image. Norms: their trained scales and shifts; statistics: their running means and"
                    + " variances, not trained.\nMACs: products with weights, all of them multiply-adds; the other multiply-adds are of"
                    + " norms and gates (classes as in Gschwend 2016).";

    /** Copies the list. */
    public PartTable {
        parts = List.copyOf(parts);
    }

    /**
     * {@return the parts of {@code network}}
     *
     * @param depth names of a path that tell parts apart; 1 for {@code inception3a}, 2 for {@code inception3a/5x5}
     * @throws IllegalArgumentException if {@code depth} is below 1
     */
    public static PartTable of(Network network, int depth) {
        return new PartTable(network, Part.of(network, depth));
    }

    /** A column of numbers: its head, what it says of a part, and of the whole network. */
    private record Column(String head, ToLongFunction<Part> part, long total) {}

    private Stream<Column> columns() {
        return Stream.concat(parameters(), arithmetic());
    }

    private Stream<Column> parameters() {
        var total = ParameterCount.of(network);
        return Stream.of(
                count("weights", ParameterCount::weights, total),
                count("biases", ParameterCount::biases, total),
                count("norms", count -> count.scales() + count.shifts(), total),
                count("statistics", ParameterCount::statistics, total),
                count("fixed", ParameterCount::fixed, total));
    }

    private static Column count(String head, ToLongFunction<ParameterCount> number, ParameterCount total) {
        return new Column(head, part -> number.applyAsLong(part.parameters()), number.applyAsLong(total));
    }

    private Stream<Column> arithmetic() {
        var total = OperationCount.of(network).total();
        var macs =
                new Column("MACs", part -> part.cost().macs(), Cost.of(network).macs());
        return Stream.of(
                macs,
                operation("multiply-adds", Operations::multiplyAdds, total),
                operation("adds", Operations::adds, total),
                operation("compares", Operations::compares, total),
                operation("divides", Operations::divides, total),
                operation("exponentials", Operations::exponentials, total));
    }

    private static Column operation(String head, ToLongFunction<Operations> number, Operations total) {
        return new Column(head, part -> number.applyAsLong(part.operations()), number.applyAsLong(total));
    }

    /** {@return the rows without totals, to sort and filter} */
    public Table table() {
        return table(columns().toList());
    }

    private Table table(List<Column> columns) {
        var table = Table.create(
                network.name(),
                Columns.words("part", parts.stream().map(Part::path)),
                Columns.words("output", parts.stream().map(part -> part.output().toString())));
        columns.forEach(column ->
                table.addColumns(Columns.counts(column.head(), parts.stream().mapToLong(column.part()))));
        return table;
    }

    /** {@return the parts with bars of their shares, and the totals; what the network has none of is left out} */
    @Override
    public Grid grid() {
        var shown = columns().filter(column -> column.total() > 0).toList();
        var numbers = shown.stream().map(column -> Numbers.grouped(column.total()));
        var total = Stream.concat(Stream.of("TOTAL", network.output().toString()), numbers);
        var grid = Grid.of(table(shown)).tiedTo(network.name());
        var words = grid.columns().stream().limit(2);
        var bars = shown.stream().map(this::barred);
        return grid.with(Stream.concat(words, bars).toList())
                .with(network.name() + ", input " + network.input(), total.toList(), NOTE);
    }

    private Grid.Column barred(Column column) {
        var numbers = parts.stream().map(column.part()::applyAsLong).toList();
        return new Grid.Column(column.head(), true).barred(numbers, column.total());
    }

    /** {@return a record a part with every column, shapes as 6x28x28, and the record TOTAL} */
    @Override
    public Records records() {
        var names = Stream.concat(
                Stream.of("part", "output"),
                columns().map(column -> column.head().toLowerCase(Locale.ROOT).replace('-', '_')));
        var rows = parts.stream()
                .map(part -> record(
                        part.path(), part.output(), column -> column.part().applyAsLong(part)));
        var total = Stream.of(record("TOTAL", network.output(), Column::total));
        return new Records(names.toList(), Stream.concat(rows, total).toList());
    }

    private List<Object> record(String path, Shape output, ToLongFunction<Column> number) {
        return Stream.<Object>concat(
                        Stream.of(path, Numbers.ascii(output)), columns().map(number::applyAsLong))
                .toList();
    }
}
