package layerwise.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import layerwise.kernel.HistoryFile.Entry;

/**
 * The cells of this session and of earlier ones, as {@code history_request} asks for them.
 *
 * <p>The file is read and written by a thread of its own: a slow home folder delays no cell.
 */
final class History {
    private final List<Entry> entries = new ArrayList<>();
    private final Optional<HistoryFile> file;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(work -> Threads.daemon("history", work));
    private final Future<Integer> session;

    /** Of this session only. */
    History() {
        this(Optional.empty());
    }

    /** Goes on from the sessions in the file. */
    History(Optional<HistoryFile> file) {
        this.file = file;
        session = clerk.submit(this::load);
    }

    private int load() {
        try {
            List<Entry> earlier = file.isPresent() ? file.get().begin() : List.of(new Entry(1, 0, "", ""));
            remember(earlier.stream().filter(entry -> entry.number() > 0).toList());
            return earlier.get(earlier.size() - 1).session();
        } catch (IOException | RuntimeException e) {
            Log.note("earlier sessions are not remembered: " + e);
            return 1;
        }
    }

    private synchronized void remember(List<Entry> earlier) {
        entries.addAll(0, earlier);
    }

    /** Keeps a cell; {@code value} is empty where it had none. */
    void add(Cell cell, String value) {
        clerk.execute(() -> keep(new Entry(session(), cell.number(), cell.source(), value)));
    }

    private void keep(Entry entry) {
        synchronized (this) {
            entries.add(entry);
        }
        try {
            if (file.isPresent()) {
                file.get().append(entry);
            }
        } catch (IOException | RuntimeException e) {
            Log.note("a cell is not kept for later sessions: " + e);
        }
    }

    private int session() {
        return await(session);
    }

    private static <T> T await(Future<T> work) {
        try {
            return work.get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the history does not answer: " + e, e);
        }
    }

    /** Waits until all cells are in the file. */
    void finish() {
        await(clerk.submit(() -> true));
    }

    /** {@return the answer to a {@code tail}, {@code range} or {@code search}} */
    JsonObject answer(JsonObject request) {
        finish();
        List<Entry> found = find(request);
        JsonArray history = new JsonArray();
        boolean output = Json.flag(request, "output", false);
        found.forEach(entry -> history.add(triple(entry, output)));
        return Json.object("status", "ok", "history", history);
    }

    private synchronized List<Entry> find(JsonObject request) {
        return switch (Json.text(request, "hist_access_type", "tail")) {
            case "range" -> range(request);
            case "search" -> search(request);
            default -> last(entries, Json.number(request, "n", entries.size()));
        };
    }

    /** Session 0 is this one, −1 the one before it. */
    private List<Entry> range(JsonObject request) {
        int asked = Json.number(request, "session", 0);
        int wanted = asked > 0 ? asked : session() + asked;
        int start = Json.number(request, "start", 0);
        int stop = Json.number(request, "stop", Integer.MAX_VALUE);
        return entries.stream()
                .filter(entry -> entry.session() == wanted && entry.number() >= start && entry.number() < stop)
                .toList();
    }

    /** Of this session; where none of its cells fits, of the earlier ones. */
    private List<Entry> search(JsonObject request) {
        String pattern = Json.text(request, "pattern", "*");
        List<Entry> fitting = entries.stream()
                .filter(entry -> matches(pattern, entry.source()))
                .toList();
        List<Entry> present =
                fitting.stream().filter(entry -> entry.session() == session()).toList();
        List<Entry> found = present.isEmpty() ? fitting : present;
        List<Entry> chosen = Json.flag(request, "unique", false) ? unique(found) : found;
        int most = Json.number(request, "n", 0);
        return last(chosen, most == 0 ? chosen.size() : most);
    }

    /** Each source once, where it was run last. */
    private static List<Entry> unique(List<Entry> found) {
        Map<String, Entry> latest = new LinkedHashMap<>();
        for (Entry entry : found) {
            latest.remove(entry.source());
            latest.put(entry.source(), entry);
        }
        return List.copyOf(latest.values());
    }

    private static List<Entry> last(List<Entry> all, int most) {
        return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size()));
    }

    /** {@code *} stands for any text and {@code ?} for one character; never slower than their lengths multiplied. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int behindStar = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                behindStar = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++behindStar;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }

    private static JsonArray triple(Entry entry, boolean output) {
        JsonArray triple = new JsonArray();
        triple.add(entry.session());
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
