package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.localResponseNorm;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import layerwise.network.Network;
import layerwise.network.Source;

/**
 * AlexNet won ILSVRC 2012 with 60,965,224 parameters in two towers, 96 % of them in three dense layers; the paper says 60
 * million (Krizhevsky, Sutskever and Hinton 2012, section 3.5 and figure 2).
 *
 * <p>The paper's input of 224 does not give its 55 × 55 maps with a window of 11 and stride 4; 227 does, and is used here.
 */
public final class AlexNet {
    private AlexNet() {}

    /** What the two towers read: 227 × 227, of which the paper says 224. */
    public static final Task TASK = Task.IMAGENET.at(227);

    private static final Source PAPER = new Source(
            "Krizhevsky, Sutskever, Hinton",
            2012,
            "ImageNet Classification with Deep Convolutional Neural Networks",
            "figure 2");

    private static final Source ONE_TOWER = new Source(
            "Krizhevsky", 2014, "One Weird Trick for Parallelizing Convolutional Neural Networks", "section 5");

    /** {@return the network of the paper} */
    public static Network paper() {
        return paper(TASK);
    }

    /** {@return the network of the paper: conv2, conv4 and conv5 read the maps of their own GPU only} */
    public static Network paper(Task task) {
        return towers("AlexNet", task, 2).from(PAPER.at("figure 2, two towers"));
    }

    /** {@return the network that textbooks teach, in which every map reads all maps: 62,378,344 parameters} */
    public static Network ungrouped(Task task) {
        return towers("AlexNet (ungrouped)", task, 1).from(PAPER.at("figure 2, towers joined"));
    }

    // spotless:off

    private static Network towers(String name, Task task, int groups) {
        return network(name, task.image(),
                conv( 96, 11).stride(4)             .relu().then(localResponseNorm()).as("conv1"),
                maxPool(3).stride(2).as("pool1"),
                conv(256,  5).pad(2).groups(groups) .relu().then(localResponseNorm()).as("conv2"),
                maxPool(3).stride(2).as("pool2"),
                conv(384,  3).pad(1)                .relu().as("conv3"),
                conv(384,  3).pad(1).groups(groups) .relu().as("conv4"),
                conv(256,  3).pad(1).groups(groups) .relu().as("conv5"),
                maxPool(3).stride(2).as("pool5"),
                flatten(),
                dense(4096).relu().then(dropout(0.5)).as("fc6"),
                dense(4096).relu().then(dropout(0.5)).as("fc7"),
                dense(task.classes()).as("fc8"));
    }

    /** {@return the network of one tower that libraries ship: 61,100,840 parameters at 224, no local response norm} */
    public static Network singleTower(Task task) {
        return network("AlexNet (single tower)", task.image(),
                conv( 64, 11).stride(4).pad(2).relu().as("conv1"),
                maxPool(3).stride(2).as("pool1"),
                conv(192,  5).pad(2)          .relu().as("conv2"),
                maxPool(3).stride(2).as("pool2"),
                conv(384,  3).pad(1)          .relu().as("conv3"),
                conv(256,  3).pad(1)          .relu().as("conv4"),
                conv(256,  3).pad(1)          .relu().as("conv5"),
                maxPool(3).stride(2).as("pool5"),
                flatten(),
                dropout(0.5).then(dense(4096)).relu().as("fc6"),
                dropout(0.5).then(dense(4096)).relu().as("fc7"),
                dense(task.classes()).as("fc8")).from(ONE_TOWER.at("section 5, one tower, as libraries ship it"));
    }

    // spotless:on
}
