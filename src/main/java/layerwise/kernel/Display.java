package layerwise.kernel;

import java.awt.image.RenderedImage;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The words by which a cell, or a library it calls, shows more than its last value.
 *
 * <p>In a notebook of this kernel values go through the registered renderers; on a stock IJava or JJava kernel through
 * that kernel's own; outside a notebook they are printed as text. So a program may use these words anywhere.
 */
public final class Display {
    private static volatile Optional<Screen> notebook = Optional.empty();

    private Display() {}

    /** Shows the value here and now. */
    public static void display(Object value) {
        screen().show(shown(value));
    }

    /** Shows the value in a place of that name, for {@link #updateDisplay}. */
    public static void display(Object value, String id) {
        screen().show(shown(value), Objects.requireNonNull(id, "display needs an id, got null"));
    }

    /**
     * Replaces what the place of that name shows.
     *
     * <p>Cheap enough for a loop: at most four a second are rendered and sent, and the last one always is. A stock kernel
     * is sent all of them.
     */
    public static void updateDisplay(String id, Object value) {
        screen().update(Objects.requireNonNull(id, "updateDisplay needs an id, got null"), shown(value));
    }

    /** Replaces what the place of that name shows; the same as {@link #updateDisplay}. */
    public static void update(String id, Object value) {
        updateDisplay(id, value);
    }

    /** Shows a piece of HTML. */
    public static void html(String markup) {
        display(MimeBundle.text(markup.replaceAll("<[^>]*>", "").strip()).html(markup));
    }

    /** Shows an SVG picture, given as its text. */
    public static void svg(String drawing) {
        display(MimeBundle.text("a drawing").svg(drawing));
    }

    /** Shows a PNG picture, given as the bytes of its file. */
    public static void png(byte[] file) {
        display(MimeBundle.text("a picture of " + file.length + " bytes").png(file));
    }

    /** Shows an image as a PNG picture. */
    public static void png(RenderedImage image) {
        display(Pictures.of(image));
    }

    /** {@return the elements, with a bar that shows how far the loop over them is} */
    public static <T> ProgressBar<T> progress(Iterable<T> elements) {
        long total = elements instanceof Collection<?> known ? known.size() : -1;
        return new ProgressBar<>("", elements, total, screen(), System::nanoTime);
    }

    /** {@return the elements, with a bar that shows how far the loop over them is} */
    public static <T> ProgressBar<T> progress(T[] elements) {
        return progress(Arrays.asList(elements));
    }

    /**
     * {@return the numbers 1 to {@code count} with a bar behind a word, {@code for (int epoch : progress("epoch", 10))}; or
     * a bar to be moved by {@link ProgressBar#step()}}
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public static ProgressBar<Integer> progress(String label, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("progress: expected a count of 0 or more, got " + count);
        }
        Iterable<Integer> numbers = () -> IntStream.rangeClosed(1, count).iterator();
        return new ProgressBar<>(label, numbers, count, screen(), System::nanoTime);
    }

    /** {@return a bar that counts what has no known end} */
    static ProgressBar<Integer> counting(String label) {
        return new ProgressBar<>(label, List.of(), -1, screen(), System::nanoTime);
    }

    /**
     * Empties the cell's output; with {@code wait} when the next output comes, so that nothing flickers. A stock kernel
     * offers no way to: there, and outside a notebook, it stays.
     */
    public static void clearOutput(boolean wait) {
        screen().clear(wait);
    }

    /** Empties the cell's output at once. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** From now on values are shown there. */
    static void install(Screen screen) {
        notebook = Optional.of(screen);
    }

    private static Object shown(Object value) {
        return value == null ? "null" : value;
    }

    private static Screen screen() {
        return notebook.or(() -> StockNotebook.find().map(Screen.class::cast)).orElseGet(() -> new Console(System.out));
    }
}
