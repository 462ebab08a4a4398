package layerwise.course;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import java.util.Locale;
import layerwise.data.DrawnShapes;
import layerwise.layers.Activation;
import layerwise.layers.Layer;
import layerwise.network.Network;

/** Networks of the course's own experiments: of no paper, and small enough to be trained in a minute on two cores. */
public final class SmallNetworks {
    private SmallNetworks() {}

    /**
     * {@return four layers on figures of 32 × 32 pixels, three convolutions with overlapping pools and one dense: AlexNet's
     * form, to compare activations as Krizhevsky et al. 2012 do in figure 1 with four layers of their own}
     */
    public static Network fourLayers(Activation activation) {
        return network(
                "four layers, " + activation.name().toLowerCase(Locale.ROOT),
                DrawnShapes.SHAPE,
                unit(16, activation).as("conv1"),
                unit(32, activation).as("conv2"),
                unit(32, activation).as("conv3"),
                flatten(),
                dense(10).as("fc4"));
    }

    private static Layer unit(int filters, Activation activation) {
        return conv(filters, 5).same().then(activation).then(maxPool(3).stride(2));
    }
}
