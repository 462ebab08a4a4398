package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import layerwise.analysis.Cost;
import layerwise.layers.Conv;
import layerwise.layers.Pool;
import layerwise.layers.Shape;
import layerwise.network.Network;

/** The exercises of chapter 00, on a first network, on when what was found, and on how answers are judged. */
final class Chapter00 {
    private static final List<Item> YEARS = List.of(
            Item.at(1959, "local receptive fields in a cat's visual cortex", "Hubel and Wiesel: 1959"),
            Item.at(1980, "the Neocognitron, layers of local cells", "Fukushima: 1980"),
            Item.at(1989, "a network that reads zip codes, trained by gradients", "LeCun and others: 1989"),
            Item.at(1998, "LeNet-5", "LeCun, Bottou, Bengio and Haffner: 1998"),
            Item.at(2010, "the first ILSVRC", "the first ILSVRC: 2010"),
            Item.at(2012, "AlexNet wins the ILSVRC", "Krizhevsky, Sutskever and Hinton: 2012"),
            Item.at(2015, "ResNet wins the ILSVRC with 152 layers", "He and others: 2015"));

    private Chapter00() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("00.1", "what leaves a convolution", Chapter00::leaves),
                new Exercise("00.2", "parameters of the first network", Chapter00::count),
                new Exercise("00.3", "in which order it was found", Chapter00::order),
                new Exercise("00.4", "top-5 error", Chapter00::topFive),
                new Exercise("00.5", "what a top-5 error says", Chapter00::certain),
                new Exercise("00.6", "a network of your own", Chapter00::build));
    }

    private static Problem<Shape> leaves(Draw draw) {
        int filters = draw.one(12, 4, 6, 10, 16, 20);
        int kernel = draw.one(3, 5, 7, 9);
        int side = draw.one(28, 20, 24, 32, 36);
        var layer = conv(filters, kernel);
        var image = Shape.of(1, side, side);
        var out = layer.output(image);
        return Problem.shape(out, "conv(%d, %d) reads %s, unpadded. Which shape leaves it?", filters, kernel, image)
                .mistakes(Usual.ofShape(layer, image))
                .mistake(Shape.of(kernel, out.height(), out.width()), "the first number is how many filters there are")
                .hint("how many places has a window of %d on a side of %d?", kernel, side)
                .hint("each filter writes a map of its own; a side has %d − %d + 1 places", side, kernel)
                .solution("%d − %d + 1 = %d places each way, %d maps: %s", side, kernel, out.height(), filters, out);
    }

    private static Problem<Long> count(Draw draw) {
        int filters = draw.one(8, 4, 6, 10, 12);
        int kernel = draw.one(3, 5, 7);
        var net = first(conv(filters, kernel), 10);
        var pool = net.steps().get(net.steps().size() - 2).output();
        long conv = filters * (kernel * kernel + 1L);
        long old = Cost.of(first(conv(8, 5), 10)).parameters();
        long oldConv = Usual.parameters(conv(8, 5), Shape.of(1, 28, 28));
        return Problem.whole(
                        Cost.of(net).parameters(),
                        "Let the first network have %d windows of %d×%d in place of its 8 of 5×5. How many parameters"
                                + " has the whole network?",
                        filters,
                        kernel,
                        kernel)
                .mistakes(Usual.ofParameters(net.steps()))
                .mistake(conv, "that is the convolution alone; the dense layer has most")
                .mistake(Cost.of(net).parameters() - conv, "that is the dense layer alone; the convolution learns too")
                .mistake(conv + old - oldConv, "that keeps the old dense layer; the maps that it reads are others now")
                .mistake(old, "that is the first network as it was; its windows are others now")
                .hint("change the number in the cell that describes it, and look at the total of summary")
                .hint("the convolution has %d·(%d·%d + 1), the dense layer (inputs + 1)·10", filters, kernel, kernel)
                .hint("the dense layer reads %s", pool)
                .solution(
                        "%d·(%d·%d + 1) + (%d + 1)·10 = %,d",
                        filters, kernel, kernel, pool.size(), Cost.of(net).parameters());
    }

    private static Network first(Conv conv, int classes) {
        return first(conv, maxPool(2), classes);
    }

    private static Network first(Conv conv, Pool pool, int classes) {
        return network(
                "first", Shape.of(1, 28, 28), conv.relu().as("conv"), pool.as("pool"), flatten(), dense(classes));
    }

    private static Problem<String> order(Draw draw) {
        var shown = draw.one(
                List.of(0, 1, 3, 5),
                List.of(0, 2, 4, 6),
                List.of(1, 2, 3, 4),
                List.of(0, 1, 2, 6),
                List.of(1, 3, 4, 5));
        var items = shown.stream().map(YEARS::get).toList();
        return Problem.order(
                        draw, "Put these in the order of their years, the first one first.", items.toArray(Item[]::new))
                .hint("the table in this chapter has all of them, with their sources")
                .hint("cells came first, then layers of them, then layers that learn, then contests")
                .solution(items.stream().map(Item::fact).collect(Collectors.joining(" < ")));
    }

    private static Problem<Double> topFive(Draw draw) {
        int images = draw.one(8, 5, 10, 12, 20);
        int beyond = draw.from(2, 2, 4);
        var places = new ArrayList<>(List.of(5L));
        for (int image = 1; image < images - beyond; image++) {
            places.add((long) draw.from(1 + image % 3, 1, 4));
        }
        for (int image = 0; image < beyond; image++) {
            places.add((long) draw.from(6 + 11 * image, 6, 900));
        }
        Collections.shuffle(places, draw.random());
        return Problem.decimal(
                        missed(places, 5),
                        0.001,
                        "A network is asked for %d images. Among its answers, sorted by their scores, the label stands"
                                + " at the places %s. How large is its top-5 error, in %%?",
                        images,
                        places.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .mistake(100 - missed(places, 5), "that is the top-5 accuracy; the error is the rest")
                .mistake(missed(places, 1), "that is the top-1 error; up to the fifth place an answer counts as right")
                .mistake(missed(places, 4), "the fifth place is among the five")
                .mistake((double) beyond, "that is how many; their share of all images is asked for")
                .hint("which places are beyond the fifth?")
                .hint("divide how many they are by %d", images)
                .solution(
                        "%d of %d labels stand behind the fifth place: %s %%",
                        beyond, images, Figures.print(missed(places, 5)));
    }

    private static double missed(List<Long> places, int k) {
        return 100.0 * places.stream().filter(place -> place > k).count() / places.size();
    }

    private static Problem<Character> certain(Draw draw) {
        return Problem.choice(
                        draw,
                        "An entry of the ILSVRC has a top-5 error of 15.3 %. What does that say?",
                        right("for 15.3 % of the test images the label was not among its first five answers"),
                        wrong(
                                "for 15.3 % of the test images its first answer was wrong",
                                "that is the top-1 error, which is never smaller and here much larger"),
                        wrong(
                                "it gives its answers with a score of 84.7 %",
                                "how high a score is does not enter; only the order of the scores does"),
                        wrong(
                                "in its five answers for an image, 15.3 % are wrong",
                                "at least four of the five are wrong always, for an image has one label"))
                .hint("an image has one label, and the network may name five")
                .hint("the share is one of images, not of answers and not of scores")
                .solution(
                        "an image counts as wrong if none of the five best scores is its label's; no score is looked at");
    }

    private static Problem<Network> build(Draw draw) {
        int filters = draw.one(16, 8, 12, 20, 24);
        int kernel = draw.one(3, 5, 7);
        int classes = draw.one(10, 2, 5, 26);
        int other = kernel == 5 ? 3 : 5;
        var right = first(conv(filters, kernel).same(), classes);
        return Problem.network(
                        right,
                        Law.likeWithFunctions(right),
                        "Write a network for grey images of 28×28: %d filters of %d×%d with ReLU, padded so that the side"
                                + " stays, then max pooling of 2×2, then a dense layer for %d classes.",
                        filters,
                        kernel,
                        kernel,
                        classes)
                .mistake(first(conv(filters, kernel), classes), "the convolution is not padded; same() keeps the side")
                .mistake(
                        first(conv(filters, kernel).pad(kernel / 2 + 1), classes),
                        "a padding of %d makes the side larger; for %d×%d it is %d, and same() knows it",
                        kernel / 2 + 1,
                        kernel,
                        kernel,
                        kernel / 2)
                .mistake(
                        first(conv(filters, other).same(), classes),
                        "those windows are %d×%d; %d×%d are asked for",
                        other,
                        other,
                        kernel,
                        kernel)
                .mistake(
                        first(conv(filters, kernel).same(), maxPool(3), classes),
                        "that pools 3×3; maxPool(2) takes windows of 2×2")
                .mistake(
                        first(conv(filters, kernel).same().noBias(), classes),
                        "the convolution has no biases; leave out noBias()")
                .hint("begin with the first network of this chapter and change it")
                .hint("conv(%d, %d).same().relu() keeps the side", filters, kernel)
                .solution(
                        "network(\"mine\", Shape.of(1, 28, 28), conv(%d, %d).same().relu(), maxPool(2), flatten(),"
                                + " dense(%d)): %,d parameters",
                        filters, kernel, classes, Cost.of(right).parameters());
    }
}
