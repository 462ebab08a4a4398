package layerwise.layers;

import java.util.List;

/** channels × height × width → one vector of as many units; nothing is computed, only read in another order. */
public record Flatten() implements Primitive {

    /** Refuses, in the name of {@code reader}, an input that is still a map. */
    static void requireVector(String reader, Shape input) {
        if (input.area() != 1) {
            throw new IllegalArgumentException(
                    reader + " reads a vector, got " + input + "; put flatten() or globalPool() before it");
        }
    }

    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public Shape output(Shape input) {
        if (input.size() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("flattening " + input + " makes a vector of " + input.size()
                    + " units, more than " + Integer.MAX_VALUE + "; use a smaller input or pool first");
        }
        return Shape.vector((int) input.size());
    }

    /** {@return the whole map: the vector as one position stands for all of it} */
    @Override
    public Window window(Shape input) {
        return Window.of(input.height(), input.width());
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public long macs(Shape input) {
        return 0;
    }

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
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
