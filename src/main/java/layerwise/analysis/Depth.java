package layerwise.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import layerwise.layers.Given;
import layerwise.layers.Parameter.Role;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * Layers on the longest path from input to output, by a rule that says which of them count.
 *
 * <p>The gate of a scale is beside the path, not on it: SE-ResNet-50 is as deep as ResNet-50 (Hu et al. 2017).
 *
 * @param layers how many
 * @param rule which layers count
 * @param paths where they stand, in the order in which they work
 */
public record Depth(int layers, Rule rule, List<String> paths) {

    /** Which layers count. */
    public enum Rule {
        /** Layers that join maps or units by weights or centres: 5 of LeNet-5, 22 of GoogLeNet. */
        WEIGHTED(Depth::joins),
        /** Layers that keep any weight or centre, trained subsampling too, but no norms: 7 of LeNet-5 as its paper says. */
        WITH_SUBSAMPLING(Depth::keeps),
        /** {@link #WEIGHTED} and every pooling: 27 of GoogLeNet. */
        WITH_POOLING(step -> joins(step) || pools(step));

        private final Predicate<Step> counts;

        Rule(Predicate<Step> counts) {
            this.counts = counts;
        }
    }

    /** Copies the list. */
    public Depth {
        paths = List.copyOf(paths);
    }

    private static boolean keeps(Step step) {
        return step.layer().parameters(step.input()).stream()
                .anyMatch(parameter -> parameter.role() == Role.WEIGHT || parameter.role() == Role.FIXED);
    }

    private static boolean joins(Step step) {
        return keeps(step)
                && step.layer().parameters(step.input()).stream()
                        .anyMatch(parameter -> parameter.sides().size() > 1);
    }

    private static boolean pools(Step step) {
        return step.connections() > 0 && step.layer().parameters(step.input()).isEmpty();
    }

    /** {@return the depth of {@code network} by {@code rule}; branches are not added, the longest counts} */
    public static Depth of(Network network, Rule rule) {
        Given.value(network, "a network");
        Given.value(rule, "a rule");
        var graph = network.graph();
        var longest = new ArrayList<Link>();
        graph.nodes().forEach(node -> longest.add(link(graph, node, longest, rule)));
        var paths = new ArrayDeque<String>();
        for (var link = last(longest); link.layers() > 0; link = link.before().orElseThrow()) {
            paths.addFirst(link.path());
        }
        return new Depth(paths.size(), rule, List.copyOf(paths));
    }

    /** {@return the depth of {@code network} as papers name networks: layers with weights} */
    public static Depth of(Network network) {
        Given.value(network, "a network");
        return of(network, Rule.WEIGHTED);
    }

    /** The end of the longest path to a node: the last layer on it that counts, and what is before that. */
    private record Link(int layers, String path, Optional<Link> before) {
        static final Link INPUT = new Link(0, "", Optional.empty());
    }

    private static Link last(List<Link> links) {
        return links.isEmpty() ? Link.INPUT : links.get(links.size() - 1);
    }

    private static Link link(Graph graph, Graph.Node node, List<Link> longest, Rule rule) {
        var read = way(node).stream()
                .map(input -> input == Graph.INPUT ? Link.INPUT : longest.get(input))
                .max(Comparator.comparingInt(Link::layers))
                .orElseThrow();
        return graph.step(node).filter(rule.counts).isPresent()
                ? new Link(read.layers() + 1, node.path(), Optional.of(read))
                : read;
    }

    private static List<Integer> way(Graph.Node node) {
        return node.joint() == Graph.Joint.SCALE ? node.inputs().subList(0, 1) : node.inputs();
    }
}
