package layerwise.zoo;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import layerwise.network.Network;
import layerwise.network.Source;

/**
 * A small network for Fashion-MNIST that doubles its filters after each pooling: 1,413,834 parameters (Géron 2019, chapter
 * 14).
 */
public final class FashionCnn {
    private FashionCnn() {}

    private static final Source BOOK = new Source(
            "Géron",
            2019,
            "Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow",
            "chapter 14, CNN architectures");

    /** {@return the network of the book} */
    public static Network book() {
        return book(Task.MNIST);
    }

    // spotless:off

    /** {@return the network of the book for {@code task}} */
    public static Network book(Task task) {
        return network("Fashion-MNIST CNN", task.image(),
                conv( 64, 7).same().relu().as("conv1"),
                maxPool(2).as("pool1"),
                conv(128, 3).same().relu().as("conv2"),
                conv(128, 3).same().relu().as("conv3"),
                maxPool(2).as("pool2"),
                conv(256, 3).same().relu().as("conv4"),
                conv(256, 3).same().relu().as("conv5"),
                maxPool(2).as("pool3"),
                flatten(),
                dense(128).relu().then(dropout(0.5)).as("fc1"),
                dense( 64).relu().then(dropout(0.5)).as("fc2"),
                dense(task.classes()).as("fc3")).from(BOOK);
    }

    // spotless:on
}
