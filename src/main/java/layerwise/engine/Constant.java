package layerwise.engine;

import java.util.List;
import layerwise.layers.Conv;
import layerwise.layers.Shape;
import layerwise.layers.Wiring;

/**
 * Numbers that a graph needs beside the network's parameters: never trained, never counted, never saved.
 *
 * @param sides the array's sides, outermost first
 * @param values its numbers; handed over, not copied
 */
record Constant(List<Integer> sides, float[] values) {

    /** {@return zeros of these sides, which may be none} */
    static Constant zeros(Integer... sides) {
        return new Constant(List.of(sides), new float[List.of(sides).stream().reduce(1, Math::multiplyExact)]);
    }

    /** {@return filters × channels × kernel, 1 where the table has a cross and 0 where it has none} */
    static Constant mask(Conv conv, Wiring wiring, Shape input) {
        int area = Math.toIntExact(conv.window().area());
        var values = new float[conv.filters() * input.channels() * area];
        for (int plane = 0; plane < values.length / area; plane++) {
            boolean cross = wiring.connects(plane % input.channels(), plane / input.channels());
            java.util.Arrays.fill(values, plane * area, (plane + 1) * area, cross ? 1 : 0);
        }
        var window = conv.window();
        return new Constant(
                List.of(
                        conv.filters(),
                        input.channels(),
                        window.rows().size(),
                        window.columns().size()),
                values);
    }
}
