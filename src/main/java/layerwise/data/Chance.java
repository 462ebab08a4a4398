package layerwise.data;

/**
 * SplitMix64 (Steele, Lea and Flood, 2014): a stream of random numbers that is the same on every JVM and platform.
 *
 * <p>The JDK's generators promise no formula for their doubles and Gaussians; a pinned digest of drawn digits needs one.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** The stream of one seed and one index; neighbouring indices are unrelated. */
    Chance(long seed, long index) {
        restart(seed, index);
    }

    /** Becomes the stream of another seed and index. */
    void restart(long seed, long index) {
        state = mix(mix(seed + GOLDEN) ^ mix(index * GOLDEN + 1));
    }

    /** {@return uniform in [0, 1), a multiple of 2⁻⁵³} */
    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** {@return uniform in [low, high)} */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** {@return bell-shaped around 0 with this standard deviation, never beyond 2√3 of them: a sum of four uniforms} */
    double around(double deviation) {
        return (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508075688772 * deviation;
    }

    /** {@return normal around 0 with this standard deviation (Box and Muller, 1958)} */
    double normal(double deviation) {
        double distance = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return deviation * distance * StrictMath.cos(6.283185307179586 * uniform());
    }

    /** {@return 0 ≤ n < bound} */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** {@return true with this probability} */
    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** {@return 0 … size − 1 in random order (Fisher and Yates)} */
    int[] order(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
