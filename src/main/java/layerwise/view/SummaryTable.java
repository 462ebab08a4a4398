package layerwise.view;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.analysis.ReceptiveField;
import layerwise.analysis.Summary;
import layerwise.layers.Shape;
import layerwise.network.Network;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A summary in print: a row a step, and totals that the printed columns add up to.
 *
 * @param summary what is printed
 */
public record SummaryTable(Summary summary) implements PrintedTable {

    private static final List<String> NAMES =
            List.of("path", "kind", "input", "output", "parameters", "macs", "connections", "receptive_field");

    private static final String NOTE =
            "For one image. MACs: products with the weights of convolutions and dense layers; biases, pooling and subsampling not counted.\n"
                    + "Connections: every input of every unit, biases and fixed centres counted (LeCun et al. 1998).";

    /** {@return the table of {@code network}} */
    public static SummaryTable of(Network network) {
        return new SummaryTable(Summary.of(network));
    }

    /** {@return the rows without totals, to sort and filter; receptive fields are numbers where all are square} */
    public Table table() {
        return Table.create(
                summary.network().name(),
                words("path", row -> row.step().path()),
                words("kind", row -> row.step().layer().kind()),
                words("window", row -> Portrait.of(row.step()).detail()),
                words("input", row -> row.step().input().toString()),
                words("output", row -> row.step().output().toString()),
                numbers("parameters", row -> row.cost().parameters()),
                numbers("MACs", row -> row.cost().macs()),
                numbers("connections", row -> row.cost().connections()),
                fields());
    }

    /** {@return a record a step and the record TOTAL: shapes as 6x28x28, receptive fields as numbers where all are square} */
    @Override
    public Records records() {
        var rows = Stream.concat(summary.rows().stream().map(this::step), Stream.of(totals()));
        return new Records(NAMES, rows.toList());
    }

    private List<Object> step(Summary.Row row) {
        var step = row.step();
        var field = allSquare() ? (Object) row.field().rows().size() : sides(row.field(), "x");
        return record(step.path(), step.layer().kind(), step.input(), step.output(), row.cost(), field);
    }

    private List<Object> totals() {
        return record("TOTAL", "", summary.network().input(), summary.network().output(), summary.total(), "");
    }

    private static List<Object> record(String path, String kind, Shape input, Shape output, Cost cost, Object field) {
        return List.of(
                path,
                kind,
                Numbers.ascii(input),
                Numbers.ascii(output),
                cost.parameters(),
                cost.macs(),
                cost.connections(),
                field);
    }

    /** {@return an object with network, input, output, source where there is one, steps and total} */
    @Override
    public String json() {
        return SummaryJson.of(summary, records());
    }

    /** {@return a row a step, with bars of their shares and the arithmetic of each count, and the totals} */
    @Override
    public Grid grid() {
        var network = summary.network();
        String source = network.source().map(known -> "After " + known + ".\n").orElse("");
        var grid = Grid.of(table()).tiedTo(network.name());
        return grid.with(columns(grid.columns()))
                .with(network.name() + ", input " + network.input(), total(), source + NOTE);
    }

    private List<Grid.Column> columns(List<Grid.Column> plain) {
        return plain.stream()
                .map(column -> switch (column.head()) {
                    case "parameters" -> barred(column, Cost::parameters).explained(sums());
                    case "MACs" -> barred(column, Cost::macs);
                    case "connections" -> barred(column, Cost::connections);
                    default -> column;
                })
                .toList();
    }

    private Grid.Column barred(Grid.Column column, ToLongFunction<Cost> count) {
        var counts = summary.rows().stream().map(row -> count.applyAsLong(row.cost()));
        return column.barred(counts.toList(), count.applyAsLong(summary.total()));
    }

    private List<String> sums() {
        return summary.rows().stream()
                .map(row -> Portrait.of(row.step()).arithmetic())
                .toList();
    }

    private List<String> total() {
        var network = summary.network();
        var cost = summary.total();
        return List.of(
                "TOTAL",
                "",
                "",
                network.input().toString(),
                network.output().toString(),
                Numbers.grouped(cost.parameters()),
                Numbers.grouped(cost.macs()),
                Numbers.grouped(cost.connections()),
                "");
    }

    private Column<?> words(String name, Function<Summary.Row, String> word) {
        return Columns.words(name, summary.rows().stream().map(word));
    }

    private Column<?> numbers(String name, ToLongFunction<Summary.Row> number) {
        return Columns.counts(name, summary.rows().stream().mapToLong(number));
    }

    private Column<?> fields() {
        return allSquare()
                ? numbers("receptive field", row -> row.field().rows().size())
                : words("receptive field", row -> sides(row.field(), "×"));
    }

    private boolean allSquare() {
        return summary.rows().stream()
                .map(Summary.Row::field)
                .allMatch(field -> field.rows().size() == field.columns().size());
    }

    private static String sides(ReceptiveField field, String by) {
        return field.rows().size() + by + field.columns().size();
    }
}
