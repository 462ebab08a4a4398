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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook is committed as the house style has it: with outputs, normalised, small, without errors. */
class NotebooksTest {
    private static final Path FOLDER = Path.of("notebooks");

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
        assertThat(Files.readString(notebook)).doesNotContain("<script", "src=\\\"http", "@import", "cdn.");
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
