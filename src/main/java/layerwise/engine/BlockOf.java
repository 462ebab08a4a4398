package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import layerwise.layers.Activation;
import layerwise.layers.Axis;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Flatten;
import layerwise.layers.GlobalPool;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.PadChannels;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Rounding;
import layerwise.layers.Shape;
import layerwise.layers.Shuffle;
import layerwise.layers.Slice;
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
            case RELU6 -> LambdaBlock.singleton(a -> a.clip(0, 6));
            case SWISH -> LambdaBlock.singleton(a -> a.mul(sigmoid(a)));
            case HARD_SIGMOID -> LambdaBlock.singleton(BlockOf::hardSigmoid);
            case HARD_SWISH -> LambdaBlock.singleton(a -> a.mul(hardSigmoid(a)));
            case SCALED_TANH ->
                LambdaBlock.singleton(
                        a -> a.mul((float) Activation.SLOPE).tanh().mul((float) Activation.AMPLITUDE));
        };
    }

    private static NDArray sigmoid(NDArray a) {
        return ai.djl.nn.Activation.sigmoid(a);
    }

    private static NDArray hardSigmoid(NDArray a) {
        return a.add(3).clip(0, 6).div(6);
    }

    @Override
    public Block visit(BatchNorm norm) {
        return ai.djl.nn.norm.BatchNorm.builder()
                .optEpsilon((float) norm.epsilon())
                .build();
    }

    @Override
    public Block visit(LocalResponseNorm norm) {
        return LambdaBlock.singleton(x -> x.div(neighbours(x.square(), norm.size())
                .mul((float) norm.alpha())
                .add((float) norm.k())
                .pow((float) norm.beta())));
    }

    /** {@return for each map the sum of the {@code size} maps around it} */
    private NDArray neighbours(NDArray squares, int size) {
        var beside = zeros(squares, size / 2);
        var padded = NDArrays.concat(new NDList(beside, squares, beside), 1);
        var sum = padded.get(maps(0, input.channels()));
        for (int offset = 1; offset < size; offset++) {
            sum = sum.add(padded.get(maps(offset, offset + input.channels())));
        }
        return sum;
    }

    private NDArray zeros(NDArray like, int maps) {
        return like.getManager()
                .zeros(new ai.djl.ndarray.types.Shape(like.getShape().get(0), maps, input.height(), input.width()));
    }

    private static NDIndex maps(int from, int to) {
        return new NDIndex().addAllDim().addSliceDim(from, to);
    }

    @Override
    public Block visit(Dropout dropout) {
        return ai.djl.nn.norm.Dropout.builder().optRate((float) dropout.rate()).build();
    }

    @Override
    public Block visit(Slice slice) {
        int area = Math.toIntExact(input.area());
        // as rows of pixels: MKL-DNN keeps maps in blocks of eight, and cannot cut within one
        return LambdaBlock.singleton(x -> x.reshape(-1, input.channels(), area)
                .get(maps(slice.from(), slice.to()))
                .reshape(-1, slice.to() - slice.from(), input.height(), input.width()));
    }

    @Override
    public Block visit(Shuffle shuffle) {
        int part = input.channels() / shuffle.groups();
        return LambdaBlock.singleton(x -> x.reshape(-1, shuffle.groups(), part, input.height(), input.width())
                .transpose(0, 2, 1, 3, 4)
                .reshape(-1, input.channels(), input.height(), input.width()));
    }

    @Override
    public Block visit(PadChannels pad) {
        int more = pad.channels() - input.channels();
        return LambdaBlock.singleton(x -> more == 0 ? x : NDArrays.concat(new NDList(x, zeros(x, more)), 1));
    }

    @Override
    public Block visit(GlobalPool pool) {
        return ai.djl.nn.pooling.Pool.globalAvgPool2dBlock();
    }

    @Override
    public Block visit(Flatten flatten) {
        return Blocks.batchFlattenBlock();
    }
}
