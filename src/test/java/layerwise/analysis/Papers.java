package layerwise.analysis;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.localResponseNorm;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import layerwise.layers.Conv;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Head;
import layerwise.network.Network;

/** Networks of the papers, written for these tests with the words of the alphabet. */
final class Papers {
    private Papers() {}

    private static final Shape IMAGE = Shape.of(3, 224, 224);

    // spotless:off

    /** Krizhevsky et al. 2012, figure 2: two towers; 60,965,224 parameters. */
    static Network alexNet() {
        return network("AlexNet", Shape.of(3, 227, 227),
                sequence(conv(96, 11).stride(4).relu(), localResponseNorm()).as("conv1"),
                maxPool(3).stride(2).as("pool1"),
                sequence(conv(256, 5).same().groups(2).relu(), localResponseNorm()).as("conv2"),
                maxPool(3).stride(2).as("pool2"),
                conv(384, 3).same().relu().as("conv3"),
                conv(384, 3).same().groups(2).relu().as("conv4"),
                conv(256, 3).same().groups(2).relu().as("conv5"),
                maxPool(3).stride(2).as("pool5"),
                flatten(),
                sequence(dense(4096).relu(), dropout(0.5)).as("fc6"),
                sequence(dense(4096).relu(), dropout(0.5)).as("fc7"),
                dense(1000).as("fc8"));
    }

    /** Simonyan and Zisserman 2014, table 1, column D; 138,357,544 parameters. */
    static Network vgg16() {
        var layers = new ArrayList<Layer>();
        int[] depths = {2, 2, 3, 3, 3};
        int[] widths = {64, 128, 256, 512, 512};
        for (int stage = 0; stage < 5; stage++) {
            for (int i = 1; i <= depths[stage]; i++) {
                layers.add(conv(widths[stage], 3).same().relu().as("conv" + (stage + 1) + "_" + i));
            }
            layers.add(maxPool(2).as("pool" + (stage + 1)));
        }
        layers.addAll(List.of(flatten(),
                sequence(dense(4096).relu(), dropout(0.5)).as("fc6"),
                sequence(dense(4096).relu(), dropout(0.5)).as("fc7"),
                dense(1000).as("fc8")));
        return new Network("VGG-16", IMAGE, sequence(layers), List.of(), Optional.empty());
    }

    /** Szegedy et al. 2014, table 1, with the two heads of section 5. */
    static Network googLeNet() {
        return network("GoogLeNet", IMAGE,
                conv(64, 7).stride(2).pad(3).relu().as("conv1"),
                maxPool(3).stride(2).roundUp().as("pool1"),
                localResponseNorm().as("norm1"),
                conv(64, 1).relu().as("conv2-reduce"),
                conv(192, 3).same().relu().as("conv2"),
                localResponseNorm().as("norm2"),
                maxPool(3).stride(2).roundUp().as("pool2"),
                inception( 64,  96, 128, 16,  32,  32).as("inception3a"),
                inception(128, 128, 192, 32,  96,  64).as("inception3b"),
                maxPool(3).stride(2).roundUp().as("pool3"),
                inception(192,  96, 208, 16,  48,  64).as("inception4a"),
                inception(160, 112, 224, 24,  64,  64).as("inception4b"),
                inception(128, 128, 256, 24,  64,  64).as("inception4c"),
                inception(112, 144, 288, 32,  64,  64).as("inception4d"),
                inception(256, 160, 320, 32, 128, 128).as("inception4e"),
                maxPool(3).stride(2).roundUp().as("pool4"),
                inception(256, 160, 320, 32, 128, 128).as("inception5a"),
                inception(384, 192, 384, 48, 128, 128).as("inception5b"),
                globalPool(),
                dropout(0.4),
                dense(1000).as("linear"))
            .head(new Head("aux1", "inception4a", aux(), 0.3))
            .head(new Head("aux2", "inception4d", aux(), 0.3));
    }

    static Layer inception(int one, int reduce3, int three, int reduce5, int five, int pool) {
        return concat(
                conv(one, 1).relu().as("1x1"),
                sequence(conv(reduce3, 1).relu().as("reduce"), conv(three, 3).same().relu().as("conv")).as("3x3"),
                sequence(conv(reduce5, 1).relu().as("reduce"), conv(five, 5).same().relu().as("conv")).as("5x5"),
                sequence(maxPool(3).stride(1).same(), conv(pool, 1).relu().as("project")).as("pool"));
    }

    private static Layer aux() {
        return sequence(averagePool(5).stride(3), conv(128, 1).relu(), flatten(),
                dense(1024).relu(), dropout(0.7), dense(1000));
    }

    /** He et al. 2015, table 1, 50 layers, stride on the first 1×1; 25,557,032 parameters. */
    static Network resNet50() {
        var layers = new ArrayList<Layer>();
        layers.add(norm(conv(64, 7).stride(2).pad(3)).relu().as("conv1"));
        layers.add(maxPool(3).stride(2).pad(1).as("pool1"));
        int[] depths = {3, 4, 6, 3};
        for (int stage = 0; stage < 4; stage++) {
            for (int unit = 1; unit <= depths[stage]; unit++) {
                int stride = stage > 0 && unit == 1 ? 2 : 1;
                layers.add(bottleneck(64 << stage, stride, unit == 1).as("conv" + (stage + 2) + "_" + unit));
            }
        }
        layers.addAll(List.of(globalPool(), dense(1000).as("fc")));
        return new Network("ResNet-50", IMAGE, sequence(layers), List.of(), Optional.empty());
    }

    private static Layer bottleneck(int width, int stride, boolean project) {
        return sum(
                sequence(norm(conv(width, 1).stride(stride)).relu(), norm(conv(width, 3).same()).relu(),
                        norm(conv(4 * width, 1))),
                project ? norm(conv(4 * width, 1).stride(stride)).as("shortcut") : identity()).relu();
    }

    // spotless:on

    private static Layer norm(Conv conv) {
        return conv.noBias().batchNorm();
    }
}
