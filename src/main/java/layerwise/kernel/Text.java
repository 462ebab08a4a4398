package layerwise.kernel;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Any value as plain text: an array by its elements, because its own text is an address, and nothing without end.
 *
 * <p>At most a thousand elements are written, however they are nested; what is cut says how many there are.
 */
final class Text {
    private static final int ELEMENTS = 1000;
    private static final int DEPTH = 20;

    private final StringBuilder text = new StringBuilder();
    private int left = ELEMENTS;
    private int depth;

    private Text() {}

    /** {@return the text of the value, whatever its {@code toString} does} */
    static String of(Object value) {
        try {
            Text text = new Text();
            text.write(value);
            return cut(Names.readable(text.text.toString()));
        } catch (Guard.Stopped stopped) {
            throw stopped;
        } catch (Exception | LinkageError | StackOverflowError e) {
            return Names.readable(value.getClass().getName()) + " (its toString failed with " + e + ")";
        }
    }

    /** A page that gets fifty megabytes of text stands still. */
    private static String cut(String text) {
        int most = (int) Math.min(OutputLimit.characters(), Integer.MAX_VALUE);
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end)
                + String.format(Locale.ROOT, "\n… %,d more characters; raise with %%limit", text.length() - end);
    }

    /** {@return the text in one line of at most that many characters, for a cell of a table} */
    static String line(Object value, int longest) {
        String text = of(Optional.ofNullable(value).orElse("null"));
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private void write(Object value) {
        if (value == null) {
            text.append("null");
        } else if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            list(IntStream.range(0, length).mapToObj(i -> Array.get(value, i)).iterator(), length);
        } else if (value instanceof Collection<?> many && ofTheJdk(value)) {
            list(many.iterator(), many.size());
        } else if (value instanceof Map<?, ?> map && ofTheJdk(value)) {
            map(map);
        } else {
            text.append(value);
        }
    }

    /** A list or map of a library may have a text of its own that says more. */
    private static boolean ofTheJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    private void list(Iterator<?> elements, int length) {
        text.append('[');
        all(elements, length, this::write);
        text.append(']');
    }

    private void map(Map<?, ?> map) {
        text.append('{');
        all(map.entrySet().iterator(), map.size(), entry -> {
            write(entry.getKey());
            text.append('=');
            write(entry.getValue());
        });
        text.append('}');
    }

    private <T> void all(Iterator<? extends T> elements, int length, Consumer<T> writer) {
        if (++depth > DEPTH) {
            text.append('…');
            depth--;
            return;
        }
        String gap = "";
        while (elements.hasNext()) {
            text.append(gap);
            if (left-- <= 0) {
                text.append("… ").append(length).append(" elements");
                break;
            }
            writer.accept(elements.next());
            gap = ", ";
        }
        depth--;
    }
}
