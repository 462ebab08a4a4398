package layerwise.train;

/** How the learning rate falls from the first step to the last; t runs from 0 to 1. */
public enum Schedule {
    /** rate, always. */
    CONSTANT {
        @Override
        double factor(double t) {
            return 1;
        }
    },
    /** rate · (1 + cos πt) / 2 (Loshchilov and Hutter 2016, equation 5, without restarts). */
    COSINE {
        @Override
        double factor(double t) {
            return (1 + Math.cos(Math.PI * t)) / 2;
        }
    };

    /** {@return what the learning rate is multiplied by at {@code t}} */
    abstract double factor(double t);
}
