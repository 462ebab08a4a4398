package layerwise.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words that networks are written in, meant for {@code import static layerwise.layers.Layers.*}.
 *
 * <p>Window words come before activation words, and the name comes last:
 * {@code conv(64, 7).stride(2).pad(3).relu().as("conv1")}. The compiler sees to it, because {@code relu()} returns a
 * layer that has no stride.
 */
public final class Layers {
    private Layers() {}

    /** {@return {@code filters} windows of kernel × kernel over all input maps, stride 1, no padding, with biases} */
    public static Conv conv(int filters, int kernel) {
        return conv(filters, kernel, kernel);
    }

    /** {@return {@code filters} windows of height × width over all input maps, stride 1, no padding, with biases} */
    public static Conv conv(int filters, int height, int width) {
        return new Conv(filters, Window.of(height, width), 1, true, Optional.empty());
    }

    /** {@return the maximum of each size × size window, moving by its size} */
    public static Pool maxPool(int size) {
        return new Pool(Pool.Kind.MAX, Window.of(size).stride(size));
    }

    /** {@return the mean of each size × size window, moving by its size} */
    public static Pool averagePool(int size) {
        return new Pool(Pool.Kind.AVERAGE, Window.of(size).stride(size));
    }

    /** {@return LeNet-5's trained pooling of each size × size window, moving by its size} */
    public static Subsample subsample(int size) {
        return new Subsample(Window.of(size).stride(size));
    }

    /** {@return {@code units} that each read a whole vector, with biases} */
    public static Dense dense(int units) {
        return new Dense(units, true);
    }

    /** {@return the squared distance to each of {@code centres}} */
    public static Rbf rbf(List<List<Integer>> centres) {
        return new Rbf(centres);
    }

    /** {@return the maps read as one vector} */
    public static Flatten flatten() {
        return new Flatten();
    }

    /** {@return the mean of each map} */
    public static GlobalPool globalPool() {
        return new GlobalPool();
    }

    /** {@return one layer after another} */
    public static Layer sequence(Layer... layers) {
        return sequence(Given.all(layers, "a layer of a sequence"));
    }

    /** {@return one layer after another; sequences among them are opened, so that there is one way to say it} */
    public static Layer sequence(List<? extends Layer> layers) {
        var flat = new ArrayList<Layer>();
        for (Layer layer : Given.all(layers, "a layer of a sequence")) {
            if (layer instanceof Sequence inner) {
                flat.addAll(inner.layers());
            } else {
                flat.add(layer);
            }
        }
        return new Sequence(flat);
    }

    /** {@return branches that read the same input, stacked along the channels} */
    public static Layer concat(Layer... branches) {
        return new Concat(Given.all(branches, "a concat's branch"));
    }

    /** {@return branches that read the same input, added} */
    public static Layer sum(Layer... branches) {
        return new Sum(Given.all(branches, "a sum's branch"));
    }

    /** {@return what it reads, each map multiplied by the number that {@code gate} makes of all of it} */
    public static Layer scale(Layer gate) {
        return new Scale(gate);
    }

    /** {@return AlexNet's norm over five neighbouring maps: k = 2, n = 5, α = 10⁻⁴, β = 0.75} */
    public static LocalResponseNorm localResponseNorm() {
        return new LocalResponseNorm(5, 2, 1e-4, 0.75);
    }

    /** {@return each activation dropped with probability {@code rate} while training} */
    public static Dropout dropout(double rate) {
        return new Dropout(rate);
    }

    /** {@return the maps {@code from} (inclusive) to {@code to} (exclusive)} */
    public static Slice slice(int from, int to) {
        return new Slice(from, to);
    }

    /** {@return the maps of {@code groups} groups dealt out in turn} */
    public static Shuffle shuffle(int groups) {
        return new Shuffle(groups);
    }

    /** {@return maps of zeros added until there are {@code channels}} */
    public static PadChannels padChannels(int channels) {
        return new PadChannels(channels);
    }

    /** {@return the layer that hands on what it reads: the shortcut of a residual unit} */
    public static Layer identity() {
        return new Sequence(List.of());
    }
}
