package layerwise.course;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one way a notebook of the course is written, so that a difference between two versions is a difference in meaning:
 * nbformat 4.5, kernelspec {@code java}, cells numbered {@code cell-01} …, counts from 1, no times, no widget state, keys
 * in order, indent 1.
 */
final class NormalForm {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final List<String> KEPT_OF_A_CELL = List.of("tags");

    private NormalForm() {}

    /** {@return the notebook's JSON in the normal form} */
    static String of(String notebook) {
        var json = JsonParser.parseString(notebook).getAsJsonObject();
        json.add("metadata", metadata());
        json.addProperty("nbformat", 4);
        json.addProperty("nbformat_minor", 5);
        int number = 0;
        int count = 0;
        for (JsonElement each : json.getAsJsonArray("cells")) {
            var cell = each.getAsJsonObject();
            cell.addProperty("id", String.format(java.util.Locale.ROOT, "cell-%02d", ++number));
            keep(cell);
            if (cell.has("execution_count")) {
                number(cell, ++count);
            }
        }
        return write(sorted(json));
    }

    /**
     * Refuses a file that is no notebook, or one for another language.
     *
     * @throws IOException if it is not JSON with cells, or names a kernel other than {@code java}
     */
    static void check(Path notebook) throws IOException {
        JsonObject json;
        try {
            json = JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException | CharacterCodingException e) {
            throw new IOException(notebook + ": expected a notebook, got a file that is no JSON object", e);
        }
        if (!json.has("cells") || !json.get("cells").isJsonArray()) {
            throw new IOException(notebook + ": expected a notebook of format 4, got JSON without cells");
        }
        String kernel = kernel(json);
        if (!kernel.isEmpty() && !kernel.equals("java")) {
            throw new IOException(notebook + ": expected a notebook for the kernel java, got one for " + kernel
                    + "; choose the kernel Java (Layerwise) in Jupyter and save it");
        }
    }

    private static String kernel(JsonObject notebook) {
        return Optional.ofNullable(notebook.getAsJsonObject("metadata"))
                .flatMap(metadata -> Optional.ofNullable(metadata.getAsJsonObject("kernelspec")))
                .flatMap(kernel -> Optional.ofNullable(kernel.get("name")))
                .map(JsonElement::getAsString)
                .orElse("");
    }

    private static void keep(JsonObject cell) {
        var old = cell.getAsJsonObject("metadata");
        var kept = new JsonObject();
        KEPT_OF_A_CELL.stream().filter(old::has).forEach(key -> kept.add(key, old.get(key)));
        cell.add("metadata", kept);
    }

    private static void number(JsonObject cell, int count) {
        boolean ran = !cell.get("execution_count").isJsonNull();
        if (ran) {
            cell.addProperty("execution_count", count);
        }
        for (JsonElement each : cell.getAsJsonArray("outputs")) {
            var output = each.getAsJsonObject();
            if (output.has("execution_count")) {
                output.addProperty("execution_count", count);
            }
            output.remove("transient");
            if (output.has("metadata")) {
                output.add("metadata", new JsonObject());
            }
        }
    }

    private static JsonObject metadata() {
        return JsonParser.parseString("""
                        {
                          "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
                          "language_info": {"file_extension": ".jshell", "mimetype": "text/x-java-source", "name": "Java"}
                        }
                        """).getAsJsonObject();
    }

    private static JsonElement sorted(JsonElement element) {
        if (element.isJsonArray()) {
            var array = new JsonArray();
            element.getAsJsonArray().forEach(each -> array.add(sorted(each)));
            return array;
        }
        if (element.isJsonObject()) {
            var keys =
                    new TreeMap<String, JsonElement>(element.getAsJsonObject().asMap());
            var object = new JsonObject();
            keys.forEach((key, value) -> object.add(key, sorted(value)));
            return object;
        }
        return element;
    }

    private static String write(JsonElement element) {
        var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            writer.setIndent(" ");
            writer.setHtmlSafe(false);
            GSON.toJson(element, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("a notebook could not be written to memory", e);
        }
        return text + "\n";
    }
}
