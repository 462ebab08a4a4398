package layerwise.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import layerwise.layers.Parameter;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Network;

/** Looks at what one node of a network makes of one image; the layers behind it are not built and need no weights. */
public final class Glance implements AutoCloseable {
    private final Engine engine = Engines.open();
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName());
    private final ParameterStore store = new ParameterStore(manager, false);
    private final Network network;
    private final Shape output;
    private final NetworkBlock block;

    /**
     * Loads the engine.
     *
     * @param node a number of {@link Network#graph}
     * @throws Engines.EngineUnavailable if there is no engine for this machine
     */
    public Glance(Network network, int node) {
        this.network = network;
        this.output = network.graph().shape(node);
        this.block = NetworkBlock.upTo(network, node);
        block.freeze(path -> true);
        block.initialize(manager);
    }

    /** {@return the parameters that the nodes up to {@code node} need, by name} */
    public static Map<String, Parameter> parameters(Network network, int node) {
        Set<String> paths = network.graph().nodes().subList(0, node + 1).stream()
                .map(each -> each.path())
                .collect(java.util.stream.Collectors.toSet());
        return parameters(network, paths::contains);
    }

    private static Map<String, Parameter> parameters(Network network, Predicate<String> path) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (Step step : network.steps()) {
            if (path.test(step.path())) {
                step.layer()
                        .parameters(step.input())
                        .forEach(parameter -> parameters.put(Weights.name(step, parameter), parameter));
            }
        }
        return parameters;
    }

    /**
     * Answers with these weights from now on; those of layers behind the node may be missing.
     *
     * @throws IllegalArgumentException if one is missing or has another number of values
     */
    public void take(Weights weights) {
        block.named().forEach((name, parameter) -> {
            float[] values = weights.values().get(name);
            long size = parameter.getArray().getShape().size();
            if (values == null || values.length != size) {
                throw new IllegalArgumentException(network.name() + "/" + name + ": expected " + size + " numbers, got "
                        + (values == null ? "none" : values.length) + "; these weights belong to another network");
            }
            parameter.getArray().set(FloatBuffer.wrap(values));
        });
    }

    /** {@return what the node writes for this image, at test time} */
    public float[] answer(float... image) {
        try (var scope = manager.newSubManager()) {
            return last(image(scope, image), false).toFloatArray();
        }
    }

    /** {@return ∂y/∂x for each number x of the image, where y is the sum of all maps at this row and column, at test time} */
    public float[] slope(int row, int column, float... image) {
        try (var scope = manager.newSubManager()) {
            var x = image(scope, image);
            x.setRequiresGradient(true);
            var mask = scope.create(FloatBuffer.wrap(mask(row, column)), Sides.batch(1, output, false));
            try (var gradients = engine.newGradientCollector()) {
                gradients.backward(
                        last(x, true).reshape(mask.getShape()).mul(mask).sum());
            }
            return x.getGradient().toFloatArray();
        }
    }

    private float[] mask(int row, int column) {
        var mask = new float[Math.toIntExact(output.size())];
        for (int c = 0; c < output.channels(); c++) {
            mask[(c * output.height() + row) * output.width() + column] = 1;
        }
        return mask;
    }

    private NDArray image(NDManager scope, float... image) {
        return scope.create(FloatBuffer.wrap(image), Sides.batch(1, network.input(), false));
    }

    /** Layers are frozen, so that they answer as at test time even where the engine notes what it does. */
    private NDArray last(NDArray image, boolean noted) {
        var values = block.forward(store, image, noted);
        return values.get(values.size() - 1);
    }

    @Override
    public void close() {
        manager.close();
    }
}
