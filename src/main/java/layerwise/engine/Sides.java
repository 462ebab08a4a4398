package layerwise.engine;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.ToIntFunction;
import layerwise.layers.Axis;
import layerwise.layers.Window;

/** Shapes as DJL writes them. */
final class Sides {
    private Sides() {}

    /** {@return batch × channels × height × width; a vector is batch × units} */
    static Shape batch(long size, layerwise.layers.Shape image, boolean vector) {
        return vector
                ? new Shape(size, image.channels())
                : new Shape(size, image.channels(), image.height(), image.width());
    }

    /** {@return {@code part} of the window's rows and columns} */
    static Shape of(Window window, ToIntFunction<Axis> part) {
        return new Shape(part.applyAsInt(window.rows()), part.applyAsInt(window.columns()));
    }

    /** {@return the sides of a parameter} */
    static Shape of(List<Integer> sides) {
        return new Shape(sides.stream().mapToLong(side -> side).toArray());
    }
}
