package layerwise.layers;

import java.util.List;

/** A function of each activation by itself; nothing is trained and the shape stays. */
public enum Activation implements Primitive {
    /** max(0, a) (Nair and Hinton 2010). */
    RELU("relu", new Operations(0, 0, 1, 0, 0)),
    /** tanh(a). */
    TANH("tanh", new Operations(0, 2, 0, 1, 1)),
    /** 1.7159·tanh(2a/3), so that f(±1) = ±1 (LeCun et al. 1998, appendix A). */
    SCALED_TANH("scaledtanh", new Operations(2, 2, 0, 1, 1)),
    /** 1 / (1 + e⁻ᵃ). */
    SIGMOID("sigmoid", new Operations(0, 1, 0, 1, 1)),
    /** min(max(0, a), 6) (Sandler et al. 2018, section 4). */
    RELU6("relu6", new Operations(0, 0, 2, 0, 0)),
    /** a / (1 + e⁻ᵃ) (Ramachandran et al. 2017). */
    SWISH("swish", new Operations(1, 1, 0, 1, 1)),
    /** min(max(0, a + 3), 6) / 6, the sigmoid without an exponential (Howard et al. 2019, section 5.2). */
    HARD_SIGMOID("hardsigmoid", new Operations(0, 1, 2, 1, 0)),
    /** a · min(max(0, a + 3), 6) / 6 (Howard et al. 2019, section 5.2). */
    HARD_SWISH("hardswish", new Operations(1, 1, 2, 1, 0));

    /** A of A·tanh(S·a) in {@link #SCALED_TANH}. */
    public static final double AMPLITUDE = 1.7159;

    /** S of A·tanh(S·a) in {@link #SCALED_TANH}. */
    public static final double SLOPE = 2.0 / 3.0;

    private final String word;
    private final Operations each;

    Activation(String word, Operations each) {
        this.word = word;
        this.each = each;
    }

    @Override
    public String kind() {
        return word;
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

    /** {@return 0: a unit's activation function is part of the unit, not a wire to it} */
    @Override
    public long connections(Shape input) {
        return 0;
    }

    /** {@return what one activation takes, times the activations; tanh(a) as (e²ᵃ − 1) / (e²ᵃ + 1)} */
    @Override
    public Operations operations(Shape input) {
        return each.times(input.size());
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
