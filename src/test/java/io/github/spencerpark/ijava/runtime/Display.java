package io.github.spencerpark.ijava.runtime;

/** A double of IJava's class of this name, by its published signatures only: every cell there has its words. */
public final class Display {
    private Display() {}

    /** {@return the id of the place} */
    public static String display(Object value) {
        throw new UnsupportedOperationException("the course shows values itself, got " + value);
    }

    /** {@return the id of the place} */
    public static String display(Object value, String... as) {
        return display(value);
    }

    /** Would show the value in that place. */
    public static void updateDisplay(String id, Object value) {
        display(value);
    }

    /** Would show the value in that place. */
    public static void updateDisplay(String id, Object value, String... as) {
        display(value);
    }
}
