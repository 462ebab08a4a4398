package layerwise.layers;

import java.util.List;

/**
 * Maps of zeros after the others, until there are {@code channels}: the shortcut without parameters of option A (He et al.
 * 2015, section 3.3).
 *
 * @param channels maps that come out
 */
public record PadChannels(int channels) implements Primitive {

    /** Refuses fewer than one map. */
    public PadChannels {
        if (channels < 1) {
            throw new IllegalArgumentException("padding makes at least one channel, got " + channels);
        }
    }

    @Override
    public String kind() {
        return "padchannels";
    }

    @Override
    public Shape output(Shape input) {
        if (channels < input.channels()) {
            throw new IllegalArgumentException("padding to " + channels + " channels cannot drop any, got " + input
                    + "; use slice(0, " + channels + ") for that");
        }
        return Shape.of(channels, input.height(), input.width());
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
