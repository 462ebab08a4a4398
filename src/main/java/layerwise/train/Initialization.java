package layerwise.train;

import java.util.random.RandomGenerator;

/** How wide the numbers are drawn that training starts from; F is the fan-in, the inputs of one unit. */
public enum Initialization {
    /** Uniform in ±2.4/F, biases too (LeCun et al. 1998, section II-B and appendix A). */
    LECUN {
        @Override
        double draw(RandomGenerator random, int fanIn, int fanOut) {
            return random.nextDouble(-1, 1) * 2.4 / fanIn;
        }

        @Override
        double bias(RandomGenerator random, int fanIn) {
            return draw(random, fanIn, 0);
        }
    },
    /** Uniform in ±√(6 / (fan-in + fan-out)), biases 0 (Glorot and Bengio 2010, equation 16). */
    XAVIER {
        @Override
        double draw(RandomGenerator random, int fanIn, int fanOut) {
            return random.nextDouble(-1, 1) * Math.sqrt(6.0 / (fanIn + fanOut));
        }
    },
    /** Gaussian with deviation √(2/F), biases 0 (He et al. 2015, equation 10). */
    HE {
        @Override
        double draw(RandomGenerator random, int fanIn, int fanOut) {
            return random.nextGaussian() * Math.sqrt(2.0 / fanIn);
        }
    },
    /**
     * Gaussian with deviation 0.01 whatever the fan-in, biases 0 (Krizhevsky et al. 2012, section 5, who start some biases
     * at 1).
     */
    NARROW {
        @Override
        double draw(RandomGenerator random, int fanIn, int fanOut) {
            return random.nextGaussian() * 0.01;
        }
    };

    /** √2: what a ReLU takes away of a signal's deviation, where an initialisation does not know of it (He et al. 2015). */
    public static final double RELU_GAIN = Math.sqrt(2);

    /** 5/3: what tanh takes away of a signal's deviation, as frameworks round it. */
    public static final double TANH_GAIN = 5.0 / 3;

    /** {@return one weight of a unit with {@code fanIn} inputs whose input goes to {@code fanOut} units} */
    abstract double draw(RandomGenerator random, int fanIn, int fanOut);

    /** {@return one bias of a unit with {@code fanIn} inputs} */
    double bias(RandomGenerator random, int fanIn) {
        return 0;
    }
}
