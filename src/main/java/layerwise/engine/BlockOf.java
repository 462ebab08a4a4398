package layerwise.engine;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import layerwise.layers.Activation;
import layerwise.layers.Axis;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Flatten;
import layerwise.layers.GlobalPool;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Rounding;
import layerwise.layers.Shape;
import layerwise.layers.Subsample;

/**
 * The DJL block of each layer, as one would write it by hand.
 *
 * @param input what the layer reads
 */
record BlockOf(Shape input) implements Primitive.Visitor<Block> {

    @Override
    public Block visit(Conv conv) {
        if (conv.wiring().isPresent()) {
            return new WiredConvBlock(conv, conv.wiring().get(), input);
        }
        var window = conv.window();
        return Conv2d.builder()
                .setFilters(conv.filters())
                .setKernelShape(Sides.of(window, Axis::size))
                .optStride(Sides.of(window, Axis::stride))
                .optPadding(Sides.of(window, Axis::padding))
                .optDilation(Sides.of(window, Axis::dilation))
                .optGroups(conv.groups())
                .optBias(conv.bias())
                .build();
    }

    @Override
    public Block visit(Pool pool) {
        var window = pool.window();
        var kernel = Sides.of(window, Axis::size);
        var stride = Sides.of(window, Axis::stride);
        var padding = Sides.of(window, Axis::padding);
        boolean up = window.rounding() == Rounding.UP;
        return switch (pool.taken()) {
            case MAX -> ai.djl.nn.pooling.Pool.maxPool2dBlock(kernel, stride, padding, up);
            case AVERAGE -> ai.djl.nn.pooling.Pool.avgPool2dBlock(kernel, stride, padding, up, true);
        };
    }

    @Override
    public Block visit(Subsample subsample) {
        return new SubsampleBlock(subsample, input);
    }

    @Override
    public Block visit(Dense dense) {
        return Linear.builder().setUnits(dense.units()).optBias(dense.bias()).build();
    }

    @Override
    public Block visit(Rbf rbf) {
        return new RbfBlock(rbf, input);
    }

    @Override
    public Block visit(Activation activation) {
        return switch (activation) {
            case RELU -> ai.djl.nn.Activation.reluBlock();
            case TANH -> ai.djl.nn.Activation.tanhBlock();
            case SIGMOID -> ai.djl.nn.Activation.sigmoidBlock();
            case SCALED_TANH ->
                LambdaBlock.singleton(
                        a -> a.mul((float) Activation.SLOPE).tanh().mul((float) Activation.AMPLITUDE));
        };
    }

    @Override
    public Block visit(GlobalPool pool) {
        return ai.djl.nn.pooling.Pool.globalAvgPool2dBlock();
    }

    @Override
    public Block visit(Flatten flatten) {
        return Blocks.batchFlattenBlock();
    }

    /** {@return whether arrays that leave this layer are batch × units rather than batch × maps} */
    static boolean flattens(Primitive layer) {
        return layer instanceof Flatten || layer instanceof GlobalPool;
    }
}
