package layerwise.layers;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One array of numbers that a layer keeps: its name, what it is for, its sides, and how many of its numbers are free.
 *
 * @param name the word after the layer's path, {@code weight} or {@code bias}
 * @param role what the numbers are for, which says whether training changes them
 * @param sides the array's sides, outermost first; a convolution's weight is filters × channels × height × width
 * @param free how many of the numbers take part; fewer than all where a connection table leaves crosses out
 * @param fixed the numbers themselves where they are {@link Role#FIXED}, else empty
 */
public record Parameter(String name, Role role, List<Integer> sides, long free, List<Integer> fixed) {

    /** What the numbers of a parameter are for. */
    public enum Role {
        /** Multiplies an activation; trained. */
        WEIGHT(true),
        /** Is added to a weighted sum; trained. */
        BIAS(true),
        /** Multiplies a normalised activation; trained. */
        SCALE(true),
        /** Is added to a normalised activation; trained. */
        SHIFT(true),
        /** The running mean of a batch norm; counted from the data, not trained. */
        MEAN(false),
        /** The running variance of a batch norm; counted from the data, not trained. */
        VARIANCE(false),
        /** Chosen by hand and never trained, like the bitmap codes of LeNet-5's output. */
        FIXED(false);

        private final boolean trained;

        Role(boolean trained) {
            this.trained = trained;
        }

        /** {@return whether training changes such numbers} */
        public boolean trained() {
            return trained;
        }
    }

    /** Copies the lists and refuses more free numbers than there are. */
    public Parameter {
        sides = List.copyOf(sides);
        fixed = List.copyOf(fixed);
        long size = size(sides);
        if (free < 0 || free > size) {
            throw new IllegalArgumentException(
                    name + " has " + size + " numbers, of which between 0 and all can be free, got " + free);
        }
    }

    /** {@return a trained parameter all of whose numbers are free} */
    static Parameter of(String name, Role role, Integer... sides) {
        return new Parameter(name, role, List.of(sides), size(List.of(sides)), List.of());
    }

    private static long size(List<Integer> sides) {
        return Count.product(sides.stream().mapToLong(side -> side).toArray());
    }

    /** {@return numbers in the array, free or not: the product of its sides} */
    public long size() {
        return size(sides);
    }

    /** {@return numbers that training may change; 0 for a fixed parameter} */
    public long trainable() {
        return role.trained() ? free : 0;
    }

    /** {@return the name with the sides, {@code weight 16×6×5×5}} */
    @Override
    public String toString() {
        return name + " " + sides.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
