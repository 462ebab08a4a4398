package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.subsample;
import static layerwise.network.Network.network;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import layerwise.analysis.Cost;
import layerwise.analysis.Part;
import layerwise.analysis.ReceptiveField;
import layerwise.layers.Conv;
import layerwise.layers.Shape;
import layerwise.layers.Wiring;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;

/** The exercises of chapter 03, on LeNet-5; every answer, right or wrong, is counted from a layer or a network. */
final class Chapter03 {
    private Chapter03() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("03.1", "parameters of a convolution", Chapter03::colour),
                new Exercise("03.2", "what a connection table saves", Chapter03::table),
                new Exercise("03.3", "receptive field", Chapter03::field),
                new Exercise("03.4", "a larger image", Chapter03::largerImage),
                new Exercise("03.5", "the network without padding", Chapter03::build),
                new Exercise("03.6", "where the parameters lie", Chapter03::order),
                new Exercise("03.7", "shared weights", Chapter03::shared),
                new Exercise("03.8", "the formula of the parameters", Chapter03::formula));
    }

    private static Problem<Long> colour(Draw draw) {
        int filters = draw.one(6, 4, 8, 10, 12, 16);
        int kernel = draw.one(5, 3, 7);
        var image = Shape.of(3, 32, 32);
        var c1 = conv(filters, kernel);
        String other = filters == 6 && kernel == 5 ? "" : " and it has " + filters + " filters of " + c1.window();
        long weights = 3 * c1.window().area();
        return Problem.whole(
                        Usual.parameters(c1, image),
                        "How many parameters has C1 if the images are in colour, 3×32×32" + other + "?")
                .mistakes(Usual.ofParameters(c1, image))
                .hint("a filter reads every channel of its input")
                .hint("a filter has %d·%d weights for each channel, and one bias", kernel, kernel)
                .hint("there are %d filters, each with 3·%d·%d weights and a bias", filters, kernel, kernel)
                .solution(
                        "(3·%d·%d + 1)·%d = %d·%d = %,d",
                        kernel, kernel, filters, weights + 1, filters, (weights + 1) * filters);
    }

    private static Problem<Long> table(Draw draw) {
        int kernel = draw.one(5, 3, 7);
        int dropped = draw.from(0, 1, 20);
        var wiring = without(LeNet5.C3, dropped);
        long all = Wiring.full(6, 16).links();
        long saved = (all - wiring.links()) * kernel * kernel;
        var c3 = conv(16, kernel).wired(wiring);
        var maps = Shape.of(6, 14, 14);
        String asks = "How many parameters does the table of C3 save, against one with a cross in every place?";
        return Problem.whole(
                        saved,
                        dropped == 0 && kernel == 5
                                ? asks
                                : "Let the table of C3 have %d crosses, and its windows %d×%d. " + asks,
                        wiring.links(),
                        kernel,
                        kernel)
                .mistake(
                        Usual.parameters(c3.wired(Wiring.full(6, 16)), maps),
                        "that is what the full table costs; what does it cost more?")
                .mistake(Usual.parameters(c3, maps), "that is what the table costs; the saving is asked for")
                .mistake(all - wiring.links(), "those are the crosses saved; each stands for a kernel of weights")
                .hint("a cross stands for one kernel, which joins a map of S2 to a map of C3")
                .hint("the full table has 6·16 crosses, this one %d", wiring.links())
                .hint(
                        "%d − %d crosses are saved, and each is a kernel of %d·%d weights",
                        all, wiring.links(), kernel, kernel)
                .solution(
                        "(6·16 − %d)·%d·%d = %d·%d = %,d; the biases are the same",
                        wiring.links(), kernel, kernel, all - wiring.links(), kernel * kernel, saved);
    }

    /** The table with {@code crosses} less, taken from the maps that read most. */
    private static Wiring without(Wiring table, int crosses) {
        var wiring = table;
        for (int dropped = 0; dropped < crosses; dropped++) {
            int output = 15 - dropped % 10;
            wiring = wiring.disconnect(wiring.inputs().get(output).get(0), output);
        }
        return wiring;
    }

    private static Problem<Long> field(Draw draw) {
        int first = draw.one(5, 3, 7, 9);
        int second = draw.one(5, 3, 7);
        var net = network(
                "LeNet-5",
                Shape.of(1, 64, 64),
                conv(6, first).as("C1"),
                subsample(2).as("S2"),
                conv(16, second).as("C3"),
                subsample(2).as("S4"),
                conv(120, 5).as("C5"));
        long c1 = seen(net, "C1");
        long s2 = seen(net, "S2");
        long c3 = seen(net, "C3");
        long s4 = seen(net, "S4");
        String asks = "How many pixels wide is the square of the image that one unit of S4 sees?";
        return Problem.whole(
                        Quantity.LENGTH,
                        s4,
                        first == 5 && second == 5 ? asks : "Let C1 have windows of %d×%d, and C3 of %d×%d. " + asks,
                        first,
                        first,
                        second,
                        second)
                .mistakes(Usual.ofField(net, "S4"))
                .mistake(c3 + 1, "neighbours in C3 are two pixels of the image apart, because S2 moves by 2")
                .hint("follow the square from the image upwards: C1, S2, C3, S4")
                .hint("it grows by (k − 1) times the distance of neighbours, which each stride of 2 doubles")
                .hint("C3 sees %d pixels, and its neighbours are 2 pixels of the image apart", c3)
                .solution(
                        "C1: %d; S2: %d + 1·1 = %d; C3: %d + %d·2 = %d; S4: %d + 1·2 = %d",
                        c1, c1, s2, s2, second - 1, c3, c3, s4);
    }

    private static long seen(Network network, String path) {
        return ReceptiveField.behind(network, path).rows().size();
    }

    private static Problem<Shape> largerImage(Draw draw) {
        int height = draw.one(40, 36, 44, 48, 52, 60, 64);
        int width = draw.one(40, 36, 44, 48, 56);
        var s4 = Shape.of(16, s4(height), s4(width));
        var c5 = conv(120, 5).output(s4);
        return Problem.shape(
                        c5,
                        "C5 is a convolution, so LeNet-5 can be laid over a larger image. Which shape has C5 for"
                                + " 1×%d×%d?",
                        height,
                        width)
                .mistakes(Usual.ofShape(conv(120, 5), s4))
                .mistake(Shape.of(120, 1, 1), "that is C5 for the 32×32 of the paper")
                .mistake(s4, "that is S4; C5 slides a window of 5 over it")
                .mistake(
                        Shape.of(120, height - 31, width - 31),
                        "each pooling halves the side, so eight more pixels are two more positions, not eight")
                .hint("follow the side through C1, S2, C3, S4 and C5")
                .hint("a window of 5 takes 4 off the side, a pooling of 2 halves it")
                .hint("S4 is %s; C5 slides a window of 5 over it", s4)
                .solution("height %s, width %s; C5 has 120 maps, so %s", way(height), way(width), c5);
    }

    private static int s4(int side) {
        return ((side - 4) / 2 - 4) / 2;
    }

    private static String way(int side) {
        return side + " → " + (side - 4) + " → " + (side - 4) / 2 + " → " + ((side - 4) / 2 - 4) + " → " + s4(side)
                + " → " + (s4(side) - 4);
    }

    private static Problem<Network> build(Draw draw) {
        int first = draw.one(6, 4, 8, 10);
        int third = draw.one(16, 12, 20, 24);
        int units = draw.one(84, 60, 64, 100);
        var right = unpadded(conv(first, 5), third, units);
        return Problem.network(
                        right,
                        "Many tutorials feed the 28×28 digits as they are. Write that LeNet-5: C1 and C3 with all"
                                + " connections and no padding, %d and %d windows of 5×5, average pooling, then dense"
                                + " layers of 120, %d and 10.",
                        first,
                        third,
                        units)
                .mistake(
                        unpadded(conv(first, 5).same(), third, units),
                        "that pads C1, which makes LeNet-5 for 32×32 of it; leave out same() and pad(2)")
                .mistake(unpadded(conv(first, 5).noBias(), third, units), "C1 has no biases; leave out noBias()")
                .hint("C5 is no convolution here: flatten() and dense(120) read S4 as one vector")
                .hint("network(\"mine\", Shape.of(1, 28, 28), conv(%d, 5).tanh(), averagePool(2), …)", first)
                .hint("… conv(%d, 5).tanh(), averagePool(2), flatten(), dense(120).tanh(), …", third)
                .solution(
                        "network(\"mine\", Shape.of(1, 28, 28), conv(%d, 5).tanh(), averagePool(2), conv(%d, 5).tanh(),"
                                + " averagePool(2), flatten(), dense(120).tanh(), dense(%d).tanh(), dense(10)): %,d"
                                + " parameters",
                        first, third, units, Cost.of(right).parameters());
    }

    private static Network unpadded(Conv c1, int third, int units) {
        return network(
                "LeNet-5 (28×28)",
                Shape.of(1, 28, 28),
                c1.tanh().as("C1"),
                averagePool(2).as("S2"),
                conv(third, 5).tanh().as("C3"),
                averagePool(2).as("S4"),
                flatten(),
                dense(120).tanh().as("C5"),
                dense(units).tanh().as("F6"),
                dense(10).as("OUTPUT"));
    }

    private static Problem<String> order(Draw draw) {
        var parts = Part.of(LeNet5.paper(), 1).stream()
                .filter(part -> part.cost().parameters() > 0)
                .collect(Collectors.toMap(Part::path, part -> part.cost().parameters()));
        var shown = draw.one(
                List.of("C1", "C3", "C5", "F6"),
                List.of("C1", "S2", "C3", "F6"),
                List.of("S2", "S4", "C3", "C5"),
                List.of("C1", "S4", "C5", "F6"));
        return Problem.order(
                        draw,
                        "Order these parts of LeNet-5 by their parameters, the fewest first.",
                        shown.stream()
                                .map(part -> Item.ascending(part, parts.get(part), "parameters"))
                                .toArray(Item[]::new))
                .hint("what reads many maps with many filters has many weights")
                .hint("a map of S2 or S4 has two parameters; C5 reads all of S4 with each of its 120 units")
                .solution(worked(shown, parts));
    }

    private static String worked(List<String> shown, Map<String, Long> parameters) {
        return shown.stream()
                .sorted(Comparator.comparing(parameters::get))
                .map(part -> part + " " + Figures.print(parameters.get(part)))
                .collect(Collectors.joining(" < "));
    }

    private static Problem<Character> shared(Draw draw) {
        return Problem.choice(
                        draw,
                        "C1 has 122,304 connections and 156 parameters. Why so few parameters?",
                        right("each filter uses its weights at every position of the image"),
                        wrong(
                                "its windows overlap",
                                "where windows stand changes what they read, not how many weights"
                                        + " they have; without shared weights each position would need its own"),
                        wrong(
                                "most of its weights are zero",
                                "all 156 are trained and used; a table with crosses left" + " out is in C3, not here"),
                        wrong("its biases are not trained", "they are: 6 of the 156 are biases"))
                .hint("ask how many positions the window has, 28·28, and how many wires each has")
                .hint("122,304 / 784 = 156: at each position the same wires come again")
                .solution("(5·5 + 1)·6 = 156 numbers, used at 28·28 = 784 positions: 784·156 = 122,304 connections");
    }

    private static Problem<Behaviour> formula(Draw draw) {
        return Problem.code(
                        draw,
                        Code.formula((channels, filters, kernel) ->
                                Usual.parameters(conv(filters, kernel), Shape.of(channels, 16, 16))),
                        Inputs.none()
                                .whole("channels", 2, 64)
                                .whole("filters", 2, 64)
                                .whole("kernel", 2, 7),
                        "Write the formula for the parameters of a convolution with biases, from the channels it reads,"
                                + " its filters and the side of its kernel.")
                .mistake(
                        Code.formula((channels, filters, kernel) -> channels * kernel * kernel * filters),
                        "that is without biases; each filter has one")
                .mistake(
                        Code.formula((channels, filters, kernel) -> (kernel * kernel + 1) * filters),
                        "that reads one channel only")
                .mistake(
                        Code.formula((channels, filters, kernel) -> channels * (kernel * kernel + 1) * filters),
                        "that is one bias for each channel; each filter has one bias, however many channels it reads")
                .mistake(
                        Code.formula((channels, filters, kernel) -> (channels * kernel + 1) * filters),
                        "a kernel is kernel·kernel weights large")
                .mistake(
                        Code.formula((channels, filters, kernel) -> channels * kernel * kernel * filters + 1),
                        "that is one bias in all; each filter has its own")
                .mistake(
                        Code.formula((channels, filters, kernel) -> (channels * (kernel ^ 2) + 1) * filters),
                        "^ is no power in Java, it compares bits; write kernel * kernel")
                .mistake(
                        Code.formula((channels, filters, kernel) -> (channels * kernel ^ 2 + 1) * filters),
                        "^ is no power in Java, and * and + come before it; write kernel * kernel")
                .hint("count one filter first: its weights for one channel, then for all, then its bias")
                .hint("a filter has channels·kernel·kernel weights and one bias")
                .solution("formula((channels, filters, kernel) -> (channels * kernel * kernel + 1) * filters)");
    }
}
