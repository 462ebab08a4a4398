package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import java.util.List;
import layerwise.analysis.Cost;
import layerwise.data.Augmentation;
import layerwise.data.Distortion;
import layerwise.layers.Conv;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.AlexNet;
import layerwise.zoo.Task;

/** The exercises of chapter 05, on AlexNet. */
final class Chapter05 {
    private Chapter05() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("05.1", "the maps of conv1", Chapter05::maps),
                new Exercise("05.2", "parameters in two groups", Chapter05::groups),
                new Exercise("05.3", "products of a convolution", Chapter05::products),
                new Exercise("05.4", "overlapping pooling", Chapter05::pooling),
                new Exercise("05.5", "crops and mirrors", Chapter05::crops),
                new Exercise("05.6", "the share of the dense layers", Chapter05::share),
                new Exercise("05.7", "what dropout does at test time", Chapter05::dropout),
                new Exercise("05.8", "the first two blocks", Chapter05::blocks),
                new Exercise("05.9", "the gap at the end of a recorded training", Chapter05::gap));
    }

    private static Problem<Shape> maps(Draw draw) {
        int side = draw.one(227, 195, 211, 224, 243, 256);
        int padding = draw.one(0, 2, 3);
        int kernel = draw.one(11, 7, 9);
        int stride = draw.one(4, 2, 3);
        var layer = conv(96, kernel).stride(stride);
        var conv = padding == 0 ? layer : layer.pad(padding);
        var image = Shape.of(3, side, side);
        return Problem.shape(
                        conv.output(image),
                        "96 filters of %d×%d move by %d over %s, padded by %d. Which shape comes out?",
                        kernel,
                        kernel,
                        stride,
                        image,
                        padding)
                .mistakes(Usual.ofShape(conv, image))
                .hint("how many places has the window in one row?")
                .hint("⌊(%d + 2·%d − %d) / %d⌋ + 1 places", side, padding, kernel, stride)
                .solution(
                        "⌊(%d + 2·%d − %d) / %d⌋ + 1 = %d, so %s",
                        side, padding, kernel, stride, conv.output(image).height(), conv.output(image));
    }

    private static Problem<Long> groups(Draw draw) {
        int maps = draw.one(96, 64, 128, 192, 384);
        int filters = draw.one(256, 128, 192, 384);
        int kernel = draw.one(5, 3, 7);
        var layer = conv(filters, kernel).pad(kernel / 2).groups(2);
        var input = Shape.of(maps, 27, 27);
        return Problem.whole(
                        Usual.parameters(layer, input),
                        "A convolution of %d filters of %d×%d reads %d maps in two groups, one on each graphics card. How"
                                + " many parameters does it have, with biases?",
                        filters,
                        kernel,
                        kernel,
                        maps)
                .mistakes(Usual.ofParameters(layer, input))
                .mistake(
                        Usual.parameters(conv(filters / 2, kernel).pad(kernel / 2), Shape.of(maps / 2, 27, 27)),
                        "that is one card; there are two")
                .mistake(
                        (long) kernel * kernel * maps * filters,
                        "that ignores the groups and leaves the biases out; a filter reads only the maps of its card")
                .hint("a filter reads the maps of its own card only")
                .hint("each filter has %d·%d·%d weights and a bias", kernel, kernel, maps / 2)
                .solution("(%d·%d·%d + 1)·%d = %,d", kernel, kernel, maps / 2, filters, Usual.parameters(layer, input));
    }

    private static Problem<Long> products(Draw draw) {
        int side = draw.one(27, 13, 28, 55);
        int maps = draw.one(96, 48, 64, 128);
        int filters = draw.one(256, 128, 192);
        int kernel = draw.one(5, 3);
        int groups = draw.one(2, 1, 4);
        var layer = grouped(conv(filters, kernel).same(), groups);
        var input = Shape.of(maps, side, side);
        long right = layer.output(input).size() * kernel * kernel * maps / groups;
        var problem = Problem.whole(
                        right,
                        "A convolution of %d filters of %d×%d reads %s in %d group%s and keeps the sides. How many products"
                                + " (MACs) does it take for one image?",
                        filters,
                        kernel,
                        kernel,
                        input,
                        groups,
                        groups == 1 ? "" : "s")
                .mistakes(Usual.ofMacs(layer, input))
                .hint("an output is a sum over a window of all maps of its group")
                .hint("%d·%d·%d outputs, each of %d·%d·%d products", side, side, filters, kernel, kernel, maps / groups)
                .solution("%d·%d·%d · %d·%d·%d = %,d", side, side, filters, kernel, kernel, maps / groups, right);
        return groups == 1 ? problem : problem.mistake(right / groups, "that is one card; there are %d", groups);
    }

    private static Conv grouped(Conv conv, int groups) {
        return groups == 1 ? conv : conv.groups(groups);
    }

    private static Problem<Long> pooling(Draw draw) {
        int side = draw.one(55, 27, 13, 35, 63);
        int maps = draw.one(96, 64, 256, 192);
        var input = Shape.of(maps, side, side);
        long overlapping =
                Cost.of(network("z = 3", input, maxPool(3).stride(2))).connections();
        long apart = Cost.of(network("z = 2", input, maxPool(2))).connections();
        return Problem.whole(
                        overlapping - apart,
                        "Over %s, windows of 3×3 that move by 2 read more numbers than windows of 2×2 that move by 2. How"
                                + " many more?",
                        input)
                .mistake(overlapping, "that is what the windows of 3×3 read; how many more is it?")
                .mistake(apart, "that is what the windows of 2×2 read; how many more do the others read?")
                .mistake((overlapping - apart) / maps, "that is one map; there are %d", maps)
                .mistake(5L * input.size(), "that has a window at every pixel; they move by 2")
                .hint(
                        "%s comes out of both; a window reads 9 numbers or 4",
                        maxPool(2).output(input))
                .hint("(9 − 4) times the number of windows in all maps")
                .solution(
                        "%s windows, 5 more numbers each: 5·%,d = %,d",
                        maxPool(2).output(input), maxPool(2).output(input).size(), overlapping - apart);
    }

    private static Problem<Long> crops(Draw draw) {
        int input = draw.one(224, 128, 160, 192, 227);
        int image = input + draw.one(32, 12, 16, 24, 40);
        long ways = Augmentation.of(Distortion.randomCrop(), Distortion.flip())
                .ways(Shape.of(3, image, image), Shape.of(3, input, input));
        long room = image - input;
        return Problem.whole(
                        ways,
                        "Squares of %d×%d are cut from images of %d×%d, and mirrored half of the time. How many different"
                                + " inputs is that for one image, counted as in the paper, (n − m)² places?",
                        input,
                        input,
                        image,
                        image)
                .mistake(ways / 2, "mirrored squares are inputs of their own")
                .mistake(
                        2 * (room + 1) * (room + 1),
                        "that is the exact count; the paper leaves the last place of each side" + " out")
                .mistake(2 * room, "rows and columns: a place is chosen in both")
                .mistake(10L, "those are the looks at test time; training chooses at random")
                .hint("%d places down and as many across", room)
                .hint("places times two, for the mirror")
                .solution("(%d − %d)²·2 = %d²·2 = %,d", image, input, room, ways);
    }

    private static Problem<Double> share(Draw draw) {
        int classes = draw.one(1000, 10, 50, 100, 200, 365, 500);
        var network = AlexNet.paper(Task.of(3, 227, classes));
        double all = Cost.of(network).parameters();
        double dense = Cost.of(network.steps().stream()
                        .filter(step -> step.path().startsWith("fc"))
                        .toList())
                .parameters();
        double first = Cost.of(network.steps().stream()
                        .filter(step -> step.path().startsWith("fc6"))
                        .toList())
                .parameters();
        return Problem.decimal(
                        100 * dense / all,
                        0.0005,
                        "Count with Java: what percentage of the parameters of AlexNet for %d classes is in its three"
                                + " dense layers? AlexNet.paper(Task.of(3, 227, %d)) is the network; give two digits behind the"
                                + " point.",
                        classes,
                        classes)
                .mistake(100 * (1 - dense / all), "that is the share of the convolutions")
                .mistake(100 * first / all, "that is fc6 alone; there are three dense layers")
                .mistake(
                        100 * dense / (all - dense),
                        "that is dense layers against convolutions; the share of all is asked")
                .mistake(dense, "that is how many they are; which percentage of %,d is that?", (long) all)
                .mistake(
                        0.0,
                        "a whole number divided by a larger one is 0 in Java; 100.0 * dense / all divides with a"
                                + " fraction")
                .mistake(
                        Math.floor(100 * dense / all),
                        "whole numbers divide without their fraction in Java; 100.0 * dense / all keeps it")
                .mistake(
                        (double) (100 * (int) dense / (int) all),
                        "that is int overflow: 100 * %d is more than 2,147,483,647, the largest int, and wraps around;"
                                + " 100.0 * dense / all does not",
                        (long) dense)
                .hint("network.steps() are the rows of the table; the paths of dense layers begin with fc")
                .hint("Cost.of(list of steps).parameters() adds them up")
                .solution("%,d of %,d: %s %%", (long) dense, (long) all, Figures.print(100 * dense / all));
    }

    private static Problem<Character> dropout(Draw draw) {
        int silent = draw.one(50, 10, 20, 25, 75, 80);
        double rate = silent / 100.0;
        String kept = Figures.print(1 - rate);
        String inverse = Figures.print(1 / (1 - rate));
        return Problem.choice(
                        draw,
                        "A network was trained with " + silent
                                + " % of its units silent in each step and the outputs of the"
                                + " others unchanged, as in the paper. What must happen at test time?",
                        right("all units speak, and their outputs are multiplied by " + kept),
                        wrong(
                                "all units speak, nothing else changes",
                                "then the next layer gets sums " + inverse
                                        + " times as large as it has learned to expect"),
                        wrong(
                                silent + " % of the units stay silent",
                                "then the answer would depend on chance; the choices are averaged instead"),
                        wrong(
                                "all units speak, and their outputs are multiplied by " + inverse,
                                "that is the wrong way: with all units the sums are already " + inverse
                                        + " times as large; libraries do so in training, and then leave the test alone"))
                .hint("compare the mean of a sum over random choices of units with the sum over all")
                .hint("a unit speaks in %d of 100 steps; what is the mean of what it says?", 100 - silent)
                .solution(
                        "the expectation in training is %s times the whole sum, so each output is multiplied by that",
                        kept);
    }

    private static Problem<Network> blocks(Draw draw) {
        int first = draw.one(96, 48, 64);
        int second = draw.one(256, 128, 192);
        int groups = draw.one(2, 1);
        var right = blocks(first, second, groups, 2);
        return Problem.sameNetwork(
                        right,
                        "Write the first two blocks for 3×227×227, without norms: %d filters of 11×11 that move by 4, ReLU,"
                                + " max pooling of 3×3 that moves by 2; %d filters of 5×5 padded by 2 in %d group%s, ReLU,"
                                + " max pooling of 3×3 that moves by 2.",
                        first,
                        second,
                        groups,
                        groups == 1 ? "" : "s")
                .mistake(blocks(first, second, groups, 0), "the 5×5 is padded by 2, so that 27×27 stays")
                .mistake(
                        blocks(first, second, 3 - groups, 2),
                        groups == 2 ? "the second convolution has two groups" : "the second convolution reads all maps")
                .hint("network(\"mine\", Shape.of(3, 227, 227), conv(%d, 11).stride(4).relu(), …)", first)
                .hint("… maxPool(3).stride(2), conv(%d, 5).pad(2)…relu(), maxPool(3).stride(2))", second)
                .solution(
                        "network(\"mine\", Shape.of(3, 227, 227), conv(%d, 11).stride(4).relu(), maxPool(3).stride(2),"
                                + " conv(%d, 5).pad(2)%s.relu(), maxPool(3).stride(2)): %s comes out",
                        first, second, groups == 1 ? "" : ".groups(2)", right.output());
    }

    private static Problem<Double> gap(Draw draw) {
        String name = draw.one(
                "relu-1", "relu-2", "relu-3", "tanh-2", "tanh-fast-1", "tanh-fast-2", "tanh-fast-3", "lenet5-mnist");
        var history = Runs.named(name).history();
        var last = history.last();
        double gap = last.accuracy() - last.testAccuracy();
        return Problem.decimal(
                        100 * gap,
                        0.002,
                        "replay(\"%s\") is the record of a training of %d epochs. How many percentage points is the"
                                + " accuracy of the training images above that of the test images after the last epoch? Give two"
                                + " digits behind the point.",
                        name,
                        history.epochs().size())
                .mistake(gap, "that is a share; a point is a hundredth")
                .mistake(
                        100 * (1 - last.testAccuracy()),
                        "that is how far the test images are from 100 %; the training images are not quite there either")
                .mistake(
                        100 * last.testAccuracy(),
                        "that is the test accuracy; how far below the training accuracy is it?")
                .mistake(100 * last.accuracy(), "that is the training accuracy; how far above the test accuracy is it?")
                .mistake(
                        last.testLoss() - last.loss(),
                        "that is the difference of the losses; a loss is no share of right answers")
                .hint("history().last() of the record is its last epoch; what does it know of the training images?")
                .hint("100 * (last.accuracy() - last.testAccuracy())")
                .solution(
                        "%s %% of the training images and %s %% of the test images are answered rightly: %s points",
                        Figures.print(100 * last.accuracy()),
                        Figures.print(100 * last.testAccuracy()),
                        Figures.print(100 * gap));
    }

    private static Network blocks(int first, int second, int groups, int padding) {
        var conv = conv(second, 5);
        return network(
                "two blocks",
                Shape.of(3, 227, 227),
                conv(first, 11).stride(4).relu(),
                maxPool(3).stride(2),
                grouped(padding == 0 ? conv : conv.pad(padding), groups).relu(),
                maxPool(3).stride(2));
    }
}
