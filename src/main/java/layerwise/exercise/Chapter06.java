package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.maxPool;
import static layerwise.network.Network.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import layerwise.analysis.Cost;
import layerwise.analysis.Depth;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.Task;
import layerwise.zoo.VGG;
import layerwise.zoo.Zoo;

/** The exercises of chapter 06, on VGG. */
final class Chapter06 {
    private Chapter06() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("06.1", "what a stack sees", Chapter06::sees),
                new Exercise("06.2", "weights of a stack", Chapter06::weights),
                new Exercise("06.3", "the first dense layer", Chapter06::dense6),
                new Exercise("06.4", "weighted layers", Chapter06::depth),
                new Exercise("06.5", "where products and parameters lie", Chapter06::where),
                new Exercise("06.6", "a dense layer over a larger image", Chapter06::larger),
                new Exercise("06.7", "a stage by the rule of table 1", Chapter06::stage),
                new Exercise("06.8", "six networks in order", Chapter06::order));
    }

    private static Problem<Behaviour> sees(Draw draw) {
        int step = draw.one(1, 2, 3, 4);
        String behind = step == 1
                ? ""
                : ", behind a pooling of " + step + "×" + step + " that moves by " + step + " over the image";
        var problem = Problem.code(
                        draw,
                        Code.formula((layers, kernel) -> step * (layers * (kernel - 1) + 1)),
                        Inputs.none().whole("layers", 1, 8).whole("kernel", 1, 11),
                        "Write the formula for the side of the square of the image that a stack of convolutions of stride 1"
                                + " sees" + behind + ", from the number of layers and the side of their kernels.")
                .mistake(
                        Code.formula((layers, kernel) -> step * layers * kernel),
                        "windows overlap: the second adds kernel − 1 pixels to what the first sees")
                .mistake(
                        Code.formula((layers, kernel) -> step * layers * (kernel - 1)),
                        "that forgets the pixel that a stack of no layers sees")
                .mistake(
                        Code.formula((layers, kernel) -> step * Math.pow(kernel, layers)),
                        "fields add up, they do not multiply, as long as the stride is 1")
                .mistake(
                        Code.formula((kernel, layers) -> step * (layers * (kernel - 1) + 1)),
                        "the arguments are exchanged: the number of layers comes first, then the kernel")
                .hint("one layer sees its kernel; how much further does a unit one step to the side look?")
                .hint("each further layer adds kernel − 1 pixels" + (step == 1 ? "" : " of the map that it reads"))
                .solution(
                        "formula((layers, kernel) -> %slayers * (kernel - 1) + 1%s): two of 3 see %d, three see %d",
                        step == 1 ? "" : step + " * (", step == 1 ? "" : ")", 5 * step, 7 * step);
        return step == 1
                ? problem
                : problem.mistake(
                                Code.formula((layers, kernel) -> layers * (kernel - 1) + 1),
                                "that counts pixels of the pooled map; each is " + step + " pixels of the image wide")
                        .mistake(
                                Code.formula((layers, kernel) -> layers * (kernel - 1) + step),
                                "behind the pooling each further pixel of the map is " + step + " pixels of the image");
    }

    private static Problem<Long> weights(Draw draw) {
        int maps = draw.one(128, 32, 64, 96, 256);
        int side = draw.one(7, 5, 9, 11);
        int layers = (side - 1) / 2;
        long large = (long) side * side * maps * maps;
        long small = 9L * layers * maps * maps;
        return Problem.whole(
                        large - small,
                        "How many weights do %d layers of 3×3 save in place of one of %d×%d, if each layer reads and"
                                + " writes %d maps? Biases are not counted.",
                        layers,
                        side,
                        side,
                        maps)
                .mistake(small, "that is what the stack has; how many fewer than the large window is that?")
                .mistake(large, "that is what the large window has; the stack has some too")
                .mistake(
                        large - 9L * maps * maps, "that is one 3×3; it takes %d of them to see %d pixels", layers, side)
                .mistake(
                        (long) side * side - 9L * layers,
                        "that is for one map read and one written; each of %d filters reads %d maps",
                        maps,
                        maps)
                .mistake((side * side - 9L * layers) * maps, "that is one filter; there are %d of them", maps)
                .hint("a layer has k·k weights for each map that it reads and each that it writes")
                .hint("%d·%d·C² against %d·9·C², with C = %d", side, side, layers, maps)
                .solution(
                        "(%d − %d)·%d² = %d·%,d = %,d",
                        side * side, 9 * layers, maps, side * side - 9 * layers, (long) maps * maps, large - small);
    }

    private static Problem<Long> dense6(Draw draw) {
        int side = draw.one(224, 160, 192, 256, 288, 320);
        int units = draw.one(4096, 1024, 2048, 512);
        int last = side / 32;
        var maps = Shape.of(512, last, last);
        var vector = Shape.of(512 * last * last, 1, 1);
        return Problem.whole(
                        Usual.parameters(dense(units), vector),
                        "How many parameters does the first dense layer of a VGG for images of %d×%d have, if it has %d"
                                + " units?",
                        side,
                        side,
                        units)
                .mistake((long) vector.channels() * units, "that is the count without biases; each unit has one")
                .mistake(512L * units + units, "that reads one number a map; each map still has %d×%d", last, last)
                .mistake(
                        Usual.parameters(dense(units), Shape.of(512 * last * last * 4, 1, 1)),
                        "that is before the last pooling, which halves the sides once more")
                .mistake((long) last * last * units + units, "that reads one map; there are 512")
                .hint("five poolings halve the side: what is left of %d?", side)
                .hint("%s go in, and every unit reads all of them", maps)
                .hint("(512·%d·%d + 1)·%d", last, last, units)
                .solution(
                        "(512·%d·%d + 1)·%d = (%,d + 1)·%d = %,d",
                        last, last, units, vector.channels(), units, Usual.parameters(dense(units), vector));
    }

    private static Problem<Long> depth(Draw draw) {
        int first = draw.one(2, 1, 3);
        int middle = draw.one(3, 2, 4, 5);
        int last = draw.one(3, 2, 4, 6);
        int dense = draw.one(3, 1, 2);
        long layers = 2L * first + 2L * middle + last + dense;
        return Problem.whole(
                        layers,
                        "A network of five stages has %d, %d, %d, %d and %d convolutions of 3×3, each with a ReLU, a"
                                + " pooling behind every stage, and %d dense layers at its end. How many layers does it have,"
                                + " as VGG counts them?",
                        first,
                        first,
                        middle,
                        middle,
                        last,
                        dense)
                .mistake(layers - dense, "that leaves the dense layers out; they have weights too")
                .mistake(layers + 5, "that counts the poolings; VGG counts layers with weights")
                .mistake(2 * layers + 5 - 1, "that counts ReLUs and poolings too; VGG counts layers with weights")
                .mistake(5L + dense, "that counts each stage as one layer")
                .hint("VGG-16 is column D, of 2, 2, 3, 3 and 3 convolutions and three dense layers")
                .hint("add the convolutions of all stages, then the dense layers; nothing else has weights")
                .solution("%d + %d + %d + %d + %d + %d = %d", first, first, middle, middle, last, dense, layers);
    }

    private static Problem<Character> where(Draw draw) {
        String id = draw.one("vgg-16", "vgg-11", "vgg-13", "vgg-16-c", "vgg-19");
        var vgg = Zoo.network(id);
        var all = Cost.of(vgg);
        var early = Cost.of(vgg.steps().stream()
                .filter(step -> !step.path().startsWith("fc"))
                .toList());
        double products = 100.0 * early.macs() / all.macs();
        double parameters = 100.0 * early.parameters() / all.parameters();
        return Problem.choice(
                        draw,
                        "A phone has little memory for " + vgg.name()
                                + ", and a camera too little time. Which part should each make smaller?",
                        right("the phone the dense layers, the camera the convolutions"),
                        wrong(
                                "the phone the convolutions, the camera the dense layers",
                                "it is the other way round: the dense layers hold the parameters, the convolutions do the"
                                        + " work"),
                        wrong(
                                "both the dense layers",
                                String.format(
                                        Locale.ROOT,
                                        "the dense layers do only %.1f %% of the products, so the camera gains nothing",
                                        100 - products)),
                        wrong(
                                "both the convolutions",
                                String.format(
                                        Locale.ROOT,
                                        "the convolutions hold only %.0f %% of the parameters, so the phone gains little",
                                        parameters)))
                .hint("parts(\"%s\") has a column for weights and one for MACs", id)
                .hint("weights of a convolution are used at every position; weights of a dense layer once")
                .solution(
                        "convolutions do %.1f %% of the products; the dense layers hold %.0f %% of the parameters",
                        products, 100 - parameters);
    }

    private static Problem<Shape> larger(Draw draw) {
        int height = 32 * draw.one(12, 8, 9, 10, 11, 13);
        int width = 32 * draw.one(16, 8, 10, 12, 14);
        int classes = draw.one(1000, 10, 100);
        var maps = Shape.of(512, height / 32, width / 32);
        var answers = network("dense layers", maps, conv(4096, 7), conv(4096, 1), conv(classes, 1))
                .output();
        draw.needs(answers.height() != answers.width());
        return Problem.shape(
                        answers,
                        "fc6, fc7 and fc8 of VGG-16 become convolutions of 7×7, 1×1 and 1×1, and the network is laid over an"
                                + " image of %d×%d (rows × columns). Which shape comes out, for %d classes?",
                        height,
                        width,
                        classes)
                .mistake(
                        Shape.of(classes, 1, 1),
                        "that is for 224×224, where the 7×7 window has one place; here it slides")
                .mistake(
                        Shape.of(classes, maps.height(), maps.width()),
                        "the window of 7 takes 6 off each side; or is it padded?")
                .mistake(
                        Shape.of(4096, answers.height(), answers.width()),
                        "that is what fc7 writes; fc8 has an output for each class")
                .mistake(
                        Shape.of(classes, answers.width(), answers.height()),
                        "rows come before columns: channels × height × width")
                .hint("five poolings divide each side by 32: the window of fc6 slides over %s", maps)
                .hint("a window of 7 has side − 6 places; windows of 1×1 keep the sides")
                .solution(
                        "512×%d×%d goes in; %d − 6 = %d rows, %d − 6 = %d columns, so %s",
                        maps.height(),
                        maps.width(),
                        maps.height(),
                        answers.height(),
                        maps.width(),
                        answers.width(),
                        answers);
    }

    private static Problem<Network> stage(Draw draw) {
        int filters = draw.one(128, 64, 96, 160);
        int layers = draw.one(3, 2, 4);
        int side = draw.one(56, 28, 32, 64);
        var input = Shape.of(filters / 2, side, side);
        var right = stage(filters, layers, input, true);
        return Problem.sameNetwork(
                        right,
                        "Build the next stage of a VGG: it reads %s, doubles the maps in the first of %d convolutions of"
                                + " 3×3, keeps the sides, has a ReLU behind each, and ends in max pooling of 2×2 that"
                                + " halves the sides.",
                        input,
                        layers)
                .mistake(
                        stage(filters, layers, input, false),
                        "without same() each window takes 2 off the sides; pad by 1")
                .mistake(stage(filters / 2, layers, input, true), "the maps are to double: %d filters", filters)
                .hint("network(\"stage\", Shape.of(%d, %d, %d), …)", filters / 2, side, side)
                .hint("conv(%d, 3).same().relu(), and maxPool(2) at the end", filters)
                .solution(
                        "network(\"stage\", Shape.of(%d, %d, %d), %d times conv(%d, 3).same().relu(), maxPool(2)): %s"
                                + " comes out",
                        filters / 2, side, side, layers, filters, right.output());
    }

    private static Network stage(int filters, int layers, Shape input, boolean padded) {
        var conv = conv(filters, 3);
        var all = new ArrayList<Layer>(
                Collections.nCopies(layers, padded ? conv.same().relu() : conv.relu()));
        all.add(maxPool(2));
        return network("stage", input, all.toArray(Layer[]::new));
    }

    private static Problem<String> order(Draw draw) {
        int classes = draw.one(1000, 10, 100);
        var task = Task.of(3, 224, classes);
        var shown = draw.one(
                List.of(VGG.A, VGG.B, VGG.C, VGG.D),
                List.of(VGG.A, VGG.C, VGG.D, VGG.E),
                List.of(VGG.B, VGG.C, VGG.D, VGG.E));
        return Problem.order(
                        draw,
                        "Order these networks of table 1 by their products (MACs), the fewest first.",
                        shown.stream()
                                .map(column -> Item.ascending(
                                        column.network().name(),
                                        Cost.of(column.network(task)).macs(),
                                        "products"))
                                .toArray(Item[]::new))
                .hint("the columns of table 1 only ever add layers, from left to right")
                .hint("C adds windows of 1×1 to B, D has 3×3 in their place")
                .solution(
                        "more layers, more products: %s, of %s weighted layers",
                        String.join(" < ", shown.stream().map(VGG::name).toList()),
                        shown.stream()
                                .map(column -> Depth.of(column.network(task)).layers())
                                .toList());
    }
}
