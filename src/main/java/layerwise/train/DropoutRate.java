package layerwise.train;

import layerwise.layers.Dropout;
import layerwise.layers.Layer;
import layerwise.network.Head;
import layerwise.network.Network;

/** The same network with another rate in each dropout; it has the same weights. */
record DropoutRate(double rate) {

    Network of(Network network) {
        var heads = network.heads().stream()
                .map(head -> new Head(head.name(), head.after(), of(head.body()), head.weight()))
                .toList();
        return new Network(network.name(), network.input(), of(network.body()), heads, network.source());
    }

    private Layer of(Layer layer) {
        return layer instanceof Dropout ? new Dropout(rate) : layer.replacing(this::of);
    }
}
