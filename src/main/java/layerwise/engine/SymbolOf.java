package layerwise.engine;

import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import layerwise.layers.Shuffle;
import layerwise.layers.Slice;
import layerwise.layers.Step;
import layerwise.layers.Subsample;
import layerwise.layers.Window;

/**
 * The MXNet operators of each layer; where it takes several, the last bears the layer's path.
 *
 * @param nodes what they are added to
 * @param step the layer at work, under the path that its parameters' names begin with
 * @param read what it reads
 * @param frozen whether it works as at test time, also while others learn
 * @param fill whether it is a convolution to be filled up to {@link Lanes#WIDTH} filters
 */
record SymbolOf(SymbolNodes nodes, Step step, Wire read, boolean frozen, boolean fill)
        implements Primitive.Visitor<Wire> {
    private static final int REST = -1;
    private static final Map<String, String> SIGMOID = Map.of("act_type", "sigmoid");
    private static final Map<String, String> HARD_SIGMOID = Map.of("alpha", "" + 1.0 / 6, "beta", "0.5");

    @Override
    public Wire visit(Conv conv) {
        int weight = conv.wiring()
                .map(wiring -> inner(
                        "elemwise_mul",
                        Map.of(),
                        parameter(0),
                        nodes.constant(step.path() + "/mask", Constant.mask(conv, wiring, step.input()))))
                .orElseGet(() -> parameter(0));
        int more = fill ? Lanes.WIDTH - conv.filters() : 0;
        weight = beside("channels", weight, 1, kernels(conv, conv.filters(), read.spare()));
        weight = beside("filters", weight, 0, kernels(conv, more, step.input().channels() + read.spare()));
        var options = Map.of(
                "kernel", pair(conv.window(), Axis::size),
                "stride", pair(conv.window(), Axis::stride),
                "pad", pair(conv.window(), Axis::padding),
                "dilate", pair(conv.window(), Axis::dilation),
                "num_filter", "" + (conv.filters() + more),
                "num_group", "" + conv.groups(),
                "no_bias", truth(!conv.bias()));
        int node = conv.bias()
                ? last("Convolution", options, maps(), weight, beside("bias", parameter(1), 0, more))
                : last("Convolution", options, maps(), weight);
        return new Wire(node, false, more);
    }

    private static Integer[] kernels(Conv conv, int filters, int channels) {
        var window = conv.window();
        return new Integer[] {
            filters, channels, window.rows().size(), window.columns().size()
        };
    }

    /** {@return {@code numbers} with zeros of {@code sides} behind them along {@code axis}, if there are any} */
    private int beside(String word, int numbers, int axis, Integer... sides) {
        var zeros = Constant.zeros(sides);
        return zeros.values().length == 0
                ? numbers
                : nodes.add(
                        "Concat",
                        step.path() + "/" + word,
                        Map.of("num_args", "2", "dim", "" + axis),
                        numbers,
                        nodes.constant(step.path() + "/" + word + "/zeros", zeros));
    }

    @Override
    public Wire visit(Pool pool) {
        var taken = switch (pool.taken()) {
            case MAX -> "max";
            case AVERAGE -> "avg";
        };
        return new Wire(last("Pooling", pooling(pool.window(), taken), maps()), false, read.spare());
    }

    private static Map<String, String> pooling(Window window, String taken) {
        return Map.of(
                "kernel", pair(window, Axis::size),
                "stride", pair(window, Axis::stride),
                "pad", pair(window, Axis::padding),
                "pool_type", taken,
                "pooling_convention", window.rounding() == Rounding.UP ? "full" : "valid",
                "count_include_pad", truth(true));
    }

    /** As a depthwise 1 × 1 convolution of the windows' sums, because MXNet works out the shape of its weight. */
    @Override
    public Wire visit(Subsample subsample) {
        int sum = inner("Pooling", pooling(subsample.window(), "sum"), maps());
        int weight = parameter(0);
        for (int side = 0; side < 3; side++) {
            weight = inner("expand_dims", Map.of("axis", "1"), weight);
        }
        String channels = "" + step.input().channels();
        return Wire.maps(last(
                "Convolution",
                Map.of("kernel", "(1, 1)", "num_filter", channels, "num_group", channels),
                sum,
                weight,
                parameter(1)));
    }

    @Override
    public Wire visit(Dense dense) {
        var options = Map.of("num_hidden", "" + dense.units(), "no_bias", truth(!dense.bias()));
        return Wire.vector(
                dense.bias()
                        ? last("FullyConnected", options, read.node(), parameter(0), parameter(1))
                        : last("FullyConnected", options, read.node(), parameter(0)));
    }

    /** |x|² − 2·x·cᵀ + |c|² */
    @Override
    public Wire visit(Rbf rbf) {
        int x = nodes.vector(read);
        int centre = parameter(0);
        int product =
                inner("FullyConnected", Map.of("num_hidden", "" + rbf.units(), "no_bias", truth(true)), x, centre);
        int twice = inner("_mul_scalar", Map.of("scalar", "-2"), product);
        int added = inner("broadcast_add", Map.of(), twice, squares(x, true));
        return Wire.vector(last("broadcast_add", Map.of(), added, squares(centre, false)));
    }

    private int squares(int rows, boolean column) {
        return inner("sum", Map.of("axis", "1", "keepdims", truth(column)), inner("square", Map.of(), rows));
    }

    @Override
    public Wire visit(Activation activation) {
        int a = read.node();
        return read.through(
                switch (activation) {
                    case RELU -> last("Activation", Map.of("act_type", "relu"), a);
                    case TANH -> last("Activation", Map.of("act_type", "tanh"), a);
                    case SIGMOID -> last("Activation", SIGMOID, a);
                    case RELU6 -> last("clip", Map.of("a_min", "0", "a_max", "6"), a);
                    case SWISH -> last("elemwise_mul", Map.of(), a, inner("Activation", SIGMOID, a));
                    case HARD_SIGMOID -> last("hard_sigmoid", HARD_SIGMOID, a);
                    case HARD_SWISH -> last("elemwise_mul", Map.of(), a, inner("hard_sigmoid", HARD_SIGMOID, a));
                    case SCALED_TANH -> scaledTanh(a);
                });
    }

    private int scaledTanh(int a) {
        int scaled = inner("_mul_scalar", Map.of("scalar", "" + Activation.SLOPE), a);
        int tanh = inner("Activation", Map.of("act_type", "tanh"), scaled);
        return last("_mul_scalar", Map.of("scalar", "" + Activation.AMPLITUDE), tanh);
    }

    @Override
    public Wire visit(BatchNorm norm) {
        var options = Map.of("eps", "" + norm.epsilon(), "fix_gamma", truth(false), "use_global_stats", truth(frozen));
        return Wire.maps(last("BatchNorm", options, maps(), parameter(0), parameter(1), parameter(2), parameter(3)));
    }

    /** MXNet divides α by n, which the description does not. */
    @Override
    public Wire visit(LocalResponseNorm norm) {
        var options = Map.of(
                "nsize", "" + norm.size(),
                "knorm", "" + norm.k(),
                "alpha", "" + norm.alpha() * norm.size(),
                "beta", "" + norm.beta());
        return Wire.maps(last("LRN", options, maps()));
    }

    @Override
    public Wire visit(Dropout dropout) {
        if (frozen) {
            return read;
        }
        return read.through(last("Dropout", Map.of("p", "" + dropout.rate()), read.node()));
    }

    @Override
    public Wire visit(Slice slice) {
        var options = Map.of("axis", "1", "begin", "" + slice.from(), "end", "" + slice.to());
        return Wire.maps(last("slice_axis", options, maps()));
    }

    @Override
    public Wire visit(Shuffle shuffle) {
        var image = step.input();
        int groups = inner("Reshape", sides(0, shuffle.groups(), REST, image.height(), image.width()), maps());
        int dealt = inner("transpose", Map.of("axes", "(0, 2, 1, 3, 4)"), groups);
        return Wire.maps(last("Reshape", sides(0, REST, image.height(), image.width()), dealt));
    }

    /** As rows below a picture whose columns are the pixels: MXNet pads rows and columns, but not maps. */
    @Override
    public Wire visit(PadChannels pad) {
        var image = step.input();
        int more = pad.channels() - image.channels();
        int rows = inner("Reshape", sides(0, 1, image.channels(), REST), maps());
        var options = Map.of("mode", "constant", "pad_width", tuple(0, 0, 0, 0, 0, more, 0, 0));
        int padded = inner("Pad", options, rows);
        return Wire.maps(last("Reshape", sides(0, REST, image.height(), image.width()), padded));
    }

    @Override
    public Wire visit(GlobalPool pool) {
        var options = Map.of("global_pool", truth(true), "pool_type", "avg", "kernel", "(1, 1)");
        return Wire.maps(last("Pooling", options, maps()));
    }

    @Override
    public Wire visit(Flatten flatten) {
        return Wire.vector(last("Flatten", Map.of(), read.node()));
    }

    private int maps() {
        return nodes.maps(read);
    }

    private int parameter(int number) {
        var parameter = step.layer().parameters(step.input()).get(number);
        return nodes.parameter(Weights.name(step, parameter), parameter);
    }

    private static String pair(Window window, ToIntFunction<Axis> part) {
        return tuple(part.applyAsInt(window.rows()), part.applyAsInt(window.columns()));
    }

    /** {@return the option of a Reshape to {@code sides}; 0 is the side as it is, {@link #REST} what is left} */
    private static Map<String, String> sides(int... sides) {
        return Map.of("shape", tuple(sides));
    }

    private static String tuple(int... numbers) {
        return IntStream.of(numbers).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String truth(boolean truth) {
        return truth ? "True" : "False";
    }

    private int inner(String operator, Map<String, String> options, int... inputs) {
        return nodes.add(operator, step.path() + "/" + operator, options, inputs);
    }

    private int last(String operator, Map<String, String> options, int... inputs) {
        return nodes.add(operator, step.path(), options, inputs);
    }
}
