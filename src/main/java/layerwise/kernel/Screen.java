package layerwise.kernel;

/** Where {@link Display} shows things: a notebook of ours, one of a stock kernel, or a console. */
interface Screen {

    /** Shows the value below what the cell has shown so far. */
    void show(Object value);

    /** Shows the value in a place that {@link #update} can find again. */
    void show(Object value, String id);

    /** Puts another value into that place. */
    void update(String id, Object value);

    /** Empties the cell's output, at once or when the next output comes. */
    void clear(boolean wait);

    /** {@return whether someone looks on while the cell runs, so that what changes is worth showing} */
    boolean watched();
}
