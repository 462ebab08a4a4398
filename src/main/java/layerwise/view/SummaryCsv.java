package layerwise.view;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.analysis.Cost;
import layerwise.analysis.ReceptiveField;
import layerwise.analysis.Summary;

/** Prints a summary for machines, as RFC 4180 has it but for line ends, which are LF alone: cells with commas or quotes are quoted. */
final class SummaryCsv {
    private static final String HEAD = "path,kind,input,output,parameters,macs,connections,receptive_field";

    private final Summary summary;
    private final boolean square;

    private SummaryCsv(Summary summary) {
        this.summary = summary;
        square = SummaryTable.allSquare(summary);
    }

    /** {@return a head, a record a step and the record TOTAL} */
    static String of(Summary summary) {
        return new SummaryCsv(summary).records();
    }

    private String records() {
        return Stream.of(Stream.of(HEAD), summary.rows().stream().map(this::step), Stream.of(total()))
                .flatMap(records -> records)
                .map(record -> record + "\n")
                .collect(Collectors.joining());
    }

    private String step(Summary.Row row) {
        var step = row.step();
        return record(
                step.path(),
                step.layer().kind(),
                Numbers.ascii(step.input()),
                Numbers.ascii(step.output()),
                costs(row.cost()),
                field(row.field()));
    }

    private String total() {
        var network = summary.network();
        return record(
                "TOTAL",
                "",
                Numbers.ascii(network.input()),
                Numbers.ascii(network.output()),
                costs(summary.total()),
                "");
    }

    private String field(ReceptiveField field) {
        return square ? "" + field.rows().size() : SummaryTable.sides(field, "x");
    }

    private static String[] costs(Cost cost) {
        return new String[] {"" + cost.parameters(), "" + cost.macs(), "" + cost.connections()};
    }

    private static String record(String path, String kind, String input, String output, String[] costs, String field) {
        return Stream.of(Stream.of(path, kind, input, output), Arrays.stream(costs), Stream.of(field))
                .flatMap(cells -> cells)
                .map(SummaryCsv::cell)
                .collect(Collectors.joining(","));
    }

    static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
