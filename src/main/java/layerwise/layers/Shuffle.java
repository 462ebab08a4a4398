package layerwise.layers;

import java.util.List;

/**
 * Map g·(C/G) + i becomes map i·G + g: the groups' maps dealt out in turn, so that the next grouped convolution sees all
 * groups (Zhang et al. 2017, figure 1).
 *
 * @param groups G, which divides the channels
 */
public record Shuffle(int groups) implements Primitive {

    /** Refuses fewer than one group. */
    public Shuffle {
        if (groups < 1) {
            throw new IllegalArgumentException("a shuffle needs at least one group, got " + groups);
        }
    }

    @Override
    public String kind() {
        return "shuffle";
    }

    @Override
    public Shape output(Shape input) {
        if (input.channels() % groups != 0) {
            throw new IllegalArgumentException(
                    "a shuffle's groups must divide the channels, got " + groups + " groups for " + input);
        }
        return input;
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
