package layerwise.analysis;

import java.util.List;
import java.util.stream.IntStream;
import layerwise.layers.Given;
import layerwise.layers.Shape;
import layerwise.network.Graph;
import layerwise.network.Network;

/** Which sizes of an image a network can read, and what becomes of two of them. */
public final class InputSize {
    private InputSize() {}

    /** The largest side that {@link #smallest} tries. */
    public static final int LIMIT = 4096;

    /**
     * {@return the smallest square image that {@code network} can read, found by trying}
     *
     * @throws IllegalArgumentException if no side up to {@link #LIMIT} is read
     */
    public static Shape smallest(Network network) {
        Given.value(network, "a network");
        return IntStream.rangeClosed(1, LIMIT)
                .mapToObj(side -> Shape.of(network.input().channels(), side, side))
                .filter(network::fits)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(network.name() + ": reads no square image up to "
                        + LIMIT + "×" + LIMIT + "; its branches may never agree in size"));
    }

    /**
     * A node that writes another shape for each of two images.
     *
     * @param path where it stands
     * @param first what it writes for the first image
     * @param second what it writes for the second
     */
    public record Parting(String path, Shape first, Shape second) {}

    /** {@return where two images part ways: every node whose output differs, in the order in which they work} */
    public static List<Parting> partings(Network network, Shape first, Shape second) {
        Given.value(network, "a network");
        Given.value(first, "the shape of an input");
        Given.value(second, "the shape of an input");
        var ones = network.over(first).graph().nodes();
        var others = network.over(second).graph().nodes();
        return IntStream.range(0, ones.size())
                .filter(i -> !ones.get(i).shape().equals(others.get(i).shape()))
                .mapToObj(i -> parting(ones.get(i), others.get(i)))
                .toList();
    }

    private static Parting parting(Graph.Node one, Graph.Node other) {
        return new Parting(one.path(), one.shape(), other.shape());
    }
}
