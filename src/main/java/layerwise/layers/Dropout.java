package layerwise.layers;

import java.util.List;

/**
 * While training each activation is 0 with probability {@code rate}, else divided by 1 − rate; afterwards nothing happens
 * (Srivastava et al. 2014).
 *
 * @param rate probability of being dropped, from 0 to below 1
 */
public record Dropout(double rate) implements Primitive {

    /** Refuses a rate that is no probability below 1. */
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("a dropout's rate is from 0 to below 1, got " + rate);
        }
    }

    @Override
    public String kind() {
        return "dropout";
    }

    @Override
    public Shape output(Shape input) {
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

    /** {@return 0: nothing in it is weighted} */
    @Override
    public long connections(Shape input) {
        return 0;
    }

    /** {@return none: at test time nothing is dropped} */
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
