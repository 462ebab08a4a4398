package layerwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.xml.sax.InputSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Whatever stands in a cell, every form reads back as the same cells, or says what it cannot print. */
class ExportTest {
    private static final String SIGNS = "aé한0 \\`*_[]<>&~|$#%^{}\"',-?!×·−→≤";

    @Provide
    Arbitrary<List<List<String>>> rows() {
        var inside = Arbitraries.strings().withChars(SIGNS).ofMaxLength(6);
        var cell = inside.map(text -> ("x" + text).strip());
        return cell.list().ofSize(2).list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<List<String>>> lines() {
        var cell = Arbitraries.strings().withChars(SIGNS + "\n").ofMaxLength(6).map(text -> "x" + text + "y");
        return cell.list().ofSize(2).list().ofMinSize(1).ofMaxSize(3);
    }

    private static Grid grid(List<List<String>> rows) {
        var columns = List.of(new Grid.Column("a|b", false), new Grid.Column("c_ d", false));
        return new Grid("", columns, rows, List.of(), "");
    }

    @Property
    void csvIsReadBackByTablesaw(@ForAll("lines") List<List<String>> rows) throws IOException {
        var options = CsvReadOptions.builderFromString(Records.of(grid(rows)).csv())
                .columnTypes(name -> ColumnType.STRING)
                .missingValueIndicator("none")
                .maxCharsPerColumn(100);
        Table read = Table.read().usingOptions(options.build());
        assertThat(read.columnNames()).containsExactly("a_b", "c_d");
        assertThat(Grid.of(read).rows()).isEqualTo(rows);
    }

    @Property
    void markdownIsReadBackByACommonMarkReader(@ForAll("rows") List<List<String>> rows) {
        assertThat(markdownCells(Markdown.of(grid(rows)))).isEqualTo(withHeads(rows));
    }

    @Property
    void markdownKeepsTheLinesOfACell(@ForAll("lines") List<List<String>> rows) {
        assertThat(markdownCells(Markdown.of(grid(rows)))).isEqualTo(withHeads(rows));
    }

    @Property
    void latexIsReadBackByUndoingItsCommands(@ForAll("lines") List<List<String>> rows) {
        assertThat(latexCells(Latex.of(grid(rows)))).isEqualTo(withHeads(rows));
    }

    @Property
    void htmlIsReadBackByAnXmlReader(@ForAll("rows") List<List<String>> rows) throws Exception {
        var page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + Html.of(grid(rows)) + "</div>")));
        var cells = page.getElementsByTagName("td");
        for (int i = 0; i < cells.getLength(); i++) {
            assertThat(cells.item(i).getTextContent()).isEqualTo(rows.get(i / 2).get(i % 2));
        }
        assertThat(cells.getLength()).isEqualTo(2 * rows.size());
    }

    private static List<List<String>> withHeads(List<List<String>> rows) {
        return Stream.concat(Stream.of(List.of("a|b", "c_ d")), rows.stream()).toList();
    }

    private static List<List<String>> markdownCells(String markdown) {
        var cells = new ArrayList<String>();
        Parser.builder()
                .extensions(Set.of(TablesExtension.create()))
                .build()
                .parse(markdown)
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(CustomNode node) {
                        if (node instanceof TableCell) {
                            cells.add("");
                        }
                        visitChildren(node);
                    }

                    @Override
                    public void visit(Text text) {
                        append(text.getLiteral());
                    }

                    @Override
                    public void visit(HtmlInline html) {
                        append(html.getLiteral().replace("<br>", "\n"));
                    }

                    private void append(String text) {
                        cells.add(cells.remove(cells.size() - 1) + text);
                    }
                });
        return pairs(cells);
    }

    private static List<List<String>> pairs(List<String> cells) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i + 1 < cells.size(); i += 2) {
            rows.add(List.of(cells.get(i), cells.get(i + 1)));
        }
        return rows;
    }

    private static List<List<String>> latexCells(String latex) {
        var cells = latex.lines()
                .filter(line -> line.endsWith(" \\\\"))
                .map(line -> line.substring(0, line.length() - 3))
                .flatMap(row -> Pattern.compile("(?<!\\\\) & ").splitAsStream(row))
                .map(ExportTest::undone)
                .toList();
        return pairs(cells);
    }

    /** What TeX would set: commands are signs, braces alone are nothing. */
    private static String undone(String latex) {
        var token = Pattern.compile(
                "\\\\shortstack\\[l\\]| ?\\\\\\\\ |\\\\[a-zA-Z]+\\{\\}|\\\\.|\\$[^$]+\\$|[{}]|[^\\\\${}]");
        var text = new StringBuilder();
        var tokens = token.matcher(latex);
        int end = 0;
        while (tokens.find()) {
            assertThat(tokens.start())
                    .as("nothing between the tokens of " + latex)
                    .isEqualTo(end);
            end = tokens.end();
            text.append(set(tokens.group()));
        }
        assertThat(end).isEqualTo(latex.length());
        return text.toString();
    }

    private static String set(String token) {
        return switch (token) {
            case "\\shortstack[l]", "{", "}" -> "";
            case " \\\\ " -> "\n";
            case "\\textbackslash{}" -> "\\";
            case "\\textasciitilde{}" -> "~";
            case "\\textasciicircum{}" -> "^";
            case "\\textless{}" -> "<";
            case "\\textgreater{}" -> ">";
            case "\\textbar{}" -> "|";
            case "$\\times$" -> "×";
            case "$\\cdot$" -> "·";
            case "$-$" -> "−";
            case "$\\to$" -> "→";
            case "$\\le$" -> "≤";
            default -> token.startsWith("\\") ? token.substring(1) : token;
        };
    }

    @Example
    void twoSignsThatTexWouldSetAsOneAreKeptApart() {
        assertThat(Latex.line("a--b ''c'' ?`")).isEqualTo("a-{}-b '{}'c'{}' ?{}`");
    }

    @Example
    void whatHasNoCommandIsRefused() {
        assertThatThrownBy(() -> Latex.line("a ★"))
                .hasMessage("LaTeX: no command is known for '★' (U+2605); print as markdown");
        assertThatThrownBy(() -> Latex.line("a\u0007"))
                .hasMessage("LaTeX: expected text, got the control character U+0007; print as json");
        assertThatThrownBy(() -> Markdown.of(grid(List.of(List.of("\u0000", "b")))))
                .hasMessage("Markdown: expected text, got the control character U+0000; print as json");
    }
}
