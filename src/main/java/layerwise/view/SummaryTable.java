package layerwise.view;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import layerwise.analysis.ReceptiveField;
import layerwise.analysis.Summary;
import layerwise.network.Network;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A summary in print: a row a step, and totals that the printed columns add up to.
 *
 * @param summary what is printed
 */
public record SummaryTable(Summary summary) implements Printed {

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

    /** {@return aligned columns with a line of totals, numbers grouped by thousands} */
    @Override
    public String text() {
        return PlainText.of(grid());
    }

    /** {@return an HTML fragment without script, readable on light and dark themes, with a row of totals} */
    @Override
    public String html() {
        return Html.of(grid());
    }

    /** {@return lines of plain integers, quoted as in RFC 4180, shapes as 6x28x28, and a last line TOTAL} */
    public String csv() {
        return SummaryCsv.of(summary);
    }

    /** {@return an object with network, input, output, source, steps and total; shapes as 6x28x28} */
    public String json() {
        return SummaryJson.of(summary);
    }

    private Grid grid() {
        var network = summary.network();
        String source = network.source().map(known -> "After " + known + ".\n").orElse("");
        return Grid.of(table()).with(network.name() + ", input " + network.input(), total(), source + NOTE);
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
        return allSquare(summary)
                ? numbers("receptive field", row -> row.field().rows().size())
                : words("receptive field", row -> sides(row.field(), "×"));
    }

    static boolean allSquare(Summary summary) {
        return summary.rows().stream()
                .map(Summary.Row::field)
                .allMatch(field -> field.rows().size() == field.columns().size());
    }

    static String sides(ReceptiveField field, String by) {
        return field.rows().size() + by + field.columns().size();
    }
}
