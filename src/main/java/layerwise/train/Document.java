package layerwise.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A record in a file of JSON that says first what it is: {@code "format": "layerwise recipe 1"}.
 *
 * @param kind the word for it
 * @param version of its components; one more whenever they change
 * @param type the record
 */
record Document<T>(String kind, int version, Class<T> type) {
    private static final String FORMAT = "format";
    private static final Pattern OURS = Pattern.compile("layerwise (\\w+) (\\d{1,9})");

    /** {@return {@code value} as text} */
    String text(T value) {
        var whole = new JsonObject();
        whole.addProperty(FORMAT, format());
        Json.COMPACT
                .toJsonTree(value, type)
                .getAsJsonObject()
                .entrySet()
                .forEach(entry -> whole.add(entry.getKey(), entry.getValue()));
        return Json.lines(whole) + "\n";
    }

    private String format() {
        return "layerwise " + kind + " " + version;
    }

    /**
     * {@return what {@link #text} wrote into {@code file}}
     *
     * @throws IOException if it is not there, is none, or is one of a newer Layerwise
     */
    T read(Path file) throws IOException {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": expected a " + kind + ", got nothing there; name a file that is there", e);
        } catch (MalformedInputException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * {@return what {@link #text} wrote}
     *
     * @param place where the text is from, as messages call it
     * @throws IOException if it is none, or is one of a newer Layerwise
     */
    T of(String place, String text) throws IOException {
        try {
            var whole = Json.object(text);
            check(place, whole.remove(FORMAT));
            return Json.COMPACT.fromJson(whole, type);
        } catch (JsonParseException e) {
            throw unreadable(place, e);
        }
    }

    private IOException unreadable(String place, Exception e) {
        return new IOException(
                place + ": expected a " + kind + " in JSON, got "
                        + String.valueOf(e.getMessage()).strip() + "; correct it or write it again",
                e);
    }

    private void check(String place, JsonElement format) throws IOException {
        String got = format == null || !format.isJsonPrimitive() ? "none" : format.getAsString();
        var ours = OURS.matcher(got);
        if (!ours.matches() || !ours.group(1).equals(kind)) {
            throw new IOException(
                    place + ": expected the format \"" + format() + "\", got " + got + "; name a file with a " + kind);
        }
        if (Integer.parseInt(ours.group(2)) != version) {
            throw new IOException(place + ": expected a " + kind + " of format " + version + ", got one of format "
                    + ours.group(2) + ", which another Layerwise wrote; read it with that one");
        }
    }
}
