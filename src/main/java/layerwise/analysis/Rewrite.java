package layerwise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import layerwise.layers.Concat;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Layer;
import layerwise.layers.Layers;
import layerwise.layers.Named;
import layerwise.layers.Primitive;
import layerwise.layers.Sequence;
import layerwise.network.Head;
import layerwise.network.Network;

/** The same network written otherwise: what the what-ifs count. */
final class Rewrite {
    private Rewrite() {}

    /** {@return {@code network} and its heads with each layer changed by {@code change}} */
    static Network each(Network network, UnaryOperator<Layer> change) {
        var heads = network.heads().stream()
                .map(head -> new Head(head.name(), head.after(), change.apply(head.body()), head.weight()))
                .toList();
        return new Network(network.name(), network.input(), change.apply(network.body()), heads, network.source());
    }

    /** {@return whether the groups are towers; a depthwise convolution has a group for each of its filters} */
    static boolean towers(Conv conv) {
        return conv.groups() > 1 && conv.groups() < conv.filters();
    }

    /** {@return {@code layer} with every grouped convolution reading all maps} */
    static Layer ungrouped(Layer layer) {
        return layer instanceof Conv conv && towers(conv) ? conv.groups(1) : layer.replacing(Rewrite::ungrouped);
    }

    /** {@return {@code layer} with a bias in every convolution and dense layer} */
    static Layer biased(Layer layer) {
        if (layer instanceof Conv conv) {
            return new Conv(conv.filters(), conv.window(), conv.groups(), true, conv.wiring());
        }
        return layer instanceof Dense dense ? new Dense(dense.units(), true) : layer.replacing(Rewrite::biased);
    }

    /** {@return an Inception module without its 1 × 1 reductions and projections} */
    static Layer naive(Layer layer) {
        return layer instanceof Concat concat
                ? new Concat(concat.branches().stream().map(Rewrite::unreduced).toList())
                : layer.replacing(Rewrite::naive);
    }

    /** A branch without its 1 × 1 convolutions; one that is nothing else stays. */
    private static Layer unreduced(Layer branch) {
        var rest = dropped(branch);
        return isEmpty(rest) ? branch : rest;
    }

    private static Layer dropped(Layer layer) {
        return layer instanceof Sequence sequence
                ? Layers.sequence(kept(sequence.layers()))
                : layer.replacing(Rewrite::dropped);
    }

    private static List<Layer> kept(List<Layer> layers) {
        var kept = new ArrayList<Layer>();
        boolean gone = false;
        for (Layer layer : layers) {
            gone = reduces(layer) || gone && layer instanceof Primitive follower && follower.pointwise();
            var rest = dropped(layer);
            if (!gone && (!isEmpty(rest) || isEmpty(layer))) {
                kept.add(rest);
            }
        }
        return kept;
    }

    private static boolean reduces(Layer layer) {
        return layer instanceof Named named
                ? reduces(named.layer())
                : layer instanceof Conv conv && conv.window().area() == 1;
    }

    private static boolean isEmpty(Layer layer) {
        return layer instanceof Named named
                ? isEmpty(named.layer())
                : layer instanceof Sequence sequence && sequence.layers().isEmpty();
    }
}
