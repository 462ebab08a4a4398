package layerwise.analysis;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import layerwise.layers.BatchNorm;
import layerwise.layers.Concat;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Layer;
import layerwise.layers.Layers;
import layerwise.layers.Named;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Sequence;
import layerwise.layers.Sum;
import layerwise.layers.Window;
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

    /** {@return {@code layer} with shortcuts of option A: zeros where a 1 × 1 projected (He et al. 2015, section 3.3)} */
    static Layer unprojected(Layer layer) {
        return layer instanceof Sum sum && !sum.branches().stream().allMatch(Rewrite::projects)
                ? new Sum(sum.branches().stream()
                        .map(branch -> projects(branch) ? zeros(branch) : unprojected(branch))
                        .toList())
                : layer.replacing(Rewrite::unprojected);
    }

    /** A 1 × 1 convolution and nothing else but its norm. */
    private static boolean projects(Layer branch) {
        var primitives = primitives(branch);
        return !primitives.isEmpty()
                && reduces(primitives.get(0))
                && primitives.stream().skip(1).allMatch(BatchNorm.class::isInstance);
    }

    private static Layer zeros(Layer branch) {
        if (branch instanceof Named named) {
            return new Named(named.name(), zeros(named.layer()));
        }
        var conv = (Conv) primitives(branch).get(0);
        return Layers.sequence(
                Layers.maxPool(1).stride(conv.window().rows().stride()), Layers.padChannels(conv.filters()));
    }

    /** {@return {@code layer} with units that shrink the map by their 3 × 3, or by the 1 × 1 before it} */
    static Layer strided(Layer layer, boolean by3x3) {
        return layer instanceof Sum sum
                ? new Sum(sum.branches().stream()
                        .map(branch -> stridedUnit(branch, by3x3))
                        .toList())
                : layer.replacing(part -> strided(part, by3x3));
    }

    /** A branch that begins with a 1 × 1 and a larger convolution, whose strides change places. */
    private static Layer stridedUnit(Layer branch, boolean by3x3) {
        var primitives = new ArrayList<>(primitives(branch));
        var convs = primitives.stream().filter(Conv.class::isInstance).limit(2).toList();
        if (convs.size() < 2 || !reduces(convs.get(0)) || reduces(convs.get(1))) {
            return branch;
        }
        var first = (Conv) convs.get(0);
        var second = (Conv) convs.get(1);
        int stride = first.window().rows().stride() * second.window().rows().stride();
        primitives.set(primitives.indexOf(first), first.stride(by3x3 ? 1 : stride));
        primitives.set(primitives.indexOf(second), second.stride(by3x3 ? stride : 1));
        return rebuilt(branch, primitives.iterator());
    }

    /** {@return {@code layer} with other units in its last weighted layer, 0 for none; as it is if they are not {@code classes}} */
    static Layer classified(Layer layer, int classes, int units) {
        List<Layer> primitives = new ArrayList<>(primitives(layer));
        int last = primitives.size() - 1;
        while (last >= 0 && !weighted(primitives.get(last))) {
            last--;
        }
        if (last < 0 || units(primitives.get(last)) != classes) {
            return layer;
        }
        primitives.set(last, units == 0 ? Layers.identity() : withUnits(primitives.get(last), units));
        return rebuilt(layer, primitives.iterator());
    }

    private static boolean weighted(Layer layer) {
        return layer instanceof Conv || layer instanceof Dense;
    }

    private static int units(Layer layer) {
        return layer instanceof Dense dense ? dense.units() : ((Conv) layer).filters();
    }

    private static Layer withUnits(Layer layer, int units) {
        return layer instanceof Conv conv
                ? new Conv(units, conv.window(), conv.groups(), conv.bias(), conv.wiring())
                : new Dense(units, ((Dense) layer).bias());
    }

    /** {@return {@code layer} with every odd window padded to keep the side, or with none padded} */
    static Layer padded(Layer layer, boolean same) {
        if (layer instanceof Conv conv) {
            return new Conv(conv.filters(), padded(conv.window(), same), conv.groups(), conv.bias(), conv.wiring());
        }
        return layer instanceof Pool pool
                ? new Pool(pool.taken(), padded(pool.window(), same))
                : layer.replacing(part -> padded(part, same));
    }

    private static Window padded(Window window, boolean same) {
        boolean odd = window.rows().extent() % 2 == 1 && window.columns().extent() % 2 == 1;
        return same && odd ? window.same() : same ? window : window.pad(0);
    }

    /** {@return what computes in {@code layer}, in the order in which it is written} */
    private static List<Primitive> primitives(Layer layer) {
        if (layer instanceof Primitive primitive) {
            return List.of(primitive);
        }
        var found = new ArrayList<Primitive>();
        layer.replacing(part -> {
            found.addAll(primitives(part));
            return part;
        });
        return found;
    }

    /** {@return the arrangement of {@code layer} with other primitives, taken in turn} */
    private static Layer rebuilt(Layer layer, Iterator<? extends Layer> primitives) {
        return layer instanceof Primitive ? primitives.next() : layer.replacing(part -> rebuilt(part, primitives));
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
