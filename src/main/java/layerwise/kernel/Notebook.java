package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The screen of our own kernel: values through {@link Renderers} into {@link Output}, in order with the text.
 *
 * <p>Updates of one place are rendered at most every 250 ms, on the thread that makes them, because a chart must not be
 * painted while its loop changes it; what was held back is shown by the next update or at the end of the cell.
 */
final class Notebook implements Screen {
    private static final long BETWEEN_UPDATES = 250_000_000;

    /** A front end becomes slow with more; each is a part of the page. */
    private static final int MOST = 1000;

    private final Renderers renderers;
    private final Output output;
    private final LongSupplier clock;
    private final Map<String, Place> places = new HashMap<>();

    private final AtomicInteger shown = new AtomicInteger();
    private volatile boolean watched = true;

    private static final class Place {
        private long shown;
        private Optional<Object> held = Optional.empty();
    }

    Notebook(Renderers renderers, Output output, LongSupplier clock) {
        this.renderers = renderers;
        this.output = output;
        this.clock = clock;
    }

    /** A cell begins; a front end that takes no questions (nbconvert) has nobody who looks on. */
    void attach(Message request) {
        watched = Json.flag(request.content(), "allow_stdin", true);
        shown.set(0);
    }

    @Override
    public boolean watched() {
        return watched;
    }

    @Override
    public void show(Object value) {
        if (shown.incrementAndGet() > MOST) {
            return;
        }
        output.publish("display_data", content(value));
    }

    @Override
    public void show(Object value, String id) {
        if (shown.incrementAndGet() > MOST) {
            return;
        }
        place(id, Optional.empty(), clock.getAsLong() - BETWEEN_UPDATES);
        output.publish("display_data", content(value, id));
    }

    @Override
    public void update(String id, Object value) {
        long now = clock.getAsLong();
        if (now - lastShown(id, now) < BETWEEN_UPDATES) {
            place(id, Optional.of(value), lastShown(id, now));
            return;
        }
        place(id, Optional.empty(), now);
        output.publish("update_display_data", content(value, id));
    }

    private synchronized long lastShown(String id, long now) {
        Place place = places.get(id);
        return place == null ? now - BETWEEN_UPDATES : place.shown;
    }

    private synchronized void place(String id, Optional<Object> held, long shown) {
        Place place = places.computeIfAbsent(id, unknown -> new Place());
        place.held = held;
        place.shown = shown;
    }

    @Override
    public void clear(boolean wait) {
        shown.set(0);
        output.publish("clear_output", Json.object("wait", wait));
    }

    /** Shows the updates that were held back, and counts what was not shown; the cell has come to its end. */
    void finish() {
        int rest = shown.get() - MOST;
        if (rest > 0) {
            output.write(
                    "stdout",
                    String.format(Locale.ROOT, "… %,d more displays; a cell shows at most %,d\n", rest, MOST));
        }
        for (var held : takeHeld().entrySet()) {
            output.publish("update_display_data", content(held.getValue(), held.getKey()));
        }
    }

    private synchronized Map<String, Object> takeHeld() {
        Map<String, Object> all = new HashMap<>();
        places.forEach((id, place) -> place.held.ifPresent(value -> all.put(id, value)));
        places.clear();
        return all;
    }

    private JsonObject content(Object value) {
        MimeBundle bundle = renderers.render(value);
        return Json.object("data", bundle.data(), "metadata", Map.of(), "transient", Map.of());
    }

    private JsonObject content(Object value, String id) {
        JsonObject content = content(value);
        content.add("transient", Json.object("display_id", id));
        return content;
    }
}
