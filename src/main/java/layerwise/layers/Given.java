package layerwise.layers;

import java.util.Arrays;
import java.util.List;

/** What a description is made of is there: nothing in it is null. */
public final class Given {
    private Given() {}

    /**
     * {@return {@code value}}
     *
     * @param what it is, in words for the message
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T value(T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is expected, got null");
        }
        return value;
    }

    /**
     * {@return a copy of {@code values}, which nobody can change}
     *
     * @param what one of them is, in words for the message
     * @throws IllegalArgumentException if there is no list, or a null in it
     */
    public static <T> List<T> all(List<? extends T> values, String what) {
        int missing = value(values, "a list of which each is " + what).stream()
                .map(value -> value == null)
                .toList()
                .indexOf(true);
        if (missing >= 0) {
            throw new IllegalArgumentException(
                    what + " is expected, got null as number " + (missing + 1) + " of " + values.size());
        }
        return List.copyOf(values);
    }

    /** {@return {@code values} as a list that nobody can change; as {@link #all(List, String)}} */
    static <T> List<T> all(T[] values, String what) {
        return all(Arrays.asList(value(values, "a list of which each is " + what)), what);
    }
}
