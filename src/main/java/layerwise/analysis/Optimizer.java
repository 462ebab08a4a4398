package layerwise.analysis;

/** Numbers that an optimiser keeps beside each trained one. */
public enum Optimizer {
    /** Plain gradient descent keeps none. */
    SGD(0),
    /** A velocity. */
    MOMENTUM(1),
    /** Running means of the gradient and of its square (Kingma and Ba 2014). */
    ADAM(2);

    private final int slots;

    Optimizer(int slots) {
        this.slots = slots;
    }

    /** {@return numbers kept for each trained one} */
    public int slots() {
        return slots;
    }
}
