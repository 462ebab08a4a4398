package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an engine's array holds: how many numbers, their range, mean and standard deviation, and a few of them to look at.
 *
 * @param kind shape, type and device, as in {@code (32, 6, 28, 28) float32 on cpu()}
 * @param size numbers in the array
 * @param statistics of its numbers; nothing where it has none, or words
 * @param map the last two axes of the first image, at most 64×64 of it; nothing for a single number
 */
public record ArrayFacts(String kind, long size, Optional<Statistics> statistics, Optional<float[][]> map) {
    private static final long MOST = 4_000_000;
    private static final int SIDE = 64;

    /**
     * The spread of an array's numbers.
     *
     * @param counted finite numbers that were looked at, the first four million at most
     * @param notFinite NaN and infinities among those looked at
     * @param smallest of the finite numbers
     * @param largest of the finite numbers
     * @param mean of the finite numbers
     * @param deviation root of the mean squared distance from the mean
     */
    public record Statistics(
            long counted, long notFinite, double smallest, double largest, double mean, double deviation) {

        private static Statistics of(float... numbers) {
            double[] finite = IntStream.range(0, numbers.length)
                    .mapToDouble(i -> numbers[i])
                    .filter(Double::isFinite)
                    .toArray();
            var sum = Arrays.stream(finite).summaryStatistics();
            double mean = finite.length == 0 ? Double.NaN : sum.getAverage();
            double squares = Arrays.stream(finite)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElse(Double.NaN);
            return new Statistics(
                    finite.length,
                    numbers.length - finite.length,
                    finite.length == 0 ? Double.NaN : sum.getMin(),
                    finite.length == 0 ? Double.NaN : sum.getMax(),
                    mean,
                    Math.sqrt(squares));
        }
    }

    /**
     * {@return the facts of {@code array}, from copies of its numbers; the array stays as it is}
     *
     * @throws IllegalStateException if its manager was closed
     */
    public static ArrayFacts of(NDArray array) {
        if (array.isReleased()) {
            throw new IllegalStateException("the array was closed with its manager, so its numbers are gone;"
                    + " look at it before, or make it with a manager that stays open");
        }
        Shape shape = array.getShape();
        String kind = shape + " " + array.getDataType().name().toLowerCase(Locale.ROOT) + " on " + array.getDevice();
        long size = shape.size();
        if (size == 0 || array.getDataType() == DataType.STRING) {
            return new ArrayFacts(kind, size, Optional.empty(), Optional.empty());
        }
        float[] numbers = numbers(array, Math.min(size, MOST));
        return new ArrayFacts(kind, size, Optional.of(Statistics.of(numbers)), map(shape, numbers));
    }

    private static float[] numbers(NDArray array, long most) {
        try (var manager = array.getManager().newSubManager()) {
            NDArray flat = array.flatten();
            flat.attach(manager);
            NDArray first = most < array.getShape().size() ? flat.get("0:" + most) : flat;
            first.attach(manager);
            NDArray floats = first.toType(DataType.FLOAT32, true);
            floats.attach(manager);
            return floats.toFloatArray();
        }
    }

    private static Optional<float[][]> map(Shape shape, float... numbers) {
        int axes = shape.dimension();
        if (axes == 0) {
            return Optional.empty();
        }
        int columns = (int) shape.get(axes - 1);
        int rows = axes == 1 ? 1 : (int) Math.min(shape.get(axes - 2), numbers.length / columns);
        if (columns * rows < 2 || columns > numbers.length) {
            return Optional.empty();
        }
        int[] ys = spread(rows);
        int[] xs = spread(columns);
        float[][] map = new float[ys.length][xs.length];
        for (int y = 0; y < ys.length; y++) {
            for (int x = 0; x < xs.length; x++) {
                map[y][x] = numbers[ys[y] * columns + xs[x]];
            }
        }
        return Optional.of(map);
    }

    /** At most 64 of {@code count} places, evenly apart. */
    private static int[] spread(int count) {
        int shown = Math.min(count, SIDE);
        return IntStream.range(0, shown)
                .map(i -> (int) ((long) i * count / shown))
                .toArray();
    }
}
