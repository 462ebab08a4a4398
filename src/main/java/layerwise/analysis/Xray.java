package layerwise.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * Where the parameters, the multiply-accumulates and the maps of modules with branches lie, branch by branch.
 *
 * @param title of the networks that are looked at
 * @param modules in the order in which they work
 */
public record Xray(String title, List<Pair> modules) {

    /**
     * A branch, or what a module does before its branches and after them.
     *
     * @param name the last name on its way, {@code 5x5}; {@code identity} where there is nothing, {@code shared} outside
     * @param cost what it needs
     * @param channels maps that it adds to the module's output; none where it is shared
     */
    public record Share(String name, Cost cost, int channels) {}

    /**
     * A module: branches that are stacked.
     *
     * @param path where it stands
     * @param input what it reads
     * @param shares its branches in the order in which they are stacked, then what is shared, where that costs anything
     */
    public record Module(String path, Shape input, List<Share> shares) {

        /** Copies the list. */
        public Module {
            shares = List.copyOf(shares);
        }

        /** {@return the costs of all shares added} */
        public Cost cost() {
            return shares.stream().map(Share::cost).reduce(Cost.ZERO, Cost::plus);
        }

        /** {@return maps that leave it} */
        public int channels() {
            return shares.stream().mapToInt(Share::channels).sum();
        }

        /** {@return part / whole of one quantity, 0 where there is none of it} */
        public double portion(Share share, ToLongFunction<Share> quantity) {
            long whole = shares.stream().mapToLong(quantity).sum();
            return whole == 0 ? 0 : (double) quantity.applyAsLong(share) / whole;
        }
    }

    /**
     * A module in one or two forms.
     *
     * @param path where it stands
     * @param naive without 1 × 1 reductions, where it has any
     * @param module as it is
     */
    public record Pair(String path, Optional<Module> naive, Module module) {}

    /** Copies the list. */
    public Xray {
        modules = List.copyOf(modules);
    }

    /**
     * {@return the modules of a network; those whose branches have 1 × 1 reductions also without, on the same input}
     *
     * @throws IllegalArgumentException if it stacks nothing
     */
    public static Xray of(Network network) {
        Given.value(network, "a network");
        var naive = naive(network);
        return new Xray(
                network.name(),
                modules(network).stream()
                        .map(module -> new Pair(module.path(), named(naive, module.path()), module))
                        .toList());
    }

    /**
     * {@return the modules of two networks, where both have one of the same path}
     *
     * @throws IllegalArgumentException if one stacks nothing, or they have no module in common
     */
    public static Xray of(Network naive, Network reduced) {
        Given.value(naive, "a network");
        Given.value(reduced, "a network");
        var before = modules(naive);
        var pairs = modules(reduced).stream()
                .map(module -> new Pair(module.path(), named(before, module.path()), module))
                .filter(pair -> pair.naive().isPresent())
                .toList();
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException(naive.name() + " and " + reduced.name()
                    + ": expected modules of the same path to compare, got "
                    + before.get(0).path() + " and "
                    + modules(reduced).get(0).path() + "; give the parts the same names");
        }
        return new Xray(naive.name() + " and " + reduced.name(), pairs);
    }

    private static Optional<Module> named(List<Module> modules, String path) {
        return modules.stream().filter(module -> module.path().equals(path)).findFirst();
    }

    private static List<Module> naive(Network network) {
        return WhatIf.modules(network).stream()
                .flatMap(twins -> stacked(twins.naive()).stream())
                .toList();
    }

    private static List<Module> modules(Network network) {
        var modules = stacked(network);
        if (modules.isEmpty()) {
            throw new IllegalArgumentException(network.name()
                    + ": expected branches that are stacked, got a network without a concat; look at googlenet");
        }
        return modules;
    }

    private static List<Module> stacked(Network network) {
        var graph = network.graph();
        var inside = new BitSet();
        var modules = new ArrayList<Module>();
        for (int number = graph.nodes().size() - 1; number >= 0; number--) {
            if (graph.nodes().get(number).joint() == Graph.Joint.CONCAT && !inside.get(number)) {
                var branches = branches(graph, number);
                branches.forEach(inside::or);
                modules.add(0, module(graph, number, branches));
            }
        }
        return modules;
    }

    /** {@return for each branch of a concat the nodes that no other of its branches needs} */
    private static List<BitSet> branches(Graph graph, int concat) {
        var needed = graph.nodes().get(concat).inputs().stream()
                .map(input -> needed(graph, input))
                .toList();
        return IntStream.range(0, needed.size())
                .mapToObj(own -> {
                    var alone = (BitSet) needed.get(own).clone();
                    IntStream.range(0, needed.size())
                            .filter(other -> other != own)
                            .forEach(other -> alone.andNot(needed.get(other)));
                    return alone;
                })
                .toList();
    }

    private static BitSet needed(Graph graph, int number) {
        var needed = new BitSet();
        if (number != Graph.INPUT) {
            needed.set(number);
        }
        for (int node = number; node >= 0; node--) {
            if (needed.get(node)) {
                graph.nodes().get(node).inputs().stream()
                        .filter(from -> from != Graph.INPUT)
                        .forEach(needed::set);
            }
        }
        return needed;
    }

    private static Module module(Graph graph, int concat, List<BitSet> branches) {
        var joint = graph.nodes().get(concat);
        String path = parent(joint.path());
        var shares = new ArrayList<Share>();
        var own = new BitSet();
        for (int n = 0; n < branches.size(); n++) {
            own.or(branches.get(n));
            int end = joint.inputs().get(n);
            String name = branches.get(n).isEmpty()
                    ? "identity"
                    : name(path, graph.nodes().get(end).path());
            shares.add(new Share(
                    name, cost(graph, branches.get(n)), graph.shape(end).channels()));
        }
        var shared = cost(graph, rest(graph, path, own));
        if (!shared.equals(Cost.ZERO)) {
            shares.add(new Share("shared", shared, 0));
        }
        return new Module(path.isEmpty() ? joint.path() : path, input(graph, own), shares);
    }

    /** {@return what flows into the first node that a branch has to itself; the image where there is none} */
    private static Shape input(Graph graph, BitSet own) {
        int first = own.nextSetBit(0);
        return first < 0
                ? graph.input()
                : graph.shape(graph.nodes().get(first).inputs().get(0));
    }

    private static BitSet rest(Graph graph, String path, BitSet own) {
        var rest = new BitSet();
        for (int node = 0; node < graph.nodes().size() && !path.isEmpty(); node++) {
            rest.set(node, graph.nodes().get(node).path().startsWith(path + "/") && !own.get(node));
        }
        return rest;
    }

    private static Cost cost(Graph graph, BitSet nodes) {
        List<Step> steps = nodes.stream()
                .mapToObj(graph.nodes()::get)
                .map(graph::step)
                .flatMap(Optional::stream)
                .toList();
        return Cost.of(steps);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** {@return the first name below {@code module} on the way to {@code path}} */
    private static String name(String module, String path) {
        return path.substring(module.isEmpty() ? 0 : module.length() + 1).split("/")[0];
    }
}
