package layerwise.train;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.network.Network.network;

import layerwise.data.DrawnDigits;
import layerwise.data.Split;
import layerwise.layers.Shape;
import layerwise.network.Network;

/** What the tests of this package train, small enough to be quick. */
final class Nets {
    /** 300 digits to learn from, 100 to test on. */
    static final Split FEW = Split.of(DrawnDigits.draw(400, 11), 300);

    private Nets() {}

    /** Batch norm, ReLU and dropout: all that remembers something or draws something. */
    static Network small() {
        return small(0.25);
    }

    static Network small(double rate) {
        return network(
                "small",
                Shape.of(1, 28, 28),
                averagePool(2).as("shrink"),
                conv(6, 3).noBias().batchNorm().relu().as("conv1"),
                conv(8, 3).stride(2).relu().as("conv2"),
                flatten(),
                dropout(rate),
                dense(10).as("out"));
    }

    /** A recipe that learns a little in an epoch. */
    static Recipe quick() {
        return Recipe.of(small()).epochs(6).batch(32).rate(0.02).initialization(Initialization.HE);
    }
}
