package layerwise.kernel;

import java.util.Objects;
import java.util.Optional;

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
     * <p>Cheap enough for a loop: at most four a second are rendered and sent, and the last one always is.
     */
    public static void updateDisplay(String id, Object value) {
        screen().update(Objects.requireNonNull(id, "updateDisplay needs an id, got null"), shown(value));
    }

    /** Empties the cell's output; with {@code wait} when the next output comes, so that nothing flickers. */
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
        return notebook.or(StockNotebook::find).orElseGet(() -> new Console(System.out));
    }
}
