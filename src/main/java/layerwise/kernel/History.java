package layerwise.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cells of this session and the text of their values, as {@code history_request} asks for them. */
final class History {
    private static final int SESSION = 1;

    private record Entry(int number, String source, String value) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Keeps a cell; {@code value} is empty where it had none. */
    synchronized void add(Cell cell, String value) {
        entries.add(new Entry(cell.number(), cell.source(), value));
    }

    /** {@return the answer to a {@code tail}, {@code range} or {@code search}} */
    synchronized JsonObject answer(JsonObject request) {
        List<Entry> found = switch (Json.text(request, "hist_access_type", "tail")) {
            case "range" -> range(Json.number(request, "start", 0), Json.number(request, "stop", Integer.MAX_VALUE));
            case "search" -> search(request);
            default -> last(entries, Json.number(request, "n", entries.size()));
        };
        JsonArray history = new JsonArray();
        boolean output = Json.flag(request, "output", false);
        found.forEach(entry -> history.add(triple(entry, output)));
        return Json.object("status", "ok", "history", history);
    }

    private List<Entry> range(int start, int stop) {
        return entries.stream()
                .filter(entry -> entry.number() >= start && entry.number() < stop)
                .toList();
    }

    private List<Entry> search(JsonObject request) {
        Pattern pattern = glob(Json.text(request, "pattern", "*"));
        List<Entry> found = entries.stream()
                .filter(entry -> pattern.matcher(entry.source()).matches())
                .toList();
        int most = Json.number(request, "n", 0);
        return last(Json.flag(request, "unique", false) ? unique(found) : found, most == 0 ? found.size() : most);
    }

    private static List<Entry> unique(List<Entry> found) {
        Map<String, Entry> latest = new LinkedHashMap<>();
        found.forEach(entry -> latest.put(entry.source(), entry));
        return List.copyOf(latest.values());
    }

    private static List<Entry> last(List<Entry> all, int most) {
        return all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size());
    }

    private static Pattern glob(String pattern) {
        String regex = pattern.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static JsonArray triple(Entry entry, boolean output) {
        JsonArray triple = new JsonArray();
        triple.add(SESSION);
        triple.add(entry.number());
        if (output) {
            JsonArray pair = new JsonArray();
            pair.add(entry.source());
            pair.add(entry.value());
            triple.add(pair);
        } else {
            triple.add(entry.source());
        }
        return triple;
    }
}
