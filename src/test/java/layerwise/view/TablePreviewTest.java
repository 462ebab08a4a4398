package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablePreviewTest {

    @Test
    void aSmallTableIsWholeWithTypesAndSize() {
        Table table = Table.create(
                "nets", StringColumn.create("name", "LeNet-5", "<VGG>"), IntColumn.create("year", 1998, 2014));
        assertThat(TablePreview.of(table).text()).isEqualTo("""
                nets
                name: string  year: integer
                ────────────  ─────────────
                LeNet-5                1998
                <VGG>                  2014
                2 rows × 2 columns""");
        assertThat(TablePreview.of(table).html()).contains("&lt;VGG&gt;", "2 rows × 2 columns");
    }

    @Test
    void aLongTableIsItsHeadAndItsTail() {
        Table table =
                Table.create("", IntColumn.create("n", IntStream.range(0, 5000).toArray()));
        String text = TablePreview.of(table).text();
        assertThat(text.lines()).hasSize(24);
        assertThat(text).contains("   0\n", "   9\n", "…\n", "4990\n", "4999\n5,000 rows × 1 column");
    }

    @Test
    void aWideTableIsCutAtItsRight() {
        Table table = Table.create("wide");
        IntStream.range(0, 40).forEach(i -> table.addColumns(IntColumn.create("c" + i, 1)));
        assertThat(TablePreview.of(table).text())
                .contains("c18: integer  …", "1 row × 40 columns")
                .doesNotContain("c19");
    }

    @Test
    void aColumnSaysItsRangeAndWhatIsMissing() {
        var column = DoubleColumn.create("error", 0.5, Double.NaN, 1.5);
        assertThat(TablePreview.of(column).text())
                .startsWith("error: double\n")
                .endsWith("3 rows × 1 column, from 0.500000 to 1.50000, mean 1.00000, 1 missing");
    }
}
