package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import layerwise.analysis.Summary;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

class SummaryTableTest {

    private static final List<String> COSTS = List.of("parameters", "macs", "connections");

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void everyPathStandsInEveryForm(Network network) {
        var table = SummaryTable.of(network);
        for (var step : network.steps()) {
            assertThat(table.text()).contains(step.path());
            assertThat(table.html()).contains(Html.escaped(step.path()));
            assertThat(table.csv()).contains(step.path());
            assertThat(table.json()).contains(step.path());
        }
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void printedColumnsAddUpToThePrintedTotals(Network network) throws Exception {
        var csv = parsed(SummaryTable.of(network).csv());
        int last = csv.rowCount() - 1;
        assertThat(csv.stringColumn("path").get(last)).isEqualTo("TOTAL");
        for (String cost : COSTS) {
            var column = (LongColumn) csv.column(cost);
            assertThat(column.first(last).sum()).isEqualTo(column.get(last).doubleValue());
        }
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void csvAndJsonReadBackAsTheNumbersOfTheSummary(Network network) throws Exception {
        var summary = Summary.of(network);
        var csv = parsed(new SummaryTable(summary).csv());
        var steps = JsonParser.parseString(new SummaryTable(summary).json())
                .getAsJsonObject()
                .getAsJsonArray("steps");
        for (int i = 0; i < summary.rows().size(); i++) {
            var cost = summary.rows().get(i).cost();
            var numbers = List.of(cost.parameters(), cost.macs(), cost.connections());
            JsonObject step = steps.get(i).getAsJsonObject();
            int row = i;
            assertThat(csv.stringColumn("path").get(i))
                    .isEqualTo(step.get("path").getAsString());
            assertThat(csv.stringColumn("output").get(i))
                    .isEqualTo(step.get("output").getAsString());
            assertThat(COSTS.stream().map(name -> ((LongColumn) csv.column(name)).get(row)))
                    .isEqualTo(numbers);
            assertThat(COSTS.stream().map(name -> step.get(name).getAsLong())).isEqualTo(numbers);
        }
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void htmlIsWellFormedAndHasARowAStep(Network network) throws Exception {
        var html = "<div>" + SummaryTable.of(network).html() + "</div>";
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
        assertThat(document.getElementsByTagName("tr").getLength())
                .isEqualTo(network.steps().size() + 2);
        assertThat(html).doesNotContain("http", "src=", "@import");
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void theBarsOfAColumnAreItsSharesOfTheTotal(Network network) {
        for (var column : SummaryTable.of(network).grid().columns()) {
            double all = column.shares().stream().mapToDouble(share -> share).sum();
            assertThat(all)
                    .satisfiesAnyOf(
                            sum -> assertThat(sum).isZero(),
                            sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
        }
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void everyTrainedNumberIsReckonedBeforeTheReader(Network network) {
        var summary = Summary.of(network);
        var sums = new SummaryTable(summary).grid().columns().get(5).sums();
        for (int row = 0; row < sums.size(); row++) {
            assertThat(sums.get(row).isEmpty())
                    .isEqualTo(summary.rows().get(row).cost().parameters() == 0);
        }
    }

    @Test
    void aRowSaysWhatItsShareIsAndHowItIsCounted() {
        assertThat(SummaryTable.of(LeNet5.paper()).html())
                .contains("<td style='--s:80%' title='(5·5·16 + 1)·120'>48,120</td>")
                .contains("<td>0</td>");
    }

    @ParameterizedTest
    @MethodSource("layerwise.view.Samples#networks")
    void theTableHasARowAStepAndNoTotal(Network network) {
        assertThat(SummaryTable.of(network).table().rowCount())
                .isEqualTo(network.steps().size());
    }

    @Test
    void cellsWithCommasAreQuoted() {
        assertThat(SummaryTable.of(Samples.oblong()).csv()).contains("\n\"a,b\",conv,3x12x12,4x6x5,112,");
    }

    @Test
    void aFieldThatIsNotSquareIsWrittenWithBothSides() {
        var table = SummaryTable.of(Samples.oblongField());
        assertThat(table.csv()).contains(",1x7\n");
        assertThat(table.json()).contains("\"receptive_field\": \"1x7\"");
        assertThat(table.text()).contains("  1×7\n");
    }

    @Test
    void thePapersTotalsAreInTheJson() {
        var object =
                JsonParser.parseString(SummaryTable.of(LeNet5.paper()).json()).getAsJsonObject();
        assertThat(object.get("network").getAsString()).isEqualTo("LeNet-5");
        assertThat(object.get("input").getAsString()).isEqualTo("1x32x32");
        assertThat(object.getAsJsonObject("source").get("year").getAsInt()).isEqualTo(1998);
        assertThat(object.getAsJsonObject("total").get("parameters").getAsLong())
                .isEqualTo(60_000);
        assertThat(object.getAsJsonObject("total").get("connections").getAsLong())
                .isEqualTo(340_908);
    }

    @Test
    void leNet5PrintsAsThis() {
        assertThat(SummaryTable.of(LeNet5.paper()).text()).isEqualTo("""
                LeNet-5, input 1×32×32
                path           kind        window            input     output    parameters     MACs  connections  receptive field
                ─────────────  ──────────  ────────────────  ────────  ────────  ──────────  ───────  ───────────  ───────────────
                C1/conv        conv        5×5               1×32×32   6×28×28          156  117,600      122,304                5
                C1/scaledtanh  scaledtanh                    6×28×28   6×28×28            0        0            0                5
                S2/subsample   subsample   2×2 stride 2      6×28×28   6×14×14           12        0        5,880                6
                S2/scaledtanh  scaledtanh                    6×14×14   6×14×14            0        0            0                6
                C3/conv        conv        5×5, 60 links     6×14×14   16×10×10       1,516  150,000      151,600               14
                C3/scaledtanh  scaledtanh                    16×10×10  16×10×10           0        0            0               14
                S4/subsample   subsample   2×2 stride 2      16×10×10  16×5×5            32        0        2,000               16
                S4/scaledtanh  scaledtanh                    16×5×5    16×5×5             0        0            0               16
                C5/conv        conv        5×5               16×5×5    120×1×1       48,120   48,000       48,120               32
                C5/scaledtanh  scaledtanh                    120×1×1   120×1×1            0        0            0               32
                flatten        flatten                       120×1×1   120×1×1            0        0            0               32
                F6/dense       dense                         120×1×1   84×1×1        10,164   10,080       10,164               32
                F6/scaledtanh  scaledtanh                    84×1×1    84×1×1             0        0            0               32
                OUTPUT         rbf         10 fixed centres  84×1×1    10×1×1             0        0          840               32
                ─────────────  ──────────  ────────────────  ────────  ────────  ──────────  ───────  ───────────  ───────────────
                TOTAL                                        1×32×32   10×1×1        60,000  325,680      340,908
                After LeCun, Bottou, Bengio, Haffner 1998, Gradient-Based Learning Applied to Document Recognition, section II-B and figure 2.
                For one image. MACs: products with the weights of convolutions and dense layers; biases, pooling and subsampling not counted.
                Connections: every input of every unit, biases and fixed centres counted (LeCun et al. 1998).""");
    }

    private static Table parsed(String csv) throws Exception {
        var options = CsvReadOptions.builderFromString(csv).columnTypes(SummaryTableTest::type);
        return Table.read().usingOptions(options.build());
    }

    private static ColumnType type(String column) {
        return COSTS.contains(column) ? ColumnType.LONG : ColumnType.STRING;
    }
}
