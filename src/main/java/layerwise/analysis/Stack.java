package layerwise.analysis;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.sequence;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * n convolutions of 3 × 3 over C maps against the one that sees as much: 9·n·C² against (2n + 1)²·C² weights (Simonyan and
 * Zisserman 2014, section 2.3).
 *
 * @param depth n
 * @param sees side of what one unit behind all of them sees
 * @param stacked weights of the n
 * @param single weights of the one
 */
public record Stack(int depth, long sees, long stacked, long single) {

    /** {@return stacks of one to {@code most} convolutions over maps of this number} */
    public static List<Stack> upTo(int most, int channels) {
        if (most < 1 || most > 20) {
            throw new IllegalArgumentException("stacks: expected 1 to 20 convolutions on each other, got " + most);
        }
        return IntStream.rangeClosed(1, most)
                .mapToObj(depth -> of(depth, channels))
                .toList();
    }

    private static Stack of(int depth, int channels) {
        int size = 2 * depth + 1;
        var input = Shape.of(channels, size, size);
        var stack = Network.network(
                "stack",
                input,
                sequence(Collections.nCopies(depth, conv(channels, 3).noBias())));
        var fields = ReceptiveField.of(stack);
        var single = Network.network("single", input, conv(channels, size).noBias());
        return new Stack(
                depth,
                fields.get(depth - 1).rows().size(),
                Cost.of(stack).parameters(),
                Cost.of(single).parameters());
    }
}
