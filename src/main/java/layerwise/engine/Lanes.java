package layerwise.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerwise.layers.Activation;
import layerwise.layers.Conv;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.network.Graph;

/**
 * Convolutions of few filters that learn faster with filters of zeros beside them, 16 in all: so many numbers a vector of
 * the processor has, and for other counts the engine takes its slow way.
 *
 * <p>The maps of the zeros are read by further zeros, in the next convolution, so that nothing of them comes out and no
 * gradient comes back; and they are given from outside, so that nothing moves them.
 */
final class Lanes {
    /** Numbers in a vector. */
    static final int WIDTH = 16;

    private static final int HALF = WIDTH / 2; // for as many filters the engine has a quick way too
    private static final int FEW = 5; // below, the work on zeros costs more than it saves
    private static final int LARGE = 25; // numbers in a 5 × 5 window

    private final Graph graph;
    private final Set<Integer> kept;

    private Lanes(Graph graph, Set<Integer> kept) {
        this.graph = graph;
        this.kept = kept;
    }

    /**
     * {@return the numbers of those convolutions of {@code graph}}
     *
     * @param kept numbers of nodes whose maps others want as they are described
     */
    static Set<Integer> of(Graph graph, Set<Integer> kept) {
        var lanes = new Lanes(graph, kept);
        return IntStream.range(0, graph.nodes().size())
                .filter(lanes::isNarrow)
                .boxed()
                .collect(Collectors.toSet());
    }

    private boolean isNarrow(int number) {
        return layer(number) instanceof Conv conv
                && conv.groups() == 1
                && conv.wiring().isEmpty()
                && conv.filters() < WIDTH
                && reader(number).filter(next -> isWorth(conv, next)).isPresent();
    }

    /**
     * Measured by the processor time of a step: 9 to 15 filters always win, LeNet-5's six and others with large windows
     * do before 16 filters, and the rest lose.
     */
    private static boolean isWorth(Conv conv, Conv next) {
        return conv.filters() > HALF
                || conv.filters() >= FEW
                        && conv.filters() < HALF
                        && conv.window().area() >= LARGE
                        && next.filters() == WIDTH;
    }

    /** {@return the convolution that reads the maps after layers that work on each map by itself, if one does} */
    private Optional<Conv> reader(int number) {
        var readers = IntStream.range(number + 1, graph.nodes().size())
                .filter(reader -> graph.nodes().get(reader).inputs().contains(number))
                .toArray();
        if (readers.length != 1 || kept.contains(number)) {
            return Optional.empty();
        }
        var layer = layer(readers[0]);
        if (layer instanceof Conv conv) {
            return Optional.of(conv).filter(next -> next.groups() == 1);
        }
        return layer instanceof Activation || layer instanceof Pool ? reader(readers[0]) : Optional.empty();
    }

    private Object layer(int number) {
        Optional<Primitive> layer = graph.nodes().get(number).layer();
        return layer.isPresent() ? layer.get() : graph.nodes().get(number).joint();
    }
}
