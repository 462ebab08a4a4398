package layerwise.view;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

/** Prints JSON in lines, with the letters as they are. */
final class Json {
    private Json() {}

    /** {@return {@code element} as text, without a line break after the last line} */
    static String of(JsonElement element) {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(element);
    }
}
