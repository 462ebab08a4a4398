package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import layerwise.analysis.Cost;
import layerwise.analysis.Ignored;
import layerwise.analysis.ReceptiveField;
import layerwise.layers.Layer;
import layerwise.layers.Pool;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Network;
import layerwise.zoo.Zoo;

/** The exercises of chapter 02, on pooling, shapes, fields and shifts. */
final class Chapter02 {
    private static final double[][] TELLING = {{1, 5, -2, -4}, {3, 2, -7, -1}, {9, 9, 9, 9}};

    private Chapter02() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("02.1", "shape behind an overlapping pooling", Chapter02::overlapping),
                new Exercise("02.2", "numbers that no window reads", Chapter02::ignored),
                new Exercise("02.3", "what overlapping costs", Chapter02::reads),
                new Exercise("02.4", "receptive field of a chain", Chapter02::field),
                new Exercise("02.5", "fields of known networks", Chapter02::order),
                new Exercise("02.6", "a shifted image", Chapter02::shift),
                new Exercise("02.7", "max pooling by hand", Chapter02::pooling),
                new Exercise("02.8", "an average in place of a dense layer", Chapter02::build));
    }

    private static Problem<Shape> overlapping(Draw draw) {
        int side = draw.one(55, 27, 13, 57, 31);
        int maps = draw.one(96, 64, 192, 256);
        var pool = maxPool(3).stride(2);
        var input = Shape.of(maps, side, side);
        var output = pool.output(input);
        return Problem.shape(
                        output,
                        "A max pooling reads %s with windows of 3×3, which move by 2 without padding. Which shape comes"
                                + " out?",
                        input)
                .mistakes(Usual.ofShape(pool, input))
                .mistake(
                        Shape.of(maps, side / 3, side / 3),
                        "that moves by 3, as windows do which do not overlap; these move by 2")
                .hint("pooling takes each map for itself, so as many come out as go in")
                .hint("the last window begins at most %d − 3 rows below the first", side)
                .hint("there are ⌊(%d − 3)/2⌋ + 1 positions on a side", side)
                .solution("⌊(%d − 3)/2⌋ + 1 = %d on a side, so %s", side, output.height(), output);
    }

    private static Problem<Long> ignored(Draw draw) {
        int side = draw.one(13, 7, 15, 27, 11, 35);
        int window = draw.one(2, 3, 4);
        var pool = maxPool(window);
        var input = Shape.of(1, side, side);
        int rows = Ignored.of(Usual.step(pool, input)).rows();
        draw.needs(rows > 0);
        int read = side - rows;
        long unread = (long) side * side - (long) read * read;
        return Problem.whole(
                        unread,
                        "A pooling of %d×%d that moves by %d slides over a map of %d×%d and rounds down. How many numbers"
                                + " of the map does no window read?",
                        window,
                        window,
                        window,
                        side,
                        side)
                .mistake((long) rows * side, "those are the rows at the bottom; columns on the right are ignored too")
                .mistake(2L * rows * side, "that counts the corner twice, with the rows and with the columns")
                .mistake((long) read * read, "those are the numbers that are read")
                .mistake(
                        (long) (read / window) * (read / window),
                        "those are the numbers that are written, one a window; those that nobody reads are asked for")
                .mistake((long) rows, "that is how many rows are ignored; a row has %d numbers", side)
                .hint("how many windows stand side by side, and how many rows do they cover?")
                .hint("⌊%d/%d⌋ windows cover %d rows, and as many columns", side, window, read)
                .hint("%d·%d numbers are there, %d·%d are read", side, side, read, read)
                .solution("%d·%d − %d·%d = %,d", side, side, read, read, unread);
    }

    private static Problem<Long> reads(Draw draw) {
        int side = draw.one(55, 27, 31, 57);
        int maps = draw.one(96, 64, 128, 256);
        var input = Shape.of(maps, side, side);
        var plain = maxPool(2);
        var wide = maxPool(3).stride(2);
        draw.needs(plain.output(input).equals(wide.output(input)));
        int out = wide.output(input).height();
        long positions = wide.output(input).size();
        long more = wide.connections(input) - plain.connections(input);
        return Problem.whole(
                        more,
                        "Over %s, windows of 3×3 and windows of 2×2 that move by 2 write equally many numbers. How many"
                                + " more numbers do all the 3×3 windows together read?",
                        input)
                .mistake(5L * out * out, "that is one map; there are %d", maps)
                .mistake(positions, "that is how many numbers are written; each window reads several")
                .mistake(wide.connections(input), "that is what the 3×3 windows read; how much more is it?")
                .mistake(plain.connections(input), "that is what the 2×2 windows read; how much more do the others?")
                .mistake(5 * input.size(), "that puts a window at every number of the input; they move by 2")
                .mistake(0L, "without weights nothing is multiplied, but a larger window still reads more")
                .hint("how many windows are there? as many as numbers that come out")
                .hint("%d·%d windows over each of %d maps; how many more numbers does one read?", out, out, maps)
                .hint("a window reads 9 numbers in place of 4")
                .solution("(9 − 4)·%d·%d·%d = %,d", out, out, maps, more);
    }

    private static Problem<Long> field(Draw draw) {
        int first = draw.one(3, 5, 7);
        int second = draw.one(3, 5);
        int pooled = draw.one(2, 3);
        var net = network(
                "chain",
                Shape.of(1, 96, 96),
                conv(8, first).as("conv1"),
                maxPool(pooled).stride(2).as("pool1"),
                conv(16, second).as("conv2"),
                maxPool(pooled).stride(2).as("pool2"),
                conv(32, 3).as("conv3"));
        var seen = List.of("conv1", "pool1", "conv2", "pool2", "conv3").stream()
                .map(path -> seen(net, path))
                .toList();
        return Problem.whole(
                        Quantity.LENGTH,
                        seen.get(4),
                        "A chain: conv1 %d×%d, pool1 %d×%d moving by 2, conv2 %d×%d, pool2 %d×%d moving by 2, conv3 3×3."
                                + " How many pixels wide is the square of the image that one unit of conv3 sees?",
                        first,
                        first,
                        pooled,
                        pooled,
                        second,
                        second,
                        pooled,
                        pooled)
                .mistakes(Usual.ofField(net, "conv3"))
                .mistake(
                        seen.get(3) + 2 * 2,
                        "two strides of 2 lie below conv3: its neighbours are four pixels of the image apart, not two")
                .hint("start with 1; each layer adds (k − 1) times the distance of neighbours")
                .hint("neighbours are 1 pixel apart up to pool1, 2 behind it, 4 behind pool2")
                .hint("conv2 sees %d pixels, pool2 %d", seen.get(2), seen.get(3))
                .solution(
                        "conv1 %d, pool1 %d, conv2 %d, pool2 %d, conv3 %d + 2·4 = %d",
                        seen.get(0), seen.get(1), seen.get(2), seen.get(3), seen.get(3), seen.get(4));
    }

    private static long seen(Network network, String path) {
        return ReceptiveField.behind(network, path).rows().size();
    }

    /** A unit of a network of the zoo. */
    private record Unit(String title, String id, String path) {

        String label() {
            return title + " " + path;
        }

        long field() {
            return seen(Zoo.network(id), path);
        }
    }

    private static Problem<String> order(Draw draw) {
        var lenet = draw.one(new Unit("LeNet-5", "lenet5", "S4"), new Unit("LeNet-5", "lenet5", "C3"));
        var alexnet = draw.one(
                new Unit("AlexNet", "alexnet", "pool1"),
                new Unit("AlexNet", "alexnet", "conv2"),
                new Unit("AlexNet", "alexnet", "conv3"));
        var units = new ArrayList<>(List.of(lenet, alexnet));
        for (int stage : new int[] {1, draw.one(4, 3)}) {
            units.add(new Unit("VGG-16", "vgg-16", "pool" + stage));
        }
        draw.needs(units.stream().map(Unit::field).distinct().count() == units.size());
        return Problem.order(
                        draw,
                        "Order these units by the square of the image that they see, the smallest first. "
                                + windows(lenet)
                                + " " + windows(alexnet)
                                + " VGG-16 has two windows of 3×3 before pool1 and before pool2,"
                                + " three before pool3 and before pool4; its poolings are 2×2 and move by 2.",
                        units.stream()
                                .map(unit ->
                                        new Item(unit.label(), unit.field(), unit.label() + " sees " + unit.field()))
                                .toArray(Item[]::new))
                .hint("strides make fields large sooner than windows do: what is the distance of neighbours?")
                .hint("%s sees %d pixels", lenet.label(), lenet.field())
                .solution(units.stream()
                        .sorted(Comparator.comparing(Unit::field))
                        .map(unit -> unit.label() + " " + unit.field())
                        .collect(Collectors.joining(" < ")));
    }

    /** What a field is counted from: each window down to the unit, {@code C1 5×5, S2 2×2 moving by 2}. */
    private static String windows(Unit unit) {
        var steps = Zoo.network(unit.id()).steps();
        int last = IntStream.range(0, steps.size())
                .filter(at -> steps.get(at).path().split("/")[0].equals(unit.path()))
                .max()
                .orElseThrow();
        return steps.subList(0, last + 1).stream()
                .filter(step -> step.layer().window(step.input()).area() > 1)
                .map(Chapter02::window)
                .collect(Collectors.joining(", ", unit.title() + ": ", "."));
    }

    private static String window(Step step) {
        var rows = step.layer().window(step.input()).rows();
        return String.format(
                "%s %d×%d%s",
                step.path().split("/")[0],
                rows.size(),
                rows.size(),
                rows.stride() == 1 ? "" : " moving by " + rows.stride());
    }

    private static Problem<Character> shift(Draw draw) {
        return Problem.choice(
                        draw,
                        "An image moves by two pixels to the right. Away from the borders, what does its map behind a 3×3"
                                + " convolution that moves by 1 do?",
                        right("it moves by two positions to the right, and its numbers stay"),
                        wrong(
                                "it stays as it is",
                                "that would be invariance; a convolution is equivariant: what it finds moves along"),
                        wrong(
                                "it moves by one position",
                                "that is the map behind a pooling that moves by 2; this window moves by 1"),
                        wrong(
                                "all its numbers change, because other weights meet the image",
                                "that is a dense layer; a convolution has the same weights at every position"))
                .hint("the same weights are used at every position")
                .hint("what the window found at one place, it finds two places further now")
                .solution("the map moves with the image: equivariance; only pooling and averaging forget the place");
    }

    private static Problem<Behaviour> pooling(Draw draw) {
        return Problem.code(
                        draw,
                        Code.pooling((image, size) -> pooled(image, size, size, Double.NEGATIVE_INFINITY)),
                        Inputs.none()
                                .grid("image", 2, 7)
                                .whole("size", 1, 3)
                                .such(given ->
                                        Math.min(((double[][]) given[0]).length, ((double[][]) given[0])[0].length)
                                                >= (int) given[1])
                                .first(TELLING, 2),
                        "Write max pooling: the largest number of each size×size window, which moves by its size; rows and"
                                + " columns that fill no window are ignored.")
                .mistake(
                        Code.pooling((image, size) -> pooled(image, size, 1, Double.NEGATIVE_INFINITY)),
                        "that moves by 1; the windows shall lie side by side")
                .mistake(
                        Code.pooling((image, size) -> pooled(image, size, size, 0)),
                        "where all numbers of a window are negative, the largest is negative too; do not begin with 0")
                .mistake(
                        Code.pooling((image, size) -> pooled(image, size, size, Double.MIN_VALUE)),
                        "Double.MIN_VALUE is the smallest number above 0, not the lowest; begin with"
                                + " Double.NEGATIVE_INFINITY")
                .mistake(
                        Code.pooling(Chapter02::roundedUp),
                        "that rounds up; rows and columns that fill no window are ignored")
                .mistake(Code.pooling(Chapter02::means), "that is the mean of each window, average pooling")
                .hint("rows of the output: image.length / size, which rounds down")
                .hint("output[i][j] is the largest of image[i * size + u][j * size + v], u and v from 0 to size − 1")
                .solution("""
                        pooling((image, size) -> {
                            var map = new double[image.length / size][image[0].length / size];
                            for (int i = 0; i < map.length; i++)
                                for (int j = 0; j < map[0].length; j++) {
                                    map[i][j] = Double.NEGATIVE_INFINITY;
                                    for (int u = 0; u < size; u++)
                                        for (int v = 0; v < size; v++)
                                            map[i][j] = Math.max(map[i][j], image[i * size + u][j * size + v]);
                                }
                            return map;
                        })""");
    }

    private static double[][] pooled(double[][] image, int size, int stride, double least) {
        var map = new double[(image.length - size) / stride + 1][(image[0].length - size) / stride + 1];
        for (int n = 0; n < map.length * map[0].length; n++) {
            int top = n / map[0].length * stride;
            int left = n % map[0].length * stride;
            double largest = IntStream.range(0, size * size)
                    .mapToDouble(tap -> image[top + tap / size][left + tap % size])
                    .max()
                    .orElseThrow();
            map[n / map[0].length][n % map[0].length] = Math.max(least, largest);
        }
        return map;
    }

    private static double[][] roundedUp(double[][] image, int size) {
        var map = new double[(image.length + size - 1) / size][(image[0].length + size - 1) / size];
        for (double[] row : map) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < image[0].length; j++) {
                map[i / size][j / size] = Math.max(map[i / size][j / size], image[i][j]);
            }
        }
        return map;
    }

    private static double[][] means(double[][] image, int size) {
        var map = new double[image.length / size][image[0].length / size];
        for (int n = 0; n < map.length * size * map[0].length * size; n++) {
            int row = n / (map[0].length * size);
            int column = n % (map[0].length * size);
            map[row / size][column / size] += image[row][column] / (size * size);
        }
        return map;
    }

    private static Problem<Network> build(Draw draw) {
        int first = draw.one(16, 8, 12, 24);
        int second = draw.one(32, 40, 48, 64);
        var right = reading(first, second, maxPool(2), globalPool());
        long average = Cost.of(right).parameters();
        return Problem.network(
                        right,
                        Law.likeWithFunctions(right),
                        "Write a network for digits of 1×28×28 that ends as GoogLeNet does: 3×3 with %d filters, padded so"
                                + " that the sides stay, ReLU; max pooling 2×2; 3×3 with %d filters, padded too, ReLU; the"
                                + " mean of each map; a dense layer of 10.",
                        first,
                        second)
                .mistake(
                        reading(first, second, maxPool(2), flatten()),
                        "that reads all places of the last maps with weights of their own; take globalPool(), the mean of"
                                + " each map")
                .mistake(
                        reading(first, second, maxPool(3).stride(2), globalPool()),
                        "those windows of the pooling overlap; maxPool(2) moves by its size")
                .hint("same() pads; the window words come before relu()")
                .hint("conv(%d, 3).same().relu(), maxPool(2), conv(%d, 3).same().relu(), …", first, second)
                .solution(
                        "network(\"mine\", Shape.of(1, 28, 28), conv(%d, 3).same().relu(), maxPool(2),"
                                + " conv(%d, 3).same().relu(), globalPool(), dense(10)): %,d parameters, with flatten() in"
                                + " place of globalPool() %,d",
                        first,
                        second,
                        average,
                        Cost.of(reading(first, second, maxPool(2), flatten())).parameters());
    }

    private static Network reading(int first, int second, Pool pool, Layer end) {
        return network(
                "digits",
                Shape.of(1, 28, 28),
                conv(first, 3).same().relu(),
                pool,
                conv(second, 3).same().relu(),
                end,
                dense(10));
    }
}
