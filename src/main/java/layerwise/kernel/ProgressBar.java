package layerwise.kernel;

import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How far a loop is, its rate and the time left, in one place of the cell's output: at most ten changes a second.
 *
 * <p>Executed without a reader (nbconvert, a terminal), only a last line is shown, without times, so that the same
 * notebook has the same output.
 *
 * <pre>{@code for (var image : progress(images)) { … }
 * for (int epoch : progress("epoch", 10)) { … }
 * try (var bar = progress("MB", 170)) { … bar.step(3); … }
 * }</pre>
 *
 * @param <T> what the loop goes over
 */
public final class ProgressBar<T> implements Iterable<T>, AutoCloseable {
    private static final AtomicLong COUNT = new AtomicLong();
    private static final long BETWEEN = 100_000_000;
    private static final int CELLS = 20;

    private final String label;
    private final Iterable<T> elements;
    private final long total;
    private final Screen screen;
    private final LongSupplier clock;
    private final String id = "progress-" + COUNT.incrementAndGet();
    private final long began;
    private long done;
    private long shown;
    private boolean placed;
    private boolean ended;

    /** {@code total} below 0 where it is not known; time comes from {@code clock}, in nanoseconds. */
    ProgressBar(String label, Iterable<T> elements, long total, Screen screen, LongSupplier clock) {
        this.label = label;
        this.elements = elements;
        this.total = total;
        this.screen = screen;
        this.clock = clock;
        began = clock.getAsLong();
        shown = began - BETWEEN;
        show();
    }

    /** {@return the elements one by one; the bar counts those whose turn of the loop has ended} */
    @Override
    public Iterator<T> iterator() {
        Iterator<T> each = elements.iterator();
        return new Iterator<>() {
            private boolean within;

            @Override
            public boolean hasNext() {
                if (within) {
                    within = false;
                    step();
                }
                if (!each.hasNext()) {
                    close();
                }
                return each.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the loop has come to its end");
                }
                within = true;
                return each.next();
            }
        };
    }

    /** One more is done. */
    public void step() {
        step(1);
    }

    /** So many more are done. */
    public void step(long more) {
        done += more;
        show();
    }

    /** Shows where the loop ended; a loop that was left early says so. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            place();
        }
    }

    private void show() {
        long now = clock.getAsLong();
        if (!ended && screen.watched() && now - shown >= BETWEEN) {
            shown = now;
            place();
        }
    }

    private void place() {
        MimeBundle bundle = bundle();
        if (placed) {
            screen.update(id, bundle);
        } else {
            screen.show(bundle, id);
        }
        placed = true;
    }

    private MimeBundle bundle() {
        String count = total < 0 ? number(done) : number(done) + " of " + number(total);
        String line = (label.isEmpty() ? "" : label + " ") + count + (screen.watched() ? times() : "");
        if (total <= 0) {
            return MimeBundle.text(line);
        }
        double share = Math.min(1, (double) done / total);
        int full = (int) (share * CELLS);
        return MimeBundle.text("█".repeat(full) + "░".repeat(CELLS - full) + " " + line)
                .html("<div style=\"display:flex;align-items:center;gap:8px\"><div role=\"progressbar\" style=\""
                        + "width:200px;height:10px;border:1px solid rgba(128,128,128,0.6)\"><div style=\"width:"
                        + Math.round(100 * share) + "%;height:100%;background:#0072b2\"></div></div><code>"
                        + Markup.escaped(line) + "</code></div>");
    }

    private String times() {
        double seconds = (clock.getAsLong() - began) / 1e9;
        if (done == 0 || seconds <= 0) {
            return "";
        }
        double rate = done / seconds;
        String speed = rate >= 1 || ended
                ? String.format(Locale.ROOT, ", %.3g a second", rate)
                : String.format(Locale.ROOT, ", %.3g s each", 1 / rate);
        return ended ? ", " + clockTime(seconds) + speed : speed + left(rate).orElse("");
    }

    private Optional<String> left(double rate) {
        return total < done ? Optional.empty() : Optional.of(", " + clockTime((total - done) / rate) + " left");
    }

    private static String clockTime(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
