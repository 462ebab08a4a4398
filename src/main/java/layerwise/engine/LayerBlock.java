package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import layerwise.layers.Primitive;

/** A block of our own for a layer that DJL lacks; its parameters are those that the layer's description counts. */
abstract class LayerBlock extends AbstractBlock {
    private final Primitive layer;
    private final layerwise.layers.Shape input;

    LayerBlock(Primitive layer, layerwise.layers.Shape input) {
        this.layer = layer;
        this.input = input;
        for (layerwise.layers.Parameter described : layer.parameters(input)) {
            addParameter(declared(described));
        }
    }

    private static Parameter declared(layerwise.layers.Parameter described) {
        var type = switch (described.role()) {
            case WEIGHT -> Parameter.Type.WEIGHT;
            case BIAS -> Parameter.Type.BIAS;
            case SCALE, SHIFT, MEAN, VARIANCE, FIXED -> Parameter.Type.OTHER;
        };
        return Parameter.builder()
                .setName(described.name())
                .setType(type)
                .optShape(Sides.of(described.sides()))
                .optRequiresGrad(described.role().trained())
                .build();
    }

    /** {@return what the layer makes of {@code x}, batch first, with its parameters in the order of the description} */
    abstract NDArray forward(NDArray x, NDArray... parameters);

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        var x = inputs.singletonOrThrow();
        var arrays = getDirectParameters().values().stream()
                .map(parameter -> store.getValue(parameter, x.getDevice(), training))
                .toArray(NDArray[]::new);
        return new NDList(forward(x, arrays));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var output = layer.output(input);
        return new Shape[] {Sides.batch(inputs[0].get(0), output, inputs[0].dimension() == 2)};
    }
}
