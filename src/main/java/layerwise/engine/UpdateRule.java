package layerwise.engine;

/**
 * How a weight w follows its gradient g at learning rate η; g includes weight decay, λ·w.
 *
 * <p>Each rule keeps arrays of a weight's size beside it, its slots; both must be kept to go on as if never stopped.
 */
public sealed interface UpdateRule {

    /** {@return the names of the arrays that are kept beside each weight} */
    java.util.List<String> slots();

    /** {@return what the learning rate is multiplied by at update {@code t}, the first being 1} */
    default double correction(long t) {
        return 1;
    }

    /**
     * v ← μ·v − η·g, w ← w + v (as in Krizhevsky et al. 2012, section 5); without momentum w ← w − η·g.
     *
     * @param momentum μ, the share of the last update that is added to this one
     */
    record Sgd(double momentum) implements UpdateRule {

        /** Refuses a momentum that would never die down. */
        public Sgd {
            share("momentum", momentum);
        }

        @Override
        public java.util.List<String> slots() {
            return momentum == 0 ? java.util.List.of() : java.util.List.of("velocity");
        }

        @Override
        public String toString() {
            return momentum == 0 ? "no momentum" : "momentum " + momentum;
        }
    }

    /**
     * m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², w ← w − η·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m/(√v + ε) (Kingma and Ba 2014,
     * section 2).
     *
     * @param beta1 β₁, how long gradients are remembered
     * @param beta2 β₂, how long their squares are
     * @param epsilon ε, what keeps a weight without gradients in place
     */
    record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {

        /** Refuses what the algorithm does not allow. */
        public Adam {
            share("beta1", beta1);
            share("beta2", beta2);
            if (!(epsilon > 0 && epsilon < 1)) {
                throw new IllegalArgumentException("Adam's epsilon is above 0 and below 1, got " + epsilon);
            }
        }

        /** {@return β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, as algorithm 1 of the paper suggests} */
        public static Adam published() {
            return new Adam(0.9, 0.999, 1e-8);
        }

        @Override
        public java.util.List<String> slots() {
            return java.util.List.of("mean", "variance");
        }

        /** √(1 − β₂ᵗ) / (1 − β₁ᵗ): means that began at 0 are too small at first. */
        @Override
        public double correction(long t) {
            return Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
        }

        @Override
        public String toString() {
            return "Adam, β₁ " + beta1 + ", β₂ " + beta2 + ", ε " + epsilon;
        }
    }

    private static void share(String word, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("an update's " + word + " is from 0 to below 1, got " + value);
        }
    }
}
