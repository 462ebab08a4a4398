package layerwise.analysis;

import java.util.List;
import layerwise.layers.Conv;
import layerwise.layers.Count;
import layerwise.layers.Given;
import layerwise.layers.Scope;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * A network split over several processors by the groups of its convolutions, as AlexNet was over two.
 *
 * @param count towers, the most groups of any convolution that is not depthwise
 * @param split costs with every convolution reading all maps, against costs as it is
 * @param crossings layers that read the other towers' maps too, in the order in which they work
 * @param wholeTraffic activations that would cross for one image without groups
 */
public record Towers(int count, Saving split, List<Crossing> crossings, long wholeTraffic) {

    /**
     * A layer that reads what other towers wrote.
     *
     * @param path where it stands
     * @param activations (towers − 1) · numbers of its input: each tower fetches what it has not written itself
     */
    public record Crossing(String path, long activations) {}

    /** Copies the list. */
    public Towers {
        crossings = List.copyOf(crossings);
        traffic(crossings);
    }

    /** {@return the towers of {@code network}; every layer of one without groups is in the only one} */
    public static Towers of(Network network) {
        Given.value(network, "a network");
        var whole = Rewrite.each(network, Rewrite::ungrouped);
        int count = network.steps().stream().mapToInt(Towers::groups).max().orElse(1);
        return Scope.located(
                network.name(),
                () -> new Towers(
                        count,
                        new Saving(Cost.of(whole), Cost.of(network)),
                        crossings(network, count),
                        traffic(crossings(whole, count))));
    }

    /** {@return activations that cross for one image} */
    public long traffic() {
        return traffic(crossings);
    }

    private static long traffic(List<Crossing> crossings) {
        return crossings.stream().mapToLong(Crossing::activations).reduce(0, Count::sum);
    }

    /** The first weighted layer reads the image, which every tower has. */
    private static List<Crossing> crossings(Network network, int count) {
        return network.steps().stream()
                .filter(step -> step.macs() > 0)
                .skip(1)
                .filter(step -> count > 1 && groups(step) == 1)
                .map(step -> new Crossing(
                        step.path(), Count.product(count - 1L, step.input().size())))
                .toList();
    }

    private static int groups(Step step) {
        return step.layer() instanceof Conv conv && Rewrite.towers(conv) ? conv.groups() : 1;
    }
}
