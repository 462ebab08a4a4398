package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notebooks run through real Jupyter, by the command that a reader would use, with the smallest budget. */
class NotebookIT {
    /** Pixels depend on the fonts of a machine; what they show stands in the text beside them. */
    private static final Set<String> PIXELS = Set.of("image/png");

    @TempDir
    private Path folder;

    static List<Path> notebooks() throws IOException {
        return NotebooksTest.notebooks();
    }

    private int layerwise(String... words) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of(Path.of("layerwise").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said().toFile());
        process.environment().remove("LAYERWISE_DATA");
        process.environment().put("LAYERWISE_BUDGET", "small");
        var running = process.start();
        assertThat(running.waitFor(15, TimeUnit.MINUTES))
                .as("ended within 15 minutes")
                .isTrue();
        return running.exitValue();
    }

    private Path said() {
        return folder.resolve("said.txt");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookPrintsAgainWhatItIsCommittedWith(Path notebook) throws IOException, InterruptedException {
        assertThat(layerwise("run", notebook.toString(), "--output", folder.toString()))
                .as(Files.readString(said()))
                .isZero();
        var committed = NotebooksTest.cells(notebook, "code");
        var again = NotebooksTest.cells(folder.resolve(notebook.getFileName()), "code");
        assertThat(again).hasSameSizeAs(committed);
        for (int i = 0; i < committed.size(); i++) {
            assertThat(again.get(i).get("source")).isEqualTo(committed.get(i).get("source"));
            if (isTraining(committed.get(i))) {
                assertThat(kinds(again.get(i))).isEqualTo(kinds(committed.get(i)));
            } else {
                assertThat(shown(again.get(i))).isEqualTo(shown(committed.get(i)));
            }
        }
    }

    /** What depends on a budget, or on arithmetic that may differ by a digit on another processor. */
    private static boolean isTraining(JsonObject cell) {
        var metadata = cell.getAsJsonObject("metadata");
        return metadata.has("tags") && metadata.get("tags").toString().contains("\"training\"");
    }

    private static List<String> kinds(JsonObject cell) {
        var kinds = new ArrayList<String>();
        for (JsonElement output : cell.getAsJsonArray("outputs")) {
            kinds.add(output.getAsJsonObject().get("output_type").getAsString());
        }
        return kinds;
    }

    private static List<String> shown(JsonObject cell) {
        var shown = new ArrayList<String>();
        for (JsonElement each : cell.getAsJsonArray("outputs")) {
            var output = each.getAsJsonObject();
            if (output.has("text")) {
                shown.add(NotebooksTest.text(output.get("text")));
            }
            if (output.has("data")) {
                var forms = new TreeMap<>(output.getAsJsonObject("data").asMap());
                forms.forEach((type, form) ->
                        shown.add(type + ": " + (PIXELS.contains(type) ? "a picture" : NotebooksTest.text(form))));
            }
        }
        return shown;
    }

    @Test
    void aCellThatFailsIsShownAndNothingIsWritten() throws IOException, InterruptedException {
        var notebook = folder.resolve("wrong.ipynb");
        Files.writeString(notebook, NormalForm.of("""
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "a", "execution_count": null, "metadata": {}, "outputs": [],
                   "source": ["network(\\"LeNet-5\\", Shape.of(1, 4, 4), conv(6, 5).as(\\"C1\\"))"]}]}
                """));
        String before = Files.readString(notebook);
        assertThat(layerwise("run", notebook.toString())).isEqualTo(1);
        assertThat(Files.readString(said()))
                .contains("LeNet-5/C1: a window of 5 does not fit a side of 4; "
                        + "pad by at least 1, or use an input at least 1 larger here");
        assertThat(notebook).hasContent(before);
    }
}
