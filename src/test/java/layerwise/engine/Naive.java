package layerwise.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import layerwise.layers.Activation;
import layerwise.layers.Axis;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Flatten;
import layerwise.layers.Flow;
import layerwise.layers.GlobalPool;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.PadChannels;
import layerwise.layers.Parameter;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Shape;
import layerwise.layers.Shuffle;
import layerwise.layers.Slice;
import layerwise.layers.Step;
import layerwise.layers.Subsample;
import layerwise.layers.Window;
import layerwise.network.Network;

/** Networks computed by plain loops in double precision, straight from the formulas: the oracle for engines. */
final class Naive {
    private Naive() {}

    /** {@return numbers in ±½ for every trained parameter, and the fixed ones as described} */
    static Weights weights(Network network, long seed) {
        var random = new SplittableRandom(seed);
        var values = new LinkedHashMap<String, float[]>();
        for (Step step : network.steps()) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                var numbers = new float[(int) parameter.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = switch (parameter.role()) {
                        case FIXED -> parameter.fixed().get(i);
                        case VARIANCE -> (float) random.nextDouble(0.5, 2);
                        default -> (float) random.nextDouble(-0.5, 0.5);
                    };
                }
                values.put(Weights.name(step, parameter), numbers);
            }
        }
        return new Weights(values);
    }

    /**
     * {@return numbers with which activations neither grow nor fade: weights uniform in ±√(6/F), which have the variance
     * 2/F of He et al. 2015, equation 10; means 0 and variances 1}
     */
    static Weights tame(Network network, long seed) {
        var random = new SplittableRandom(seed);
        var values = new LinkedHashMap<String, float[]>();
        for (Step step : network.steps()) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                var numbers = new float[(int) parameter.size()];
                double fanIn = (double) parameter.size() / parameter.sides().get(0);
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = switch (parameter.role()) {
                        case WEIGHT -> (float) (random.nextDouble(-1, 1) * Math.sqrt(6 / fanIn));
                        case BIAS, SHIFT -> (float) random.nextDouble(-0.1, 0.1);
                        case SCALE, VARIANCE -> 1;
                        case MEAN -> 0;
                        case FIXED -> parameter.fixed().get(i);
                    };
                }
                values.put(Weights.name(step, parameter), numbers);
            }
        }
        return new Weights(values);
    }

    /** {@return the output of a network for one image} */
    static double[] output(Network network, Weights weights, double[] image) {
        return network.send(new Maps(network.input(), image), new Loops(weights))
                .numbers();
    }

    /** Maps of numbers, one after another. */
    private record Maps(Shape shape, double[] numbers) {}

    private record Loops(Weights weights) implements Flow<Maps> {

        @Override
        public Maps through(String path, Primitive layer, Maps input) {
            var step = new Step(path, layer, input.shape(), layer.output(input.shape()));
            var numbers = new LinkedHashMap<String, float[]>();
            for (Parameter parameter : layer.parameters(input.shape())) {
                numbers.put(parameter.name(), weights.values().get(Weights.name(step, parameter)));
            }
            return new Maps(
                    step.output(), layer.accept(new Work(input.numbers(), step.input(), step.output(), numbers)));
        }

        @Override
        public Maps concat(String path, List<Maps> branches) {
            var first = branches.get(0).shape();
            int channels = branches.stream()
                    .mapToInt(branch -> branch.shape().channels())
                    .sum();
            return new Maps(
                    Shape.of(channels, first.height(), first.width()),
                    branches.stream()
                            .flatMapToDouble(branch -> Arrays.stream(branch.numbers()))
                            .toArray());
        }

        @Override
        public Maps sum(String path, List<Maps> branches) {
            var sum = new double[branches.get(0).numbers().length];
            for (Maps branch : branches) {
                Arrays.setAll(sum, i -> sum[i] + branch.numbers()[i]);
            }
            return new Maps(branches.get(0).shape(), sum);
        }

        @Override
        public Maps scale(String path, Maps input, Maps gate) {
            var scaled = input.numbers().clone();
            int area = (int) input.shape().area();
            Arrays.setAll(scaled, i -> scaled[i] * gate.numbers()[i / area]);
            return new Maps(input.shape(), scaled);
        }
    }

    private record Work(double[] x, Shape in, Shape out, Map<String, float[]> numbers)
            implements Primitive.Visitor<double[]> {

        private interface Cell {
            double at(int k, int i, int j);
        }

        private double[] fill(Cell cell) {
            var y = new double[(int) out.size()];
            for (int k = 0, n = 0; k < out.channels(); k++) {
                for (int i = 0; i < out.height(); i++) {
                    for (int j = 0; j < out.width(); j++) {
                        y[n++] = cell.at(k, i, j);
                    }
                }
            }
            return y;
        }

        private double number(String name, int index) {
            return numbers.containsKey(name) ? numbers.get(name)[index] : 0;
        }

        private boolean inside(int i, int j) {
            return i >= 0 && i < in.height() && j >= 0 && j < in.width();
        }

        private double pixel(int c, int i, int j) {
            return inside(i, j) ? x[(c * in.height() + i) * in.width() + j] : 0;
        }

        /** Σ over the window at (i, j) of map c, times weights from {@code weights} on, or times 1 where it is below 0. */
        private double window(Window window, int c, int i, int j, int weights) {
            double sum = 0;
            var rows = window.rows();
            var columns = window.columns();
            for (int u = 0; u < rows.size(); u++) {
                for (int v = 0; v < columns.size(); v++) {
                    int row = i * rows.stride() + u * rows.dilation() - rows.padding();
                    int column = j * columns.stride() + v * columns.dilation() - columns.padding();
                    double weight = weights < 0 ? 1 : number("weight", weights + u * columns.size() + v);
                    sum += pixel(c, row, column) * weight;
                }
            }
            return sum;
        }

        @Override
        public double[] visit(Conv conv) {
            int part = in.channels() / conv.groups();
            int area = (int) conv.window().area();
            return fill((k, i, j) -> {
                double sum = number("bias", k);
                int first = k / (conv.filters() / conv.groups()) * part;
                for (int c = 0; c < part; c++) {
                    if (conv.wiring().isEmpty() || conv.wiring().get().connects(first + c, k)) {
                        sum += window(conv.window(), first + c, i, j, (k * part + c) * area);
                    }
                }
                return sum;
            });
        }

        @Override
        public double[] visit(Pool pool) {
            return fill((k, i, j) -> switch (pool.taken()) {
                case AVERAGE ->
                    window(pool.window(), k, i, j, -1)
                            / covered(pool.window().rows(), i, in.height())
                            / covered(pool.window().columns(), j, in.width());
                case MAX -> largest(pool.window(), k, i, j);
            });
        }

        /** Taps on the padded side: a window rounded up hangs over its end, and what is beyond counts for nothing. */
        private static int covered(Axis axis, int position, int length) {
            return Math.min(axis.size(), length + 2 * axis.padding() - position * axis.stride());
        }

        private double largest(Window window, int c, int i, int j) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int u = 0; u < window.rows().size(); u++) {
                for (int v = 0; v < window.columns().size(); v++) {
                    int row = i * window.rows().stride() + u - window.rows().padding();
                    int column =
                            j * window.columns().stride() + v - window.columns().padding();
                    largest = inside(row, column) ? Math.max(largest, pixel(c, row, column)) : largest;
                }
            }
            return largest;
        }

        @Override
        public double[] visit(Subsample subsample) {
            return fill((k, i, j) -> number("weight", k) * window(subsample.window(), k, i, j, -1) + number("bias", k));
        }

        @Override
        public double[] visit(Dense dense) {
            return fill((k, i, j) -> {
                double sum = number("bias", k);
                for (int n = 0; n < x.length; n++) {
                    sum += number("weight", k * x.length + n) * x[n];
                }
                return sum;
            });
        }

        @Override
        public double[] visit(Rbf rbf) {
            return fill((k, i, j) -> {
                double sum = 0;
                for (int n = 0; n < x.length; n++) {
                    double difference = x[n] - number("centre", k * x.length + n);
                    sum += difference * difference;
                }
                return sum;
            });
        }

        @Override
        public double[] visit(Activation activation) {
            return java.util.Arrays.stream(x)
                    .map(a -> switch (activation) {
                        case RELU -> Math.max(0, a);
                        case TANH -> Math.tanh(a);
                        case SCALED_TANH -> 1.7159 * Math.tanh(2 * a / 3);
                        case SIGMOID -> 1 / (1 + Math.exp(-a));
                        case RELU6 -> Math.min(6, Math.max(0, a));
                        case SWISH -> a / (1 + Math.exp(-a));
                        case HARD_SIGMOID -> Math.min(6, Math.max(0, a + 3)) / 6;
                        case HARD_SWISH -> a * Math.min(6, Math.max(0, a + 3)) / 6;
                    })
                    .toArray();
        }

        @Override
        public double[] visit(BatchNorm norm) {
            return fill((k, i, j) -> number("scale", k)
                            * (pixel(k, i, j) - number("mean", k))
                            / Math.sqrt(number("variance", k) + norm.epsilon())
                    + number("shift", k));
        }

        @Override
        public double[] visit(LocalResponseNorm norm) {
            return fill((k, i, j) -> {
                double squares = 0;
                for (int c = k - norm.size() / 2; c <= k + norm.size() / 2; c++) {
                    double a = c < 0 || c >= in.channels() ? 0 : pixel(c, i, j);
                    squares += a * a;
                }
                return pixel(k, i, j) / Math.pow(norm.k() + norm.alpha() * squares, norm.beta());
            });
        }

        @Override
        public double[] visit(Dropout dropout) {
            return x;
        }

        @Override
        public double[] visit(Slice slice) {
            return fill((k, i, j) -> pixel(slice.from() + k, i, j));
        }

        @Override
        public double[] visit(Shuffle shuffle) {
            int part = in.channels() / shuffle.groups();
            return fill((k, i, j) -> pixel(k % shuffle.groups() * part + k / shuffle.groups(), i, j));
        }

        @Override
        public double[] visit(PadChannels pad) {
            return fill((k, i, j) -> k < in.channels() ? pixel(k, i, j) : 0);
        }

        @Override
        public double[] visit(GlobalPool pool) {
            return fill((k, i, j) -> window(Window.of(in.height(), in.width()), k, 0, 0, -1) / in.area());
        }

        @Override
        public double[] visit(Flatten flatten) {
            return x;
        }
    }
}
