package layerwise.zoo;

import static layerwise.layers.Layers.sequence;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import layerwise.layers.Layer;

/** Units of one kind one after another: {@code conv2_x/unit1, conv2_x/unit2, …}. */
final class Stage {
    private Stage() {}

    /** {@return {@code units} units under one name; {@code unit} makes the one of its number, counted from 0} */
    static Layer of(String name, int units, IntFunction<Layer> unit) {
        return sequence(IntStream.range(0, units)
                        .mapToObj(i -> unit.apply(i).as("unit" + (i + 1)))
                        .toList())
                .as(name);
    }
}
