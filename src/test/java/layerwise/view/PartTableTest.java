package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTableTest {

    static List<Zoo.Entry> zoo() {
        return Zoo.entries();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void printedColumnsAddUpToPrintedTotals(Zoo.Entry entry) {
        var rows = PartTable.of(entry.network(), 1)
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        var total = rows.get(rows.size() - 1);
        for (int column = 2; column < total.length; column++) {
            int at = column;
            assertThat(rows.stream()
                            .limit(rows.size() - 1L)
                            .mapToLong(row -> Long.parseLong(row[at]))
                            .sum())
                    .isEqualTo(Long.parseLong(total[column]));
        }
    }

    @Test
    void theTextLeavesOutWhatTheNetworkHasNoneOf() {
        assertThat(PartTable.of(LeNet5.modern(), 1).text()).isEqualTo("""
                LeNet-5 (modern), input 1×32×32
                part     output    weights  biases     MACs  multiply-adds    adds  divides  exponentials
                ───────  ────────  ───────  ──────  ───────  ─────────────  ──────  ───────  ────────────
                C1       6×28×28       150       6  117,600        117,600   9,408    4,704         4,704
                S2       6×14×14         0       0        0              0   4,704        0             0
                C3       16×10×10    2,400      16  240,000        240,000   3,200    1,600         1,600
                S4       16×5×5          0       0        0              0   1,600        0             0
                C5       120×1×1    48,000     120   48,000         48,000     240      120           120
                flatten  120×1×1         0       0        0              0       0        0             0
                F6       84×1×1     10,080      84   10,080         10,080     168       84            84
                OUTPUT   10×1×1        840      10      840            840       0        0             0
                ───────  ────────  ───────  ──────  ───────  ─────────────  ──────  ───────  ────────────
                TOTAL    10×1×1     61,470     236  416,520        416,520  19,320    6,508         6,508
                For one image. Norms: their trained scales and shifts; statistics: their running means and variances, not trained.
                MACs: products with weights, all of them multiply-adds; the other multiply-adds are of norms and gates (classes as in Gschwend 2016).""");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theJsonHasAnObjectAPartAndTheTotalLast(int depth) {
        var table = PartTable.of(Zoo.network("googlenet"), depth);
        var array = JsonParser.parseString(table.json()).getAsJsonArray();
        assertThat(array).hasSize(table.parts().size() + 1);
        var total = array.get(array.size() - 1).getAsJsonObject();
        assertThat(total.get("part").getAsString()).isEqualTo("TOTAL");
        assertThat(total.get("weights").getAsLong()).isEqualTo(6_990_272);
    }

    @Test
    void everyColumnStandsInTheCsv() {
        assertThat(Arrays.asList(PartTable.of(LeNet5.paper(), 1).csv().split("\n")))
                .startsWith(
                        "part,output,weights,biases,norms,statistics,fixed,macs,multiply_adds,adds,compares,divides,exponentials",
                        "C1,6x28x28,150,6,0,0,0,117600,127008,9408,0,4704,4704")
                .endsWith("TOTAL,10x1x1,59752,248,0,0,840,325680,344264,23312,0,8084,8084");
    }
}
