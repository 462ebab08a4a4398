package layerwise.exercise;

import java.util.List;
import layerwise.layers.Activation;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Flatten;
import layerwise.layers.GlobalPool;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.layers.Window;
import layerwise.network.Network;

/**
 * What a step of a network computes, however it is written: a mean over the whole map is a global pooling, a convolution
 * with one place is a dense layer, and what only passes numbers on is left out.
 *
 * @param layer in the one way of writing it
 * @param input what it reads; a dense layer reads a vector
 */
record Work(Primitive layer, Shape input) {

    /** {@return the work of all steps, activations aside} */
    static List<Work> of(Network network) {
        return network.steps().stream()
                .filter(step -> !(step.layer() instanceof Activation) && !idle(step))
                .map(Work::of)
                .toList();
    }

    private static boolean idle(Step step) {
        return step.layer() instanceof Flatten
                || step.layer() instanceof Dropout dropout && dropout.rate() == 0
                || step.layer() instanceof GlobalPool && step.input().area() == 1
                || step.layer() instanceof Pool pool && pool.window().equals(Window.of(1));
    }

    private static Work of(Step step) {
        if (step.layer() instanceof Pool pool) {
            return new Work(pooling(pool, step), step.input());
        }
        return step.layer() instanceof Conv conv && isDense(conv, step)
                ? new Work(new Dense(conv.filters(), conv.bias()), Shape.vector((int)
                        step.input().size()))
                : new Work(step.layer(), step.input());
    }

    private static Primitive pooling(Pool pool, Step step) {
        if (pool.taken() == Pool.Kind.AVERAGE && covers(pool.window(), step.input())) {
            return new GlobalPool();
        }
        var down = new Window(
                pool.window().rows(), pool.window().columns(), Window.of(1).rounding());
        var rounded = new Pool(pool.taken(), down);
        return rounded.output(step.input()).equals(step.output()) ? rounded : pool;
    }

    private static boolean isDense(Conv conv, Step step) {
        return conv.groups() == 1 && conv.wiring().isEmpty() && covers(conv.window(), step.input());
    }

    /** Whether one place of the window reads the whole input and no padding. */
    private static boolean covers(Window window, Shape input) {
        return window.pad(0).equals(window)
                && window.rows().extent() == input.height()
                && window.rows().dilation() == 1
                && window.columns().extent() == input.width()
                && window.columns().dilation() == 1;
    }
}
