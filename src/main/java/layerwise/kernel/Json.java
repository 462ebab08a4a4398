package layerwise.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/** JSON objects from pairs, and fields with a default: what other programs send is never trusted to be complete. */
final class Json {

    /** Keeps {@code <} and {@code &} readable, and writes no null. */
    static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    /** {@return an object of the pairs {@code name, value, name, value, …}} */
    static JsonObject object(Object... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.add((String) pairs[i], GSON.toJsonTree(pairs[i + 1]));
        }
        return object;
    }

    /** {@return the text of the field, else {@code otherwise}} */
    static String text(JsonObject object, String name, String otherwise) {
        return primitive(object, name).map(JsonElement::getAsString).orElse(otherwise);
    }

    /** {@return the number of the field, else {@code otherwise}} */
    static int number(JsonObject object, String name, int otherwise) {
        return primitive(object, name)
                .filter(element -> element.getAsJsonPrimitive().isNumber())
                .map(element -> element.getAsNumber().intValue())
                .orElse(otherwise);
    }

    /** {@return the truth of the field, else {@code otherwise}} */
    static boolean flag(JsonObject object, String name, boolean otherwise) {
        return primitive(object, name).map(JsonElement::getAsBoolean).orElse(otherwise);
    }

    /** {@return the object in the field, else an empty one} */
    static JsonObject child(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseGet(JsonObject::new);
    }

    private static Optional<JsonElement> primitive(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(JsonElement::isJsonPrimitive);
    }
}
