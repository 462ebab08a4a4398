package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.localResponseNorm;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Layer;
import layerwise.network.Network;
import layerwise.network.Source;

/**
 * VGG stacks 3 × 3 convolutions, 11 to 19 weighted layers deep; D, VGG-16, has 138,357,544 parameters, 103 million of them
 * in its first dense layer (Simonyan and Zisserman 2014, tables 1 and 2).
 *
 * <p>The columns of table 1: a word a layer, 3 or 1 for the side of its kernel, L for a local response norm; a group a
 * pooling. Table 2 prints 133, 133, 133, 134, 138 and 144 million.
 */
public enum VGG {
    // spotless:off
    //     64     128    256        512        512
    A     ("3",   "3",   "33",      "33",      "33"),
    A_LRN ("3L",  "3",   "33",      "33",      "33"),
    B     ("33",  "33",  "33",      "33",      "33"),
    C     ("33",  "33",  "331",     "331",     "331"),
    D     ("33",  "33",  "333",     "333",     "333"),
    E     ("33",  "33",  "3333",    "3333",    "3333");
    // spotless:on

    private static final Source PAPER = new Source(
            "Simonyan, Zisserman",
            2014,
            "Very Deep Convolutional Networks for Large-Scale Image Recognition",
            "table 1");

    private static final int[] FILTERS = {64, 128, 256, 512, 512};

    private final List<String> column;

    VGG(String... column) {
        this.column = List.of(column);
    }

    /** {@return the column of table 1, for ImageNet} */
    public Network network() {
        return network(Task.IMAGENET);
    }

    /** {@return the column of table 1 for {@code task}} */
    public Network network(Task task) {
        return network("", "", task, false);
    }

    /** {@return the column with a batch norm behind every convolution, which keeps its bias; libraries ship it so} */
    public Network batchNorm(Task task) {
        return network(" with batch norm", ", with batch norm (Ioffe, Szegedy 2015)", task, true);
    }

    private Network network(String suffix, String variant, Task task, boolean norm) {
        String letter = name().replace('_', '-');
        var layers = new ArrayList<Layer>();
        for (int stage = 0; stage < FILTERS.length; stage++) {
            layers.addAll(convolutions(stage, norm));
            layers.add(maxPool(2).as("pool" + (stage + 1)));
        }
        layers.add(flatten());
        layers.add(dense(4096).relu().then(dropout(0.5)).as("fc6"));
        layers.add(dense(4096).relu().then(dropout(0.5)).as("fc7"));
        layers.add(dense(task.classes()).as("fc8"));
        return Network.network(
                        "VGG-" + depth() + " (" + letter + ")" + suffix, task.image(), layers.toArray(Layer[]::new))
                .from(PAPER.at("table 1, column " + letter + variant));
    }

    private List<Layer> convolutions(int stage, boolean norm) {
        var layers = new ArrayList<Layer>();
        for (char sign : column.get(stage).toCharArray()) {
            if (sign == 'L') {
                layers.add(localResponseNorm());
            } else {
                Layer conv = conv(FILTERS[stage], sign - '0').same();
                String name = "conv" + (stage + 1) + "_" + (layers.size() + 1);
                layers.add(sequence(norm ? conv.batchNorm() : conv).relu().as(name));
            }
        }
        return layers;
    }

    /** {@return weighted layers: the convolutions of the column and three dense ones} */
    private long depth() {
        return 3 + String.join("", column).chars().filter(Character::isDigit).count();
    }
}
