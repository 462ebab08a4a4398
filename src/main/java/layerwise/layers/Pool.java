package layerwise.layers;

import java.util.List;

/**
 * max or mean of each window of each map; nothing is trained.
 *
 * @param taken what is taken of a window
 * @param window the window and how it moves
 */
public record Pool(Kind taken, Window window) implements Primitive {

    /** What a pooling takes of its window. */
    public enum Kind {
        /** The largest activation. */
        MAX("maxpool"),
        /** The mean of the activations; padding counts as zeros. */
        AVERAGE("avgpool");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Refuses padding as wide as the window, which would pool nothing but padding, and a dilated window. */
    public Pool {
        Given.value(taken, "what a pooling takes, Pool.Kind.MAX or AVERAGE,");
        Given.value(window, "a pooling's window");
        window.requirePooling("a pooling");
    }

    /** {@return this pooling moving by {@code stride} both ways; smaller than the window, it overlaps} */
    public Pool stride(int stride) {
        return new Pool(taken, window.stride(stride));
    }

    /** {@return this pooling over an input with {@code padding} more rows and columns on all four sides} */
    public Pool pad(int padding) {
        return new Pool(taken, window.pad(padding));
    }

    /** {@return this pooling padded by (k − 1)/2, which keeps the side at stride 1} */
    public Pool same() {
        return new Pool(taken, window.same());
    }

    /** {@return this pooling with a partly fitting last window counted, as in Caffe and GoogLeNet} */
    public Pool roundUp() {
        return new Pool(taken, window.roundUp());
    }

    /** {@return {@code maxpool} or {@code avgpool}} */
    @Override
    public String kind() {
        return taken.word;
    }

    @Override
    public Shape output(Shape input) {
        return window.over(input, input.channels());
    }

    @Override
    public Window window(Shape input) {
        return window;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public long macs(Shape input) {
        return 0;
    }

    /** {@return window area · output activations} */
    @Override
    public long connections(Shape input) {
        return Count.product(window.area(), output(input).size());
    }

    /** {@return window area · output activations: comparisons for a maximum, additions for a mean} */
    @Override
    public Operations operations(Shape input) {
        long read = Count.product(window.area(), output(input).size());
        return switch (taken) {
            case MAX -> Operations.compares(read);
            case AVERAGE -> Operations.adds(read);
        };
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
