package layerwise.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/** The code cells of an {@code .ipynb} file. */
final class NotebookFile {
    private NotebookFile() {}

    /** {@return the sources of its code cells, in order} */
    static List<String> code(String json) {
        List<String> sources = new ArrayList<>();
        for (JsonElement cell : JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("cells")) {
            if (Json.text(cell.getAsJsonObject(), "cell_type", "").equals("code")) {
                sources.add(source(cell.getAsJsonObject()));
            }
        }
        return sources;
    }

    private static String source(JsonObject cell) {
        JsonElement source = cell.get("source");
        if (!source.isJsonArray()) {
            return source.getAsString();
        }
        StringBuilder text = new StringBuilder();
        source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
