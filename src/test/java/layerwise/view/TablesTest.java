package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {

    private static Table table() {
        return Table.create(
                "nets",
                StringColumn.create("name", "LeNet-5", "<AlexNet> & 'co'"),
                IntColumn.create("year", 1998, 2012),
                DoubleColumn.create("error", 0.95, Double.NaN));
    }

    @Test
    void wordsStandLeftAndNumbersRight() {
        assertThat(Tables.text(table())).isEqualTo("""
                nets
                name              year  error
                ────────────────  ────  ─────
                LeNet-5           1998   0.95
                <AlexNet> & 'co'  2012""");
    }

    @Test
    void htmlIsEscaped() {
        assertThat(Tables.html(table()))
                .contains("&lt;AlexNet&gt; &amp; &#39;co&#39;")
                .doesNotContain("<AlexNet");
    }

    @Test
    void wordsBeginAtTheLeftAndNumbersEndAtTheRightInHtml() {
        assertThat(Tables.html(table()))
                .contains(".lw.lw :is(td,th){text-align:right;")
                .contains("<th style='text-align:left'>name</th><th>year</th>")
                .contains("<td style='text-align:left'>LeNet-5</td><td>1998</td>");
    }

    @Test
    void shapesAreMeasuresAndEndAtTheRight() {
        var shapes =
                Table.create(StringColumn.create("kind", "conv", ""), StringColumn.create("output", "", "6×28×28"));
        assertThat(Tables.html(shapes))
                .contains("<th style='text-align:left'>kind</th><th>output</th>")
                .contains("<td style='text-align:left'>conv</td><td></td>", "<td></td><td>6×28×28</td>");
    }

    @Test
    void aTableWithoutRowsHasItsHeads() {
        assertThat(Tables.text(Table.create(StringColumn.create("name")))).contains("name");
        assertThat(Tables.html(Table.create())).contains("<table");
    }

    @Test
    void markdownAndLatexHaveASideAColumn() {
        assertThat(Tables.markdown(table())).isEqualTo("""
                **nets**

                | name | year | error |
                | :--- | ---: | ---: |
                | LeNet-5 | 1998 | 0.95 |
                | \\<AlexNet\\> \\& 'co' | 2012 |  |""");
        assertThat(Tables.latex(table())).isEqualTo("""
                \\begin{table}
                \\caption{nets}
                \\begin{tabular}{lrr}
                \\hline
                name & year & error \\\\
                \\hline
                LeNet-5 & 1998 & 0.95 \\\\
                \\textless{}AlexNet\\textgreater{} \\& 'co' & 2012 &  \\\\
                \\hline
                \\end{tabular}
                \\end{table}""");
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SummaryTable.of(LeNet5.paper()).text()).contains("60,000", "340,908");
        } finally {
            Locale.setDefault(before);
        }
    }
}
