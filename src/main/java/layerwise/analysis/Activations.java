package layerwise.analysis;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Count;
import layerwise.layers.Given;
import layerwise.layers.Primitive;
import layerwise.network.Graph;
import layerwise.network.Network;

/**
 * Activations that are held for one image, in numbers.
 *
 * @param peak the most that are held at once when each is let go after its last reader; the input is one of them
 * @param at path of the layer that works at that moment
 * @param kept all that are written, as training keeps them; without the input
 * @param buffers where pointwise layers write
 */
public record Activations(long peak, String at, long kept, Buffers buffers) {

    /** {@return what is held while the nodes of {@code network} work in their order; branches are held until read} */
    public static Activations of(Network network, Buffers buffers) {
        Given.value(network, "a network");
        Given.value(buffers, "how buffers are kept");
        var graph = network.graph();
        var lives = lives(graph, buffers);
        long[] held = held(lives, graph.nodes().size());
        int at = 0;
        for (int number = 0; number < held.length; number++) {
            at = held[number] > held[at] ? number : at;
        }
        long kept = lives.stream().skip(1).mapToLong(Life::size).reduce(0, Count::sum);
        return held.length == 0
                ? new Activations(graph.input().size(), "", 0, buffers)
                : new Activations(held[at], graph.nodes().get(at).path(), kept, buffers);
    }

    /** Memory for {@code size} numbers, written first by one node and read last by another. */
    private record Life(long size, int from, int to) {
        Life until(int reader) {
            return new Life(size, from, Math.max(to, reader));
        }
    }

    /** The lives of all buffers; the first is that of the input. */
    private static List<Life> lives(Graph graph, Buffers buffers) {
        int[] readers = readers(graph);
        int[] buffer = new int[graph.nodes().size()];
        var lives = new ArrayList<Life>(List.of(new Life(graph.input().size(), 0, 0)));
        for (int number = 0; number < buffer.length; number++) {
            var node = graph.nodes().get(number);
            for (int input : node.inputs()) {
                int read = input == Graph.INPUT ? 0 : buffer[input];
                lives.set(read, lives.get(read).until(number));
            }
            if (buffers == Buffers.OVERWRITTEN && overwrites(node, readers)) {
                buffer[number] = buffer[node.inputs().get(0)];
            } else {
                buffer[number] = lives.size();
                lives.add(new Life(node.shape().size(), number, number));
            }
        }
        return lives;
    }

    private static boolean overwrites(Graph.Node node, int[] readers) {
        int input = node.inputs().get(0);
        return node.layer().filter(Primitive::pointwise).isPresent() && input != Graph.INPUT && readers[input] == 1;
    }

    private static int[] readers(Graph graph) {
        int[] readers = new int[graph.nodes().size()];
        graph.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .filter(input -> input != Graph.INPUT)
                .forEach(input -> readers[input]++);
        return readers;
    }

    /**
     * Numbers held while each node works: what begins is added, what has ended is taken away. All together fit a long, as
     * a network sees to.
     */
    private static long[] held(List<Life> lives, int nodes) {
        long[] change = new long[nodes + 1];
        for (Life life : lives) {
            change[life.from()] += life.size();
            change[life.to() + 1 > nodes ? nodes : life.to() + 1] -= life.size();
        }
        long[] held = new long[nodes];
        long sum = 0;
        for (int number = 0; number < nodes; number++) {
            sum += change[number];
            held[number] = sum;
        }
        return held;
    }
}
