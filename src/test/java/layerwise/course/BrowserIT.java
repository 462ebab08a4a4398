package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.Summary;
import layerwise.analysis.Xray;
import layerwise.view.Comparison;
import layerwise.view.LineupTable;
import layerwise.view.NetworkDiagram;
import layerwise.view.PartTable;
import layerwise.view.SummaryTable;
import layerwise.view.XrayDrawing;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** What a reader does with our tables in a browser: sort, walk by keyboard, mark, look at night and on a telephone. */
@Timeout(180)
class BrowserIT {
    private static final String SUMMARY = "table[data-network=LeNet-5]:has(th:nth-child(9))";

    private static final String BOX = ".lw-diagram [data-path^='C3']";

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** A page of our tables, in the colours that its reader prefers. */
    private static Page tables() throws IOException {
        var fragments = Stream.of(
                        SummaryTable.of(LeNet5.paper()),
                        PartTable.of(Zoo.network("googlenet"), 1),
                        LineupTable.of(LeNet5.paper(), LeNet5.modern()),
                        Comparison.parameters(Summary.of(LeNet5.paper()), Map.of("C1", 156L, "S2", 5L)),
                        SummaryTable.of(Zoo.network("googlenet")))
                .map(table -> table.html())
                .toList();
        return browser.openMarkup("<!doctype html><meta charset=\"utf-8\"><title>tables</title>"
                + "<meta name=\"color-scheme\" content=\"light dark\">"
                + "<style>body{background:Canvas;color:CanvasText}</style>" + String.join("\n", fragments));
    }

    private static List<Long> numbers(Page page, int column) {
        return page.texts(SUMMARY + " tbody td:nth-child(" + column + ")").stream()
                .map(text -> Long.parseLong(text.replace(",", "")))
                .toList();
    }

    private static List<String> paths(Page page) {
        return page.texts(SUMMARY + " tbody td:first-child");
    }

    private static String head(int column) {
        return SUMMARY + " th:nth-child(" + column + ")";
    }

    @Test
    void aBarOfAChartSaysWhoseItIs() throws IOException {
        var page = browser.openMarkup("<!doctype html><meta charset=\"utf-8\"><title>chart</title>"
                + ResultWords.ilsvrc().html() + new XrayDrawing(Xray.of(Zoo.network("googlenet"))).html());
        assertThat(page.texts("img")).isEmpty();
        assertThat(page.texts("svg")).hasSize(2);
        assertThat(page.texts("svg g:nth-of-type(3) title").get(0))
                .startsWith("2012, SuperVision: 16.4 %, 5 networks; ");
    }

    @Test
    void aClickOnAHeadSortsAndTheTotalStaysLast() throws IOException {
        var page = tables();
        var before = paths(page);
        page.click(head(6));
        assertThat(numbers(page, 6))
                .isSortedAccordingTo(Collections.reverseOrder())
                .startsWith(48_120L, 10_164L);
        assertThat(page.find(head(6)).getDomAttribute("aria-sort")).isEqualTo("descending");
        assertThat(page.texts(SUMMARY + " tr").get(before.size() + 1)).startsWith("TOTAL");
        page.click(head(6));
        assertThat(numbers(page, 6)).isSorted().endsWith(10_164L, 48_120L);
        page.click(head(6));
        assertThat(paths(page)).isEqualTo(before);
        page.click(head(1));
        assertThat(paths(page))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .isNotEqualTo(before);
        assertThat(page.errors()).isEmpty();
        assertThat(page.requests()).isEmpty();
    }

    @Test
    void shapesAreSortedByTheirNumbers() throws IOException {
        var page = tables();
        page.click(head(4));
        assertThat(page.texts(SUMMARY + " tbody td:nth-child(4)").stream().distinct())
                .containsExactly("120×1×1", "84×1×1", "16×10×10", "16×5×5", "6×28×28", "6×14×14", "1×32×32");
    }

