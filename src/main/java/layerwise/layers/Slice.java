package layerwise.layers;

import java.util.List;

/**
 * Some of the maps: how ShuffleNet v2 splits a unit's input in two (Ma et al. 2018, figure 3c).
 *
 * @param from the first map, counted from 0
 * @param to the map after the last
 */
public record Slice(int from, int to) implements Primitive {

    /** Refuses a slice without maps. */
    public Slice {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a slice is from a map to a later one, got " + from + " to " + to);
        }
    }

    @Override
    public String kind() {
        return "slice";
    }

    @Override
    public Shape output(Shape input) {
        if (to > input.channels()) {
            throw new IllegalArgumentException(
                    "a slice of maps " + from + " to " + to + " needs " + to + " channels, got " + input);
        }
        return Shape.of(to - from, input.height(), input.width());
    }

    @Override
    public Window window(Shape input) {
        return Window.of(1);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public long macs(Shape input) {
        return 0;
    }

    /** {@return 0: nothing is computed} */
    @Override
    public long connections(Shape input) {
        return 0;
    }

    /** {@return none: numbers are moved, not computed} */
    @Override
    public Operations operations(Shape input) {
        return Operations.NONE;
    }

    @Override
    public boolean pointwise() {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
