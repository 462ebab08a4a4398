package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import layerwise.analysis.Cost;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.train.Epoch;
import layerwise.train.History;

/** The exercises of chapter 04, on the Fashion-MNIST CNN and on judging a training, of which it reads recorded ones. */
final class Chapter04 {
    private Chapter04() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("04.1", "parameters of a later convolution", Chapter04::later),
                new Exercise("04.2", "products of a later convolution", Chapter04::products),
                new Exercise("04.3", "the last pooling", Chapter04::pooled),
                new Exercise("04.4", "steps of a training", Chapter04::steps),
                new Exercise("04.5", "bytes of a batch", Chapter04::bytes),
                new Exercise("04.6", "reading curves", Chapter04::curves),
                new Exercise("04.7", "the learning rate by steps", Chapter04::schedule),
                new Exercise("04.8", "half of the network", Chapter04::build),
                new Exercise("04.9", "the best epoch of a recorded training", Chapter04::best));
    }

    private static Problem<Long> later(Draw draw) {
        int maps = draw.one(128, 64, 96, 192);
        int filters = draw.one(256, 128, 192, 320);
        int kernel = draw.one(3, 5);
        draw.needs(filters != maps);
        var layer = conv(filters, kernel).same();
        var input = Shape.of(maps, 7, 7);
        return Problem.whole(
                        Usual.parameters(layer, input),
                        "A convolution of %d filters of %d×%d reads %s. How many parameters does it have?",
                        filters,
                        kernel,
                        kernel,
                        input)
                .mistakes(Usual.ofParameters(layer, input))
                .mistake(
                        Usual.parameters(conv(maps, kernel), Shape.of(filters, 7, 7)),
                        "filters and maps are exchanged: each of the %d filters reads %d maps",
                        filters,
                        maps)
                .mistake(
                        (long) kernel * kernel * maps,
                        "those are the weights of one filter; there are %d filters, each with a bias",
                        filters)
                .hint("a filter has a kernel for each of the maps that it reads, and one bias")
                .hint("each filter has %d·%d·%d weights", kernel, kernel, maps)
                .solution("(%d·%d·%d + 1)·%d = %,d", kernel, kernel, maps, filters, Usual.parameters(layer, input));
    }

    private static Problem<Long> products(Draw draw) {
        int side = draw.one(14, 7, 28, 10);
        int maps = draw.one(128, 64, 32, 96);
        int kernel = draw.one(3, 5, 7);
        var layer = conv(maps, kernel).same();
        var input = Shape.of(maps, side, side);
        long right = Cost.of(network("layer", input, layer)).macs();
        return Problem.whole(
                        right,
                        "A convolution of %d filters of %d×%d, padded so that the sides stay, reads %s. How many products"
                                + " (MACs) does it take for one image?",
                        maps,
                        kernel,
                        kernel,
                        input)
                .mistakes(Usual.ofMacs(layer, input))
                .hint("every weight is used at every position; biases are added, not multiplied")
                .hint("%d·%d positions, %d filters, %d·%d·%d products each", side, side, maps, kernel, kernel, maps)
                .solution("%d·%d·%d · %d·%d·%d = %,d", side, side, maps, kernel, kernel, maps, right);
    }

    private static Problem<Shape> pooled(Draw draw) {
        int side = draw.one(28, 29, 30, 31, 36, 45);
        int maps = draw.one(256, 64, 128);
        var input = Shape.of(maps, side, side);
        var out = network("poolings", input, maxPool(2), maxPool(2), maxPool(2)).output();
        int up = (int) LongStream.rangeClosed(1, 3).reduce(side, (n, i) -> (n + 1) / 2);
        return Problem.shape(
                        out,
                        "Maps of %s pass three poolings of 2×2 that move by 2; the convolutions between them keep shapes as"
                                + " they are. Which shape comes out?",
                        input)
                .mistake(Shape.of(maps, up, up), "that rounds up; a window that fits only partly is left out")
                .mistake(Shape.of(maps, side / 2, side / 2), "that is one pooling; there are three")
                .mistake(Shape.of(maps, side / 6, side / 6), "each halves what the one before left: divide by 2·2·2")
                .mistake(
                        Shape.of(out.height(), out.width(), maps),
                        "that is height × width × channels; here channels come first")
                .hint("halve the side three times, and round down each time")
                .hint("%d → %d → …", side, side / 2)
                .solution("%d → %d → %d → %d, so %s", side, side / 2, side / 4, side / 8, out);
    }

    private static Problem<Long> steps(Draw draw) {
        int images = draw.one(4000, 8000, 60_000, 50_000, 1500);
        int batch = draw.one(32, 48, 64, 100, 128);
        int epochs = draw.one(6, 5, 10, 20);
        long each = (images + batch - 1) / batch;
        long whole = images / batch;
        var problem = Problem.whole(
                        each * epochs,
                        "How many steps (updates of the weights) do %d epochs over %,d images in batches of %d take? The last"
                                + " batch of an epoch may be smaller.",
                        epochs,
                        images,
                        batch)
                .mistake(each, "that is one epoch; there are %d", epochs)
                .mistake((long) images * epochs, "that is a step an image; a step takes a batch")
                .mistake((long) epochs, "those are epochs; each has many steps")
                .hint("how many batches does an epoch have?")
                .hint("images divided by the batch, rounded up: a last, smaller batch is a step too")
                .solution("⌈%d / %d⌉·%d = %d·%d = %,d", images, batch, epochs, each, epochs, each * epochs);
        return whole == each
                ? problem
                : problem.mistake(whole * epochs, "that leaves the last, smaller batch of each epoch out");
    }

    private static Problem<Long> bytes(Draw draw) {
        int batch = draw.one(32, 16, 64, 128, 256);
        int filters = draw.one(64, 32, 96, 128);
        int side = draw.one(28, 32, 56);
        long one = 4L * filters * side * side;
        return Problem.whole(
                        one * batch,
                        "A padded convolution writes %d maps of %d×%d in single precision. How many bytes are kept for a"
                                + " batch of %d images in training?",
                        filters,
                        side,
                        side,
                        batch)
                .mistake(one, "that is one image; a batch has %d", batch)
                .mistake(one * batch / 4, "those are numbers; each has 4 bytes")
                .mistake(2 * one * batch, "single precision has 4 bytes a number, double 8")
                .hint(
                        "how many numbers has a map, how many maps are there, how many images, how many bytes in a number?")
                .hint("%d·%d numbers a map, %d maps, 4 bytes", side, side, filters)
                .solution("%d·%d·%d·%d·4 = %,d", side, side, filters, batch, one * batch);
    }

    private static Problem<Character> curves(Draw draw) {
        int learned = draw.one(99, 98, 100);
        int tested = draw.one(81, 78, 84);
        return Problem.choice(
                        draw,
                        "After 30 epochs a network answers " + learned + " % of the images it learned from rightly and "
                                + tested
                                + " % of others; the second number has not grown for ten epochs. What helps most?",
                        right("more or distorted images, or dropout"),
                        wrong(
                                "a larger network",
                                "it can already learn everything by heart; a larger one does so faster"),
                        wrong(
                                "more epochs",
                                "the test line has been level for ten; more of the same learns more by heart"),
                        wrong("no weight decay", "decay works against learning by heart; without it the gap grows"))
                .hint("is it too weak to learn, or does it learn too much by heart?")
                .hint("the gap of %d points is what to work on", learned - tested)
                .solution("the gap between learned and tested says it learns by heart: show it other images, or make it"
                        + " harder to rely on single units");
    }

    private static Problem<Double> schedule(Draw draw) {
        double rate = draw.one(0.1, 0.05, 0.2, 0.01);
        int drops = draw.one(2, 1, 3);
        double factor = draw.one(0.1, 0.5, 0.2);
        double right = rate * Math.pow(factor, drops);
        return Problem.decimal(
                        right,
                        0.001,
                        "Training begins with a learning rate of %s, which is multiplied by %s at each of %d moments. What"
                                + " is it at the end?",
                        Figures.print(rate),
                        Figures.print(factor),
                        drops)
                .mistake(rate * factor * drops, "the factor is applied again each time, not added up")
                .mistake(rate * Math.pow(factor, drops + 1), "that is one drop too many")
                .mistake(rate * Math.pow(factor, drops - 1), "that is one drop too few")
                .mistake(rate - factor * drops, "it is multiplied by the factor, nothing is subtracted")
                .hint("after the first drop it is %s times %s", Figures.print(rate), Figures.print(factor))
                .hint("rate · factor to the power of the number of drops")
                .solution("%s·%s^%d = %s", Figures.print(rate), Figures.print(factor), drops, Figures.print(right));
    }

    private static Problem<Network> build(Draw draw) {
        int first = draw.one(32, 16, 24, 48);
        int units = draw.one(64, 32, 100);
        var right = narrow(first, units, 0.5, true);
        return Problem.sameNetwork(
                        right,
                        "Write a narrow cousin of this network for 1×28×28: %d filters of 7×7, ReLU, max pooling of 2×2; %d"
                                + " filters of 3×3, ReLU, max pooling of 2×2; both convolutions are padded so that the sides"
                                + " stay. Then a dense layer of %d units, ReLU and dropout of 0.5, and one of 10.",
                        first,
                        2 * first,
                        units)
                .mistake(narrow(first, units, 0.5, false), "all convolutions are padded: same()")
                .mistake(
                        network(
                                "narrow",
                                Shape.of(1, 28, 28),
                                conv(first, 7).same().relu(),
                                maxPool(2),
                                conv(first, 3).same().relu(),
                                maxPool(2),
                                flatten(),
                                dense(units).relu().then(dropout(0.5)),
                                dense(10)),
                        "the second convolution has twice the filters of the first")
                .hint("network(\"mine\", Shape.of(1, 28, 28), conv(%d, 7).same().relu(), maxPool(2), …)", first)
                .hint("… flatten(), dense(%d).relu().then(dropout(0.5)), dense(10))", units)
                .solution(
                        "network(\"mine\", Shape.of(1, 28, 28), conv(%d, 7).same().relu(), maxPool(2), conv(%d,"
                                + " 3).same().relu(), maxPool(2), flatten(), dense(%d).relu().then(dropout(0.5)),"
                                + " dense(10)): %,d parameters",
                        first, 2 * first, units, Cost.of(right).parameters());
    }

    private static Problem<Long> best(Draw draw) {
        String name = draw.one(
                "lenet5-modern-mnist", "lenet5-mnist", "relu-1", "relu-3", "relu-fast-3", "tanh-fast-1", "tanh-fast-3");
        var history = Runs.named(name).history();
        long right = lowest(history, Epoch::testLoss);
        return Problem.whole(
                        right,
                        "replay(\"%s\") is the record of a training of %d epochs. In which epoch was the loss of the test"
                                + " images lowest?",
                        name,
                        history.epochs().size())
                .mistakes(others(
                        right,
                        List.of(
                                new Mistake<>(
                                        right - 1, "that counts from 0; epochs are counted from 1, as number() does"),
                                new Mistake<>(
                                        lowest(history, Epoch::loss),
                                        "there the loss of the training images is lowest; it may go on falling when the test"
                                                + " images gain nothing any more"),
                                new Mistake<>(
                                        lowest(history, epoch -> -epoch.testAccuracy()),
                                        "there the test accuracy is highest; the loss counts how sure the answers are too"),
                                new Mistake<>(
                                        (long) history.last().number(),
                                        "that is the last epoch; it need not be the best"))))
                .hint(
                        "curve(replay(\"%s\")) draws the loss of each epoch; where is the lower end of the test line?",
                        name)
                .hint("history().epochs() of the record are the epochs; each has number() and testLoss()")
                .hint("epochs.stream().min(Comparator.comparing(epoch -> epoch.testLoss())) finds the epoch")
                .solution(
                        "replay(\"%s\").history().epochs().stream().min(Comparator.comparing(epoch ->"
                                + " epoch.testLoss())).get().number() is %d, with a test loss of %s; after the last epoch it"
                                + " is %s",
                        name,
                        right,
                        Figures.print(history.epochs().get((int) right - 1).testLoss()),
                        Figures.print(history.last().testLoss()));
    }

    /** The number of the first epoch in which {@code measure} is least. */
    private static long lowest(History history, ToDoubleFunction<Epoch> measure) {
        return history.epochs().stream()
                .min(Comparator.comparingDouble(measure))
                .orElseThrow()
                .number();
    }

    private static List<Mistake<Long>> others(long right, List<Mistake<Long>> mistakes) {
        return mistakes.stream().filter(mistake -> mistake.answer() != right).toList();
    }

    private static Network narrow(int first, int units, double rate, boolean padded) {
        var one = conv(first, 7);
        var two = conv(2 * first, 3);
        return network(
                "narrow",
                Shape.of(1, 28, 28),
                (padded ? one.same() : one).relu(),
                maxPool(2),
                (padded ? two.same() : two).relu(),
                maxPool(2),
                flatten(),
                dense(units).relu().then(dropout(rate)),
                dense(10));
    }
}
