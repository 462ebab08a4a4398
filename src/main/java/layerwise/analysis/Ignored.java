package layerwise.analysis;

import java.util.List;
import layerwise.layers.Axis;
import layerwise.layers.Given;
import layerwise.layers.Rounding;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * Rows and columns at the end of a step's input that no window reads, (n + 2p − d·(k − 1) − 1) mod s less the padding there.
 *
 * @param path where the step stands
 * @param rows at the bottom
 * @param columns on the right
 */
public record Ignored(String path, int rows, int columns) {

    /** {@return the steps of {@code network} that ignore something of what they read; zeros of padding do not count} */
    public static List<Ignored> of(Network network) {
        Given.value(network, "a network");
        return network.steps().stream()
                .map(Ignored::of)
                .filter(ignored -> ignored.rows() > 0 || ignored.columns() > 0)
                .toList();
    }

    /** {@return what {@code step} ignores, 0 and 0 where every row and column is read} */
    public static Ignored of(Step step) {
        Given.value(step, "a step");
        var window = step.layer().window(step.input());
        if (window.rounding() == Rounding.UP) {
            return new Ignored(step.path(), 0, 0);
        }
        return new Ignored(
                step.path(),
                ignored(window.rows(), step.input().height()),
                ignored(window.columns(), step.input().width()));
    }

    private static int ignored(Axis axis, int length) {
        return Math.max(0, axis.ignored(length) - axis.padding());
    }
}
