package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every notebook is committed as the house style has it: with outputs, normalised, small, without errors. */
class NotebooksTest {
    private static final Path FOLDER = Path.of("notebooks");

    /** What makes a browser go and get something: resources by address, style sheets, scripts that ask for more. */
    private static final Pattern FETCHED = Pattern.compile(String.join(
            "|",
            "<script[^>]*\\bsrc\\b",
            "<(?!a\\b)\\w+[^>]*\\b(href|data|src|srcset)\\s*=\\s*['\"]?(https?:|//)",
            "url\\(\\s*['\"]?(https?:|//)",
            "@import",
            "\\b(import|fetch)\\s*\\(",
            "\\b(WebSocket|XMLHttpRequest|EventSource)\\b",
            "\\bcdn\\."));

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    static List<JsonObject> cells(Path notebook, String type) throws IOException {
        var json = JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
        var cells = new ArrayList<JsonObject>();
        for (JsonElement cell : json.getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().get("cell_type").getAsString().equals(type)) {
                cells.add(cell.getAsJsonObject());
            }
        }
        return cells;
    }

    static String text(JsonElement lines) {
        if (lines.isJsonPrimitive()) {
            return lines.getAsString();
        }
        var text = new StringBuilder();
        lines.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    @Test
    void theChapterOnLeNet5IsThere() throws IOException {
        assertThat(notebooks()).contains(FOLDER.resolve("03-lenet-5.ipynb"));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookIsInTheNormalForm(Path notebook) throws IOException {
        String text = Files.readString(notebook);
        assertThat(NormalForm.of(text)).isEqualTo(text);
        assertThat(text).contains("\"name\": \"java\"");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookHasAtMost150Kilobytes(Path notebook) throws IOException {
        assertThat(Files.size(notebook)).isLessThanOrEqualTo(150_000);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCodeCellWasRunInOrderAndNoneFailed(Path notebook) throws IOException {
        int count = 0;
        for (JsonObject cell : cells(notebook, "code")) {
            assertThat(cell.get("execution_count").getAsInt()).isEqualTo(++count);
            for (JsonElement output : cell.getAsJsonArray("outputs")) {
                String type = output.getAsJsonObject().get("output_type").getAsString();
                assertThat(type).as(text(cell.get("source"))).isIn("execute_result", "display_data", "stream");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void codeCellsAreShortAndNeedNoSetUp(Path notebook) throws IOException {
        for (JsonObject cell : cells(notebook, "code")) {
            assertThat(text(cell.get("source")).lines()).hasSizeLessThanOrEqualTo(15);
            assertThat(text(cell.get("source"))).doesNotContain("%maven", "%classpath", "import ");
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookReadsTheSameWithTheNetworkUnplugged(Path notebook) throws IOException {
        for (JsonObject cell : cells(notebook, "markdown")) {
            assertThat(fetched(text(cell.get("source")))).isEmpty();
        }
        for (JsonObject cell : cells(notebook, "code")) {
            assertThat(cell.getAsJsonArray("outputs"))
                    .allSatisfy(output -> assertThat(fetched(output)).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=\"a.js\">",
                "<script async src='a.js'>",
                "<img src=\"https://example.org/a.png\">",
                "<img src='//example.org/a.png'>",
                "<img srcset=\"https://example.org/a.png 2x\">",
                "<link href=\"https://example.org/a.css\">",
                "<image href='http://example.org/a.png'/>",
                "<use xlink:href=\"http://example.org/a.svg#b\"/>",
                "<style>@import 'a.css'</style>",
                "<style>a{background:url(http://example.org/a.png)}</style>",
                "<script>import('https://example.org/a.js')</script>",
                "<script>fetch('a.json')</script>",
                "<script>new WebSocket(a)</script>",
                "require.config({paths: {a: 'cdn.example.org/a'}})"
            })
    void whatWouldBeFetchedIsFound(String markup) {
        assertThat(fetched(markup)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>document.querySelectorAll('table')</script>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"/></svg>",
                "<img src=\"data:image/png;base64,AAAA\">",
                "<a href=\"https://example.org\">a page to go to</a>",
                "<style>a{fill:url(#b)}</style>"
            })
    void whatIsInTheNotebookMayStay(String markup) {
        assertThat(fetched(markup)).isEmpty();
    }

    private static List<String> fetched(JsonElement output) {
        var data = output.getAsJsonObject().getAsJsonObject("data");
        return data == null
                ? List.of()
                : data.entrySet().stream()
                        .flatMap(form -> fetched(text(form.getValue())).stream())
                        .toList();
    }

    private static List<String> fetched(String markup) {
        return FETCHED.matcher(markup).results().map(MatchResult::group).toList();
    }

    @Test
    void theNormalFormOfANormalFormIsItself() {
        String once = NormalForm.of("""
                {"nbformat": 4, "nbformat_minor": 2, "metadata": {"widgets": {"a": 1}}, "cells": [
                  {"cell_type": "code", "execution_count": 7, "metadata": {"tags": ["training"],
                   "execution": {"iopub.execute_input": "2026-11-23T09:00:00Z"}}, "source": ["1 < 2"],
                   "outputs": [{"output_type": "execute_result", "execution_count": 7, "metadata": {"x": 1},
                                "data": {"text/plain": ["true"]}}]},
                  {"cell_type": "markdown", "metadata": {}, "source": ["two & three"]}]}
                """);
        assertThat(NormalForm.of(once)).isEqualTo(once);
        assertThat(once)
                .contains("\"id\": \"cell-01\"", "\"execution_count\": 1", "1 < 2", "two & three", "\"training\"")
                .doesNotContain("widgets", "iopub", "\"x\"");
    }
}
