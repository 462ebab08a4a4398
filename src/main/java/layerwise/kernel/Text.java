package layerwise.kernel;

import java.lang.reflect.Array;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Any value as plain text; an array by its elements, because its own text is an address. */
final class Text {
    private static final int ELEMENTS = 1000;

    private Text() {}

    /** {@return the text of the value, whatever its {@code toString} does} */
    static String of(Object value) {
        try {
            return value.getClass().isArray() ? array(value) : Names.readable(String.valueOf(value));
        } catch (Guard.Stopped stopped) {
            throw stopped;
        } catch (Exception | LinkageError | StackOverflowError e) {
            return Names.readable(value.getClass().getName()) + " (its toString failed with " + e + ")";
        }
    }

    private static String array(Object array) {
        int length = Array.getLength(array);
        return IntStream.range(0, Math.min(length, ELEMENTS))
                .mapToObj(i -> Array.get(array, i))
                .map(element -> element == null ? "null" : of(element))
                .collect(Collectors.joining(", ", "[", length > ELEMENTS ? ", … " + length + " elements]" : "]"));
    }
}
