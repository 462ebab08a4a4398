package layerwise.data;

import java.util.Arrays;
import layerwise.layers.Shape;

/**
 * Up to N prepared images, floats N × C × H × W, with their labels: two arrays that every {@link #fill} writes anew.
 *
 * <p>Filling allocates nothing for an image. Two batches may be filled in turn by another thread; one batch belongs to
 * one thread at a time.
 */
public final class Batch {
    private final Preparation preparation;
    private final float[] levels;
    private final float[] images;
    private final float[] labels;
    private final Sampler sampler;
    private final View view;
    private final Chance chance = new Chance(0, 0);
    private int size;

    Batch(Preparation preparation, int capacity) {
        this.preparation = preparation;
        levels = preparation.levels();
        images = new float[capacity * (int) preparation.input().size()];
        labels = new float[capacity];
        sampler = new Sampler(preparation, levels, images);
        view = new View(preparation.input());
    }

    /** {@return channels × height × width of one prepared image} */
    public Shape shape() {
        return preparation.input();
    }

    /** {@return N, the most images it holds} */
    public int capacity() {
        return labels.length;
    }

    /** {@return how many images the last fill put in} */
    public int size() {
        return size;
    }

    /** {@return the array itself, N × C × H × W; after image size − 1 it is background} */
    public float[] images() {
        return images;
    }

    /** {@return the array itself, N labels as engines take them; after label size − 1 it is 0} */
    public float[] labels() {
        return labels;
    }

    /**
     * Cuts the images order[from] … order[to − 1], in this order; {@return this batch}
     *
     * @throws IllegalArgumentException if the images do not fit the input, or more are asked for than it holds or the
     *     order has
     * @throws IndexOutOfBoundsException if the order names an image that is not there
     */
    public Batch fill(Dataset data, int[] order, int from, int to) {
        within(data, order, from, to);
        preparation.check(data);
        begin(data, to - from);
        for (int i = 0; i < size; i++) {
            put(data, order[from + i], i);
        }
        return this;
    }

    /**
     * As {@link #fill(Dataset, int[], int, int)}, each image distorted as this pass says.
     *
     * @throws IllegalArgumentException as {@code fill} does; larger images are refused only if no distortion cuts them
     */
    public Batch fill(Dataset data, int[] order, int from, int to, Pass pass) {
        if (pass.augmentation().distortions().isEmpty()) {
            return fill(data, order, from, to);
        }
        within(data, order, from, to);
        preparation.check(data, pass.augmentation());
        begin(data, to - from);
        for (int i = 0; i < size; i++) {
            int index = order[from + i];
            view.begin(data.shape());
            pass.begin(chance, index);
            pass.augmentation().distort(view, chance);
            view.place();
            labels[i] = data.label(index);
            sampler.put(data, index, i, view);
        }
        return this;
    }

    /**
     * Cuts the same part out of the images from (inclusive) to (exclusive), resized to the input; {@return this batch}
     *
     * @throws IllegalArgumentException if their channels do not fit, they are more than it holds, or are not all there
     */
    public Batch fill(Dataset data, int from, int to, Crop crop) {
        Dataset range = data.range(from, to);
        preparation.checkChannels(data);
        begin(data, range.size());
        for (int i = 0; i < size; i++) {
            view.begin(data.shape());
            crop.show(view);
            labels[i] = range.label(i);
            sampler.put(range, i, i, view);
        }
        return this;
    }

    /**
     * Cuts the images from (inclusive) to (exclusive) as they come; {@return this batch}
     *
     * @throws IllegalArgumentException if they do not fit the input, are more than it holds, or are not all there
     */
    public Batch fill(Dataset data, int from, int to) {
        Dataset range = data.range(from, to);
        preparation.check(data);
        begin(data, range.size());
        for (int i = 0; i < size; i++) {
            put(range, i, i);
        }
        return this;
    }

    private static void within(Dataset data, int[] order, int from, int to) {
        if (from < 0 || to < from || to > order.length) {
            throw new IllegalArgumentException(data.name() + ": asked for places " + from + " to " + to
                    + " of an order of " + order.length + "; ask within 0 to " + order.length);
        }
    }

    private void begin(Dataset data, int count) {
        if (count > labels.length) {
            throw new IllegalArgumentException(data.name() + ": asked for " + count + " images in a batch that holds "
                    + labels.length + "; make a larger one");
        }
        size = count;
        Arrays.fill(images, preparation.low());
        Arrays.fill(labels, 0);
    }

    private void put(Dataset data, int index, int slot) {
        Shape image = data.shape();
        Shape input = preparation.input();
        int top = (input.height() - image.height()) / 2;
        int left = (input.width() - image.width()) / 2;
        labels[slot] = data.label(index);
        int source = data.offset(index);
        for (int map = slot * input.channels(); map < (slot + 1) * input.channels(); map++) {
            int row = (map * input.height() + top) * input.width() + left;
            for (int y = 0; y < image.height(); y++) {
                copy(data.shared(), source, row, image.width());
                source += image.width();
                row += input.width();
            }
        }
    }

    private void copy(byte[] pixels, int source, int target, int count) {
        for (int x = 0; x < count; x++) {
            images[target + x] = levels[pixels[source + x] & 0xFF];
        }
    }
}
