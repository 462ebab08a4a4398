package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerwise.layers.Concat;
import layerwise.layers.Conv;
import layerwise.layers.Given;
import layerwise.layers.GlobalPool;
import layerwise.layers.Layer;
import layerwise.layers.Named;
import layerwise.layers.Sequence;
import layerwise.layers.Shape;
import layerwise.layers.Window;
import layerwise.network.Network;

/** What the ideas of the papers save: each costs a thing the old way and the new way. */
public final class WhatIf {
    private WhatIf() {}

    /**
     * {@return {@code conv} over all maps of {@code input}, against a 1 × 1 to {@code width} maps before it}
     *
     * <p>The 5 × 5 of inception4a: 112,896,000 multiply-accumulates against 5,268,480 (Szegedy et al. 2014, table 1).
     */
    public static Saving bottleneck(Shape input, Conv conv, int width) {
        Given.value(input, "the shape of an input");
        Given.value(conv, "a convolution");
        var reduce = conv(width, 1);
        return Saving.of(input, conv, sequence(conv.bias() ? reduce : reduce.noBias(), conv));
    }

    /**
     * {@return {@code conv} of k × k, against (k − 1)/2 of 3 × 3 that see as much: k² against 9·(k − 1)/2 weights a pair}
     *
     * @throws IllegalArgumentException if no 3 × 3 add up to it: k is even, the window is not square, moves by more than 1,
     *     is dilated or grouped, or is padded by neither 0 nor (k − 1)/2
     */
    public static Saving stacked(Shape input, Conv conv) {
        Given.value(input, "the shape of an input");
        Given.value(conv, "a convolution");
        int size = conv.window().rows().size();
        var plain = Window.of(size);
        boolean padded = size % 2 == 1 && conv.window().equals(plain.same());
        if (size < 3 || size % 2 == 0 || !padded && !conv.window().equals(plain) || conv.groups() > 1) {
            throw new IllegalArgumentException(
                    "3×3 windows stack up to an odd square one of stride 1, without groups, padded by 0"
                            + " or (k − 1)/2, got " + conv.window()
                            + (conv.groups() > 1 ? " in " + conv.groups() + " groups" : "")
                            + "; use conv(" + conv.filters() + ", 5).same(), or 7, 9, 11");
        }
        var small = conv(conv.filters(), 3);
        var each = padded ? small.same() : small;
        return Saving.of(
                input, conv, sequence(Collections.nCopies((size - 1) / 2, conv.bias() ? each : each.noBias())));
    }

    /**
     * {@return {@code conv} in full, against one window a map and then a 1 × 1: 1 : (1/N + 1/k²) multiply-accumulates for
     * N filters of k × k}
     */
    public static Saving separable(Shape input, Conv conv) {
        Given.value(input, "the shape of an input");
        Given.value(conv, "a convolution");
        var depthwise =
                new Conv(input.channels(), conv.window(), input.channels(), conv.bias(), java.util.Optional.empty());
        var pointwise = conv(conv.filters(), 1);
        return Saving.of(input, conv, sequence(depthwise, conv.bias() ? pointwise : pointwise.noBias()));
    }

    /** {@return {@code units} without biases that read all of {@code maps}, against the mean of each map} */
    public static Saving globalPool(Shape maps, int units) {
        return Saving.of(maps, sequence(flatten(), dense(units).noBias()), new GlobalPool());
    }

    /**
     * An Inception module without and with its 1 × 1 reductions, on the same input.
     *
     * @param path where it stands
     * @param naive what leaves it without reductions: the pooled maps are stacked too
     * @param reduced what leaves it with them
     * @param saving the naive module first
     */
    public record Module(String path, Shape naive, Shape reduced, Saving saving) {}

    /** {@return each named part that is nothing but branches, some with 1 × 1 reductions, against the naive one} */
    public static List<Module> inception(Network network) {
        return modules(Given.value(network, "a network")).stream()
                .map(twins -> new Module(
                        twins.path(),
                        twins.naive().output(),
                        twins.reduced().output(),
                        new Saving(Cost.of(twins.naive()), Cost.of(twins.reduced()))))
                .toList();
    }

    /** A module as it is, and the same without its 1 × 1 reductions, each as a network of its own on the same input. */
    record Twins(String path, Network naive, Network reduced) {}

    static List<Twins> modules(Network network) {
        var modules = new ArrayList<Twins>();
        Shape input = network.input();
        for (Layer layer : parts(network.body())) {
            var reduced = Network.network(network.name(), input, layer);
            var without = Rewrite.naive(layer);
            if (layer instanceof Named named && named.layer() instanceof Concat && !without.equals(layer)) {
                modules.add(new Twins(named.name(), Network.network(network.name(), input, without), reduced));
            }
            input = reduced.output();
        }
        return modules;
    }

    private static List<Layer> parts(Layer body) {
        return body instanceof Sequence sequence ? sequence.layers() : List.of(body);
    }
}