    @Test
    void everythingIsReachedByKeyboard() throws IOException {
        var page = tables();
        page.press(Keys.TAB, Keys.ENTER);
        assertThat(page.find(head(1)).getDomAttribute("aria-sort")).isEqualTo("ascending");
        for (int column = 2; column <= 9; column++) {
            page.press(Keys.TAB);
        }
        page.press(Keys.TAB);
        assertThat(focused(page)).startsWith("C1/conv");
        page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER);
        assertThat(focused(page)).startsWith("C1/scaledtanh");
        assertThat(marked(page)).containsExactly("C1/scaledtanh", "C1");
        page.press(Keys.TAB);
        assertThat(page.askText("return document.activeElement.tagName")).isEqualTo("TH");
    }

    private static String focused(Page page) {
        return page.askText("return document.activeElement.textContent");
    }

    private static List<String> marked(Page page) {
        return page.texts(".lw-marked td:first-child");
    }

    @Test
    void aRowTellsThePageWhatItIs() throws IOException {
        var page = tables();
        page.ask("document.addEventListener('layerwise-select', e => window.told = e.detail)");
        page.click(SUMMARY + " tr[data-path='C3/conv']");
        assertThat(page.askText("return told.network + ' ' + told.path")).isEqualTo("LeNet-5 C3/conv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C3", "inception4a", "inception4a/5x5"})
    void whatAnotherPictureTellsIsMarkedWithAllInsideIt(String path) throws IOException {
        var page = tables();
        String network = path.startsWith("C") ? "LeNet-5" : "GoogLeNet";
        page.ask(
                "document.dispatchEvent(new CustomEvent('layerwise-select',"
                        + " {detail: {network: arguments[0], path: arguments[1]}}))",
                network,
                path);
        assertThat(marked(page))
                .isNotEmpty()
                .allMatch(row -> (row + "/").startsWith(path + "/") || path.startsWith(row));
        assertThat(page.ask("return [...document.querySelectorAll('.lw-marked')].some(e => {"
                        + " const box = e.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight})"))
                .isEqualTo(true);
        page.ask(
                "document.dispatchEvent(new CustomEvent('layerwise-select', {detail: {network: arguments[0], path: ''}}))",
                network);
        assertThat(marked(page)).isEmpty();
    }

    /** A page with the drawing of a network above its table. */
    private static Page drawnAndCounted() throws IOException {
        var network = LeNet5.paper();
        var page = browser.openMarkup("<!doctype html><meta charset=\"utf-8\"><title>both</title>"
                + new NetworkDiagram(network).html() + SummaryTable.of(network).html());
        page.await("the drawing", () -> page.shows(BOX));
        return page;
    }

    @Test
    void aBoxOfTheDiagramMarksItsRows() throws IOException {
        var page = drawnAndCounted();
        page.click(BOX);
        assertThat(marked(page)).isNotEmpty().allMatch(row -> row.startsWith("C3"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.requests()).isEmpty();
    }

    @Test
    void aRowMarksItsBoxInTheDiagram() throws IOException {
        var page = drawnAndCounted();
        page.click(SUMMARY + " tr[data-path='F6/dense']");
        assertThat(page.texts(".lw-diagram .lw-marked")).hasSize(1).allMatch(box -> box.contains("F6"));
        page.press(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ENTER);
        assertThat(page.texts(".lw-diagram .lw-marked")).hasSize(1).allMatch(box -> box.contains("C5"));
    }

    @Test
    void pointingAtABoxShowsItsArithmetic() throws IOException {
        var page = drawnAndCounted();
        page.hover(BOX);
        page.await("the arithmetic", () -> page.find(".lw-diagram").getText().contains("5·5·60 + 16 = 1,516"));
    }

    @Test
    void pointingAtANumberShowsItsArithmetic() throws IOException {
        var page = tables();
        String cell = SUMMARY + " tr[data-path='C5/conv'] td:nth-child(6)";
        page.hover(cell);
        assertThat(page.ask("return document.querySelector(arguments[0]).matches(':hover')", cell))
                .isEqualTo(true);
        assertThat(page.find(cell).getDomAttribute("title")).isEqualTo("(5·5·16 + 1)·120");
        page.find(SUMMARY + " tr[data-path='C5/conv']").click();
        assertThat(page.askText(
                        "return getComputedStyle(document.querySelector(arguments[0]), '::after').content", cell))
                .isEqualTo("\"(5·5·16 + 1)·120\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textStandsOutFromThePageAndFromTheBars(String scheme) throws IOException {
        var page = tables();
        page.scheme(scheme);
        assertThat(((Number) page.ask("""
                const number = color => color.match(/[\\d.]+/g).map(Number),
                    light = ([r, g, b]) => [r, g, b].map(c => c / 255)
                        .map(c => c > .03928 ? ((c + .055) / 1.055) ** 2.4 : c / 12.92)
                        .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0),
                    ground = number(getComputedStyle(document.body).backgroundColor),
                    cells = [...document.querySelectorAll('.lw td')];
                return Math.min(...cells.map(cell => {
                    const bar = getComputedStyle(cell).backgroundImage.match(/rgba\\([^)]*\\)/),
                        [r, g, b, a] = bar ? number(bar[0]) : [0, 0, 0, 0],
                        under = light([r, g, b].map((c, i) => a * c + (1 - a) * ground[i])),
                        text = light(number(getComputedStyle(cell).color));
                    return (Math.max(under, text) + .05) / (Math.min(under, text) + .05)}))
                """)).doubleValue()).isGreaterThan(4.5);
        assertThat(
                        page.askText(
                                "return getComputedStyle(document.body).colorScheme + matchMedia('(prefers-color-scheme: dark)').matches"))
                .endsWith(String.valueOf(scheme.equals("dark")));
    }

    @Test
    void barsAreAsLongAsTheirShares() throws IOException {
        var page = tables();
        assertThat(page.askText(
                        "return getComputedStyle(document.querySelector(arguments[0])).backgroundImage",
                        SUMMARY + " tr[data-path='C5/conv'] td:nth-child(6)"))
                .contains("80%");
    }

    @Test
    void onATelephoneWideTablesScrollInTheirOwnBox() throws IOException {
        var page = tables();
        page.narrow(400);
        assertThat(page.ask("return innerWidth")).isEqualTo(400L);
        assertThat(overflow(page)).isZero();
        assertThat(page.ask(
                        "const box = document.querySelector(arguments[0]).parentNode;"
                                + " box.scrollLeft = 1000; return box.scrollLeft > 0",
                        SUMMARY))
                .isEqualTo(true);
    }

    @Test
    void withoutScriptAndStyleAPlainTableIsLeft() throws IOException {
        String plain = SummaryTable.of(LeNet5.paper()).html().replaceAll("(?s)<(script|style)>.*?</\\1>", "");
        var page = browser.openMarkup("<!doctype html><meta charset=\"utf-8\"><title>plain</title>" + plain);
        assertThat(paths(page)).hasSize(14).startsWith("C1/conv");
        assertThat(page.find("body").getText()).contains("TOTAL").doesNotContain("querySelector", "border-collapse");
        assertThat(page.ask("return document.querySelectorAll('[tabindex],[aria-sort]').length"))
                .isEqualTo(0L);
    }

    /** JupyterLab takes scripts, style sheets and variables out of a notebook from elsewhere, and moves cells to the right. */
    @Test
    void whereANotebookIsNotTrustedWordsStillBeginAtTheLeft() throws IOException {
        String kept = SummaryTable.of(LeNet5.paper())
                .html()
                .replaceAll("(?s)<(script|style)>.*?</\\1>", "")
                .replaceAll(" style='--[^']*'| data-[^ >]*", "");
        var page = browser.openMarkup("<!doctype html><meta charset=\"utf-8\"><title>kept</title>"
                + "<style>main td,main th,main tr{text-align:right}</style><main>" + kept + "</main>");
        assertThat(sides(page, "td")).containsExactly("left", "left", "right", "right", "right", "right");
        assertThat(sides(page, "th")).isEqualTo(sides(page, "td"));
    }

    private static List<String> sides(Page page, String cell) {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(column -> page.askText(
                        "return getComputedStyle(document.querySelector(arguments[0])).textAlign",
                        "tr:first-child " + cell + ":nth-child(" + column + ")"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"googlenet", "resnet-152"})
    void noBoxesOverlapHoweverPartsAreOpenedAndShut(String id) throws IOException {
        var page = browser.openMarkup("<!doctype html><meta charset=\"utf-8\"><title>parts</title>"
                + new NetworkDiagram(Zoo.network(id)).html());
        page.await("the drawing", () -> page.shows(".lw-diagram svg"));
        long parts = (long) page.ask("return document.querySelectorAll('.lw-diagram .u').length");
        assertThat(parts).isGreaterThan(8);
        assertThat(collisions(page)).as("as it is drawn").isEmpty();
        for (int part = 0; part < parts; part++) {
            for (Keys key : List.of(Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ARROW_LEFT)) {
                page.ask("[...document.querySelectorAll('.lw-diagram .u:not(.copy)')][arguments[0]].focus()", part);
                page.press(key);
                assertThat(collisions(page))
                        .as("part " + part + " after " + key.name())
                        .isEmpty();
            }
            page.press(part % 2 == 0 ? Keys.ARROW_RIGHT : Keys.NULL); // every other part stays shut
        }
        assertThat(page.errors()).isEmpty();
    }

    /** Boxes that cross a box or the edge of a frame, and words that leave their box, among all that is seen. */
    private static List<String> collisions(Page page) {
        return List.of(page.askText("""
                const seen = s => [...document.querySelectorAll('.lw-diagram ' + s)]
                        .map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width > 0 && r.height > 0),
                    apart = (a, b) => a.right <= b.left + .5 || b.right <= a.left + .5
                        || a.bottom <= b.top + .5 || b.bottom <= a.top + .5,
                    within = (a, b) => a.left >= b.left - .5 && a.right <= b.right + .5
                        && a.top >= b.top - .5 && a.bottom <= b.bottom + .5,
                    boxes = seen('.b>rect'), frames = seen('.u>rect'), words = seen('.b>text'), found = [];
                const meet = (a, b) => found.push(a.parentNode.dataset.path + ' meets ' + b.parentNode.dataset.path);
                boxes.forEach(([a, r], i) => boxes.slice(i + 1)
                    .forEach(([b, q]) => b.parentNode !== a.parentNode && !apart(r, q) && meet(a, b)));
                boxes.forEach(([a, r]) => frames.forEach(([b, q]) => apart(r, q) || within(r, q) || meet(a, b)));
                frames.forEach(([a, r], i) => frames.slice(i + 1)
                    .forEach(([b, q]) => apart(r, q) || within(r, q) || within(q, r) || meet(a, b)));
                words.forEach(([a, r]) => within(r, a.parentNode.querySelector('rect').getBoundingClientRect())
                    || found.push(a.textContent + ' leaves ' + a.parentNode.dataset.path));
                return found.join('; ')
                """)).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {20})
    void twentyTablesOnAPageDoNotDisturbEachOther(int many) throws IOException {
        var page = browser.openMarkup("<!doctype html><meta charset=\"utf-8\"><title>many</title>"
                + SummaryTable.of(LeNet5.paper()).html().repeat(many));
        page.click("div:nth-of-type(" + many + ") th:nth-child(6)");
        assertThat(page.texts("[aria-sort=descending]")).containsExactly("parameters");
        assertThat(page.texts("div:nth-of-type(" + many + ") tbody tr:first-child td:first-child"))
                .containsExactly("C5/conv");
        assertThat(page.texts("div:nth-of-type(1) tbody tr:first-child td:first-child"))
                .containsExactly("C1/conv");
        assertThat(page.errors()).isEmpty();
    }

    /** Formulas and widgets are Jupyter's own, which asks for them; what we make asks for nothing. */
    @Test
    void aNotebookOfOursIsAliveAsAPageOfNbconvert() throws Exception {
        var notebook = folder.resolve("small.ipynb");
        Files.writeString(notebook, NormalForm.of("""
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "a", "execution_count": null, "metadata": {}, "outputs": [],
                   "source": ["summary(LeNet5.paper())"]}]}
                """));
        run("run", notebook.toString(), "--html", "--output", folder.toString());
        var page = browser.open(folder.resolve("small.html").toUri().toString());
        page.click(head(6));
        assertThat(numbers(page, 6)).isSortedAccordingTo(Collections.reverseOrder());
        page.click(SUMMARY + " tr[data-path='C3/conv']");
        assertThat(marked(page)).containsExactly("C3/conv");
        assertThat(page.askText(
                        "return getComputedStyle(document.querySelector(arguments[0])).textAlign",
                        SUMMARY + " td:nth-child(1)"))
                .isEqualTo("left");
        assertThat(page.askText(
                        "return getComputedStyle(document.querySelector(arguments[0])).textAlign",
                        SUMMARY + " td:nth-child(6)"))
                .isEqualTo("right");
        page.narrow(400);
        assertThat(page.ask(
                        "return [...document.querySelectorAll('.jp-OutputArea, .jp-OutputArea p, .jp-OutputArea div')]"
                                + ".every(e => e.getBoundingClientRect().right <= innerWidth)"))
                .as("only the table in its box is wider than the window; MathJax hides something beyond it")
                .isEqualTo(true);
        var jupyters = page.addresses("script[src]:not(.jp-OutputArea *)");
        assertThat(page.requests()).isSubsetOf(jupyters);
        assertThat(page.errors()).allMatch(error -> jupyters.stream().anyMatch(error::contains));
    }

    /** Pixels of the page beyond the right side of the window. */
    private static long overflow(Page page) {
        return (long) page.ask("const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    }

    private static void run(String... words) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of(Path.of("layerwise").toAbsolutePath().toString()), Stream.of(words))
                .toList();
        var said = folder.resolve("said.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
