package layerwise.data;

import java.util.SplittableRandom;

/**
 * One pass over a dataset: in which order its images come, and how each is distorted; both from the seed and the epoch.
 *
 * @param seed of all passes of a run
 * @param epoch which pass
 * @param augmentation what is done to every image
 */
public record Pass(long seed, int epoch, Augmentation augmentation) {

    /** {@return the images as they are, in random order} */
    public static Pass plain(long seed, int epoch) {
        return new Pass(seed, epoch, Augmentation.NONE);
    }

    /** {@return 0 … size − 1 in random order (Fisher and Yates), every order as likely as any other} */
    public int[] order(int size) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch);
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Begins the random numbers that distort image {@code index} in this pass. */
    void begin(Chance chance, int index) {
        chance.restart(seed + 0x632BE59BD9B4E019L * epoch, index);
    }
}
