package layerwise.course;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import layerwise.data.OwnData;
import layerwise.view.ArchitectureScatter;
import layerwise.view.IlsvrcChart;
import layerwise.zoo.Zoo;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * What papers and libraries report of networks: {@code data/imagenet.csv} and {@code data/ilsvrc.csv}, each row with its
 * source.
 *
 * @param data where the tables are
 */
record Results(OwnData data) {

    /** {@return the results of this checkout} */
    static Results here() {
        return new Results(OwnData.here());
    }

    /** {@return the networks of the zoo whose error on ImageNet is published; their costs are computed} */
    ArchitectureScatter scatter() throws IOException {
        return new ArchitectureScatter(rows("imagenet.csv").stream()
                .map(row -> ArchitectureScatter.Point.of(
                        row.getString("network"),
                        Zoo.network(row.getString("network")),
                        Double.parseDouble(row.getString("error")),
                        row.getString("crops"),
                        row.getString("source")))
                .toList());
    }

    /** {@return the winners of ILSVRC by year, and some that did not win} */
    IlsvrcChart ilsvrc() throws IOException {
        return new IlsvrcChart(rows("ilsvrc.csv").stream().map(Results::entry).toList());
    }

    private static IlsvrcChart.Entry entry(Row row) {
        String depth = row.getString("depth");
        return new IlsvrcChart.Entry(
                Integer.parseInt(row.getString("year")),
                Integer.parseInt(row.getString("place")),
                row.getString("team"),
                row.getString("network"),
                depth.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(depth)),
                row.getString("entry"),
                row.getString("data").equals("more"),
                Double.parseDouble(row.getString("error")),
                row.getString("source"));
    }

    private List<Row> rows(String name) throws IOException {
        String text = data.text(name)
                .orElseThrow(() -> new IOException("data/" + name
                        + ": expected a table of results, got nothing there; restore it from the repository"));
        var table = Table.read()
                .usingOptions(CsvReadOptions.builderFromString(text).columnTypes(column -> ColumnType.STRING));
        return StreamSupport.stream(table.spliterator(), false)
                .map(row -> table.row(row.getRowNumber()))
                .toList();
    }
}
