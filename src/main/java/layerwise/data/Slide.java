package layerwise.data;

import java.util.ArrayList;
import java.util.List;
import layerwise.layers.Conv;
import layerwise.layers.Given;
import layerwise.layers.Pool;
import layerwise.layers.Shape;
import layerwise.layers.Subsample;
import layerwise.layers.Window;

/**
 * A window that slides over a matrix, one position after another: what it reads there and what it writes.
 *
 * @param input one channel
 * @param window how it moves
 * @param work what is made of the numbers it reads
 * @param positions row by row
 */
public record Slide(Planes input, Window window, Work work, List<Position> positions) {
    private static final int MOST = 16;

    /** What is made of the numbers that a window reads. */
    public enum Work {
        /** Σ x·w + b: a convolution. */
        WEIGHTED,
        /** The largest. */
        MAX,
        /** Their sum / their number. */
        AVERAGE,
        /** w · their sum + b: LeNet-5's subsampling. */
        SUBSAMPLE
    }

    /**
     * One number that a window reads.
     *
     * @param row where it stands; outside of the input it is a zero of the padding
     * @param column where it stands
     * @param value the number
     * @param weight what it is multiplied by; 1 where nothing is
     */
    public record Tap(int row, int column, float value, float weight) {}

    /**
     * The window at one place.
     *
     * @param row of the output
     * @param column of the output
     * @param taps what it reads, row by row
     * @param factor what their sum is multiplied by; 1 for a convolution and a maximum
     * @param bias what is added last
     * @param result what it writes
     */
    public record Position(int row, int column, List<Tap> taps, double factor, double bias, double result) {

        /** Copies the list. */
        public Position {
            taps = List.copyOf(taps);
        }
    }

    /** Copies the list. */
    public Slide {
        positions = List.copyOf(positions);
    }

    /**
     * {@return a convolution with one filter of these weights and no bias}
     *
     * @throws IllegalArgumentException if it has several filters or groups, the filter has another size, or it does not fit
     */
    public static Slide of(Conv conv, Filter filter, Planes input) {
        Given.value(conv, "a convolution to step through");
        Given.value(filter, "the filter of a convolution to step through");
        if (conv.filters() != 1 || conv.wiring().isPresent()) {
            throw new IllegalArgumentException("steps: expected a convolution with one filter, got " + conv.filters()
                    + " filters; step through conv(1, " + conv.window().rows().size() + ")");
        }
        if (filter.shape().channels() != 1) {
            throw new IllegalArgumentException(
                    "steps: expected a filter of one plane, got " + filter + "; step through one channel at a time");
        }
        Convolution.of(small(input), filter, conv.window()); // or says why it does not fit
        return new Sliding(input, conv.window(), Work.WEIGHTED, filter, 1, 0).slide();
    }

    /**
     * {@return a pooling}
     *
     * @throws IllegalArgumentException if the window does not fit
     */
    public static Slide of(Pool pool, Planes input) {
        Given.value(pool, "a pooling to step through");
        var work = pool.taken() == Pool.Kind.MAX ? Work.MAX : Work.AVERAGE;
        return new Sliding(small(input), pool.window(), work, ones(pool.window()), 1, 0).slide();
    }

    /**
     * {@return a subsampling with this coefficient and bias}
     *
     * @throws IllegalArgumentException if the window does not fit
     */
    public static Slide of(Subsample subsample, double weight, double bias, Planes input) {
        Given.value(subsample, "a subsampling to step through");
        return new Sliding(
                        small(input),
                        subsample.window(),
                        Work.SUBSAMPLE,
                        ones(subsample.window()),
                        (float) weight,
                        (float) bias)
                .slide();
    }

    private static Planes small(Planes input) {
        Given.value(input, "a matrix to step through");
        var shape = input.shape();
        if (shape.channels() != 1 || Math.max(shape.height(), shape.width()) > MOST) {
            throw new IllegalArgumentException("steps: expected a matrix of one channel, at most " + MOST + "×" + MOST
                    + ", got " + input + "; take a part of it");
        }
        return input;
    }

    private static Filter ones(Window window) {
        var weights = new float[(int) window.area()];
        java.util.Arrays.fill(weights, 1);
        return Filter.of(
                "ones", Shape.of(1, window.rows().size(), window.columns().size()), weights);
    }

    /** {@return the numbers that all positions write} */
    public Planes output() {
        var shape = window.over(input.shape(), 1);
        var values = new float[positions.size()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) positions.get(n).result();
        }
        return Planes.own("what the window writes", shape, values);
    }

    /** {@return whether any position reads this number} */
    public boolean reads(int row, int column) {
        return positions.stream()
                .flatMap(position -> position.taps().stream())
                .anyMatch(tap -> tap.row() == row && tap.column() == column);
    }

    /** {@return rows of the input of which no position reads anything} */
    public List<Integer> ignoredRows() {
        return ignored(input.shape().height(), input.shape().width(), true);
    }

    /** {@return columns of the input of which no position reads anything} */
    public List<Integer> ignoredColumns() {
        return ignored(input.shape().width(), input.shape().height(), false);
    }

    private List<Integer> ignored(int lines, int length, boolean rows) {
        var ignored = new ArrayList<Integer>();
        for (int line = 0; line < lines; line++) {
            boolean read = false;
            for (int other = 0; other < length; other++) {
                read |= rows ? reads(line, other) : reads(other, line);
            }
            if (!read) {
                ignored.add(line);
            }
        }
        return ignored;
    }

    /** The window at work. */
    private record Sliding(Planes input, Window window, Work work, Filter filter, float weight, float bias) {

        Slide slide() {
            var shape = window.over(input.shape(), 1);
            var positions = new ArrayList<Position>();
            for (int n = 0; n < shape.area(); n++) {
                positions.add(at(n / shape.width(), n % shape.width()));
            }
            return new Slide(input, window, work, positions);
        }

        private Position at(int i, int j) {
            var taps = new ArrayList<Tap>();
            for (int u = 0; u < window.rows().size(); u++) {
                for (int v = 0; v < window.columns().size(); v++) {
                    int row = Convolution.tap(window.rows(), i, u);
                    int column = Convolution.tap(window.columns(), j, v);
                    if (taken(row, column)) {
                        taps.add(new Tap(row, column, input.at(0, row, column), filter.at(0, u, v)));
                    }
                }
            }
            double factor = work == Work.AVERAGE ? 1.0 / taps.size() : weight;
            return new Position(i, j, taps, factor, bias, result(taps, factor));
        }

        /** A maximum does not take zeros of the padding, and none that a window rounded up hangs over. */
        private boolean taken(int row, int column) {
            var shape = input.shape();
            int below = work == Work.MAX ? 0 : window.rows().padding();
            int beside = work == Work.MAX ? 0 : window.columns().padding();
            return row >= -below
                    && row < shape.height() + below
                    && column >= -beside
                    && column < shape.width() + beside;
        }

        private double result(List<Tap> taps, double factor) {
            if (work == Work.MAX) {
                return taps.stream().mapToDouble(Tap::value).max().orElse(0);
            }
            double sum = 0;
            for (Tap tap : taps) {
                sum += (double) tap.value() * tap.weight();
            }
            return factor * sum + bias;
        }
    }
}
