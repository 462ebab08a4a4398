package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import layerwise.data.Convolution;
import layerwise.data.Filter;
import layerwise.data.Planes;
import layerwise.layers.Shape;
import layerwise.layers.Window;

/** The exercises of chapter 01, on one convolution; what is right comes from the layers, or from the naive sum. */
final class Chapter01 {
    private static final int[] CHAPTER_WINDOW = {2, 7, 1, 8, 2, 8, 1, 8, 2};
    private static final double[][] TELLING = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}};
    private static final int[] CHAPTER_WEIGHTS = {1, 0, -1, 2, 0, -1, 1, 1, 0};

    private Chapter01() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("01.1", "one number by hand", Chapter01::pixel),
                new Exercise("01.2", "the map of a convolution", Chapter01::map),
                new Exercise("01.3", "correlation or convolution", Chapter01::flipped),
                new Exercise("01.4", "parameters and the size of the image", Chapter01::parameters),
                new Exercise("01.5", "local, but not shared", Chapter01::local),
                new Exercise("01.6", "the dark border", Chapter01::corner),
                new Exercise("01.7", "the formula of a side", Chapter01::side),
                new Exercise("01.8", "the loop", Chapter01::loop));
    }

    private static Problem<Long> pixel(Draw draw) {
        double[][] window = grid(draw, CHAPTER_WINDOW, 0, 9);
        double[][] weights = grid(draw, CHAPTER_WEIGHTS, -1, 2);
        int bias = draw.from(3, 1, 5);
        long sum = sum(window, weights);
        long turned = sum(window, turned(weights));
        draw.needs(sum > 0 && turned > 0);
        return Problem.whole(
                        Quantity.SUM,
                        sum + bias,
                        "A window reads the pixels %s, row by row; its filter has the weights %s and the bias %d. Which"
                                + " number does it write?",
                        Inputs.print((Object) window),
                        Inputs.print((Object) weights),
                        bias)
                .mistake(sum, "that is without the bias, which is added once")
                .mistake(sum + 9L * bias, "that adds the bias for every pixel; it is added once")
                .mistake(turned + bias, "that turns the filter around, as mathematics has it; networks do not")
                .mistake(
                        sum(window, transposed(weights)) + bias,
                        "that goes through the filter column by column; both go row by row")
                .hint("multiply each pixel by the weight at its own place")
                .hint("add the nine products, and then the bias")
                .solution("%s = %,d", products(window, weights, bias), sum + bias);
    }

    private static double[][] grid(Draw draw, int[] chapter, int low, int high) {
        var grid = new double[3][3];
        for (int n = 0; n < chapter.length; n++) {
            grid[n / 3][n % 3] = draw.from(chapter[n], low, high);
        }
        return grid;
    }

    private static long sum(double[][] window, double[][] weights) {
        return (long) map(window, weights, 1)[0][0];
    }

    private static double[][] turned(double[][] weights) {
        int last = weights.length - 1;
        int end = weights[0].length - 1;
        var turned = new double[weights.length][weights[0].length];
        for (int u = 0; u <= last; u++) {
            for (int v = 0; v <= end; v++) {
                turned[u][v] = weights[last - u][end - v];
            }
        }
        return turned;
    }

    private static double[][] transposed(double[][] weights) {
        var transposed = new double[weights[0].length][weights.length];
        for (int u = 0; u < weights.length; u++) {
            for (int v = 0; v < weights[0].length; v++) {
                transposed[v][u] = weights[u][v];
            }
        }
        return transposed;
    }

    private static String products(double[][] window, double[][] weights, int bias) {
        var products = new StringBuilder();
        for (int n = 0; n < 9; n++) {
            products.append(String.format("%.0f·(%.0f) + ", window[n / 3][n % 3], weights[n / 3][n % 3]));
        }
        return products.append(bias).toString();
    }

    private static Problem<Shape> map(Draw draw) {
        int filters = draw.one(16, 8, 12, 24, 32);
        int kernel = draw.one(7, 3, 5, 9);
        int stride = draw.one(2, 3, 4);
        int padding = draw.one(3, 1, 2);
        var image = Shape.of(3, draw.one(160, 96, 128, 200), draw.one(120, 90, 110, 150));
        var layer = conv(filters, kernel).stride(stride).pad(padding);
        var out = layer.output(image);
        return Problem.shape(
                        out,
                        "%d filters of %d×%d move by %d over a picture of %s, with a border of %d zeros. Which shape"
                                + " comes out?",
                        filters,
                        kernel,
                        kernel,
                        stride,
                        image,
                        padding)
                .mistakes(Usual.ofShape(layer, image))
                .hint("count the places of the window for the height, and then for the width")
                .hint("⌊(n + 2·%d − %d) / %d⌋ + 1 places; each filter writes one map", padding, kernel, stride)
                .solution(
                        "⌊(%d + 2·%d − %d) / %d⌋ + 1 = %d and ⌊(%d + 2·%d − %d) / %d⌋ + 1 = %d: %s",
                        image.height(),
                        padding,
                        kernel,
                        stride,
                        out.height(),
                        image.width(),
                        padding,
                        kernel,
                        stride,
                        out.width(),
                        out);
    }

    private static Problem<Character> flipped(Draw draw) {
        return Problem.choice(
                        draw,
                        "Networks compute a cross-correlation and call it convolution. Why may they?",
                        right("weights are learned: a filter turned by half a turn is learned as easily"),
                        wrong(
                                "both give the same numbers",
                                "only for a filter that half a turn leaves as it is, such as a blur"),
                        wrong(
                                "the bias makes up for the difference",
                                "a bias is one number for the whole map; it cannot turn a filter"),
                        wrong(
                                "zero padding makes them equal",
                                "padding adds zeros at the border; the difference is everywhere"))
                .hint("convolution goes through the filter from its end: w[−u, −v]")
                .hint("what would training find if the engine turned each filter first?")
                .solution("the engine's w is the mathematician's w turned by half a turn; training finds either");
    }

    private static Problem<Long> parameters(Draw draw) {
        int filters = draw.one(16, 8, 12, 20, 24, 32);
        int kernel = draw.one(7, 3, 5);
        int side = draw.one(160, 64, 96, 128);
        var layer = conv(filters, kernel).same();
        var image = Shape.of(3, side, side);
        long right = Usual.parameters(layer, image);
        return Problem.whole(
                        right,
                        "A convolution of %d filters of %d×%d, with biases, reads colour pictures of %d×%d. How many"
                                + " parameters has it for pictures of %d×%d?",
                        filters,
                        kernel,
                        kernel,
                        side,
                        side,
                        2 * side,
                        2 * side)
                .mistakes(Usual.ofParameters(layer, image))
                .mistake(4 * right, "a larger picture has more places, and the same weights at each")
                .hint("does any weight belong to a place of the picture?")
                .hint("each filter has %d·%d weights for each of three colours, and a bias", kernel, kernel)
                .solution("(3·%d·%d + 1)·%d = %,d, whatever the size of the picture", kernel, kernel, filters, right);
    }

    private static Problem<Long> local(Draw draw) {
        int side = draw.one(32, 20, 24, 28, 36);
        int kernel = draw.one(5, 3, 7);
        int filters = draw.one(6, 1, 2, 4);
        var image = Shape.of(1, side, side);
        var layer = conv(filters, kernel);
        long units = layer.output(image).size();
        long right = units * (kernel * kernel + 1L);
        return Problem.whole(
                        right,
                        "Over %s slide%s %d window%s of %d×%d, unpadded, but nothing is shared: every unit of the output"
                                + " has weights and a bias of its own. How many parameters are that?",
                        image,
                        filters == 1 ? "s" : "",
                        filters,
                        filters == 1 ? "" : "s",
                        kernel,
                        kernel)
                .mistake(Usual.parameters(layer, image), "that is with shared weights, a convolution")
                .mistake(
                        Usual.parameters(dense((int) units), Shape.of((int) image.size(), 1, 1)),
                        "that is a dense layer; here a unit reads its window only")
                .mistake(units * kernel * kernel, "that is without biases; each unit has one")
                .mistake(units * kernel * kernel + filters, "that shares the bias; here each unit has its own")
                .mistake(
                        filters * image.size() * (kernel * kernel + 1),
                        "that has a unit at every pixel; unpadded, the map is smaller than the picture")
                .hint("how many units has the output?")
                .hint("each has %d·%d weights and one bias", kernel, kernel)
                .solution(
                        "%s: %,d units, each with %d·%d + 1 numbers: %,d",
                        layer.output(image), units, kernel, kernel, right);
    }

    private static Problem<Double> corner(Draw draw) {
        int kernel = draw.one(7, 3, 5, 9, 11, 13);
        boolean edge = draw.one(false, true);
        int reach = kernel / 2 + 1;
        double right = edge ? (double) reach / kernel : (double) reach * reach / kernel / kernel;
        double other = edge ? (double) reach * reach / kernel / kernel : (double) reach / kernel;
        return Problem.decimal(
                        right,
                        0.005,
                        "A white picture of 100×100, every pixel 1, passes a blur of %d×%d whose weights are all 1/%d,"
                                + " padded with zeros so that the size stays. What is written %s?",
                        kernel,
                        kernel,
                        kernel * kernel,
                        edge ? "in the middle of the upper edge" : "in a corner")
                .mistake(1.0, "that is in the middle of the picture; here a part of the window reads zeros")
                .mistake(
                        0.0,
                        "in Java %1$d/%2$d is 0, as a division of whole numbers drops the fraction; write %1$d.0/%2$d",
                        edge ? reach : reach * reach,
                        edge ? kernel : kernel * kernel)
                .mistake(other, "that is %s", edge ? "in a corner" : "in the middle of an edge")
                .mistake(
                        right * kernel * kernel,
                        "those are the white pixels in the window; each is multiplied by 1/%d",
                        kernel * kernel)
                .hint("put the middle of the window there: which of its rows and columns are on the picture?")
                .hint("the middle one and those on one side of it are")
                .solution(
                        edge ? "%d of %d rows are on the picture: %s" : "(%d/%d)² of the window is on the picture: %s",
                        reach,
                        kernel,
                        Figures.print(right));
    }

    private static Problem<Behaviour> side(Draw draw) {
        return Problem.code(
                        draw,
                        Code.formula((side, kernel, stride, padding) -> conv(1, kernel)
                                .stride(stride)
                                .pad(padding)
                                .output(Shape.of(1, side, side))
                                .height()),
                        Inputs.none()
                                .whole("side", 7, 64)
                                .whole("kernel", 1, 7)
                                .whole("stride", 1, 4)
                                .whole("padding", 0, 3)
                                .such(given -> (int) given[3] < (int) given[1]),
                        "Write the formula for the side of a map, from the side of the picture, and kernel, stride and"
                                + " padding of the convolution. In Java a division of whole numbers drops the fraction.")
                .mistake(
                        Code.formula((side, kernel, stride, padding) -> (side + 2 * padding - kernel) / stride),
                        "the first place of the window counts too: + 1")
                .mistake(
                        Code.formula((side, kernel, stride, padding) -> (side + padding - kernel) / stride + 1),
                        "the padding is on both sides")
                .mistake(
                        Code.formula((side, kernel, stride, padding) -> (side + 2 * padding - kernel + 1) / stride),
                        "the 1 is added after the division; it is the first place, not a pixel")
                .mistake(
                        Code.formula((side, kernel, stride, padding) ->
                                (side + 2 * padding - kernel + stride - 1) / stride + 1),
                        "that rounds up; a window that does not fit is left out")
                .mistake(
                        Code.formula((side, kernel, stride, padding) -> side + 2 * padding - kernel + 1),
                        "that moves by one pixel; the stride is not in it")
                .mistake(
                        Code.formula((side, kernel, stride, padding) -> (side - kernel) / stride + 1),
                        "the padding is not in it")
                .mistake(
                        Code.formula((side, kernel, stride, padding) -> (side + 2.0 * padding - kernel) / stride + 1),
                        "that has fractions; a number with a point, such as 2.0, makes Java keep the fraction")
                .hint("begin with stride 1 and no padding: side − kernel + 1")
                .hint("after the first place, the window makes as many steps as fit into what is left")
                .solution("formula((side, kernel, stride, padding) -> (side + 2 * padding - kernel) / stride + 1)");
    }

    private static Problem<Behaviour> loop(Draw draw) {
        int stride = draw.one(1, 2, 3);
        return Problem.code(
                        draw,
                        Code.convolution((image, kernel) -> map(image, kernel, stride)),
                        Inputs.none()
                                .grid("image", 3, 8)
                                .grid("kernel", 1, 3)
                                .such(given -> fits((double[][]) given[0], (double[][]) given[1]))
                                .first(TELLING, new double[][] {{1, 2}, {3, 4}}),
                        "Write the naive loop: the map of an image of one channel under a kernel, no padding, no bias,"
                                + " stride %d. Images and kernels need not be square.",
                        stride)
                .mistake(
                        Code.convolution((image, kernel) -> map(image, turned(kernel), stride)),
                        "that turns the kernel around, as mathematics has it; networks do not")
                .mistake(
                        Code.convolution((image, kernel) -> map(image, kernel, stride == 1 ? 2 : 1)),
                        "that moves by another stride")
                .mistake(
                        Code.convolution((image, kernel) -> transposed(map(image, kernel, stride))),
                        "rows and columns of the map are exchanged")
                .mistake(
                        Code.convolution((image, kernel) -> lastProducts(image, kernel, stride)),
                        "that is the last product of each window; += adds it to those before, = forgets them")
                .mistake(
                        Code.convolution((image, kernel) -> without(map(image, kernel, stride))),
                        "that has one row and one column too few; the first place of the kernel counts too: + 1")
                .hint(
                        "the map has %s rows: H is image.length, h is kernel.length; columns likewise",
                        stride == 1 ? "H − h + 1" : "(H − h) / " + stride + " + 1")
                .hint("four loops: i and j over the map, u and v over the kernel")
                .hint("at i, j add up image[%s + u][%s + v] · kernel[u][v]", times("i", stride), times("j", stride))
                .solution(
                        """
                        convolution((image, kernel) -> {
                            int rows = %s;
                            int columns = %s;
                            var map = new double[rows][columns];
                            for (int i = 0; i < rows; i++)
                                for (int j = 0; j < columns; j++)
                                    for (int u = 0; u < kernel.length; u++)
                                        for (int v = 0; v < kernel[0].length; v++)
                                            map[i][j] += image[%s + u][%s + v] * kernel[u][v];
                            return map;
                        })""",
                        places("image.length - kernel.length", stride),
                        places("image[0].length - kernel[0].length", stride),
                        times("i", stride),
                        times("j", stride));
    }

    private static String times(String place, int stride) {
        return stride == 1 ? place : place + " * " + stride;
    }

    private static String places(String room, int stride) {
        return stride == 1 ? room + " + 1" : "(" + room + ") / " + stride + " + 1";
    }

    private static double[][] lastProducts(double[][] image, double[][] kernel, int stride) {
        var last = new double[kernel.length][kernel[0].length];
        last[kernel.length - 1][kernel[0].length - 1] = kernel[kernel.length - 1][kernel[0].length - 1];
        return map(image, last, stride);
    }

    private static double[][] without(double[][] map) {
        return Stream.of(map)
                .limit(map.length - 1)
                .map(row -> Arrays.copyOf(row, row.length - 1))
                .toArray(double[][]::new);
    }

    private static boolean fits(double[][] image, double[][] kernel) {
        return kernel.length <= image.length && kernel[0].length <= image[0].length;
    }

    /** The map as the library's own naive sum has it. */
    private static double[][] map(double[][] image, double[][] kernel, int stride) {
        var window = Window.of(kernel.length, kernel[0].length).stride(stride);
        var map = Convolution.of(Planes.matrix(image), Filter.of("kernel", kernel), window);
        var rows = new double[map.shape().height()][map.shape().width()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = map.at(0, i, j);
            }
        }
        return rows;
    }
}
