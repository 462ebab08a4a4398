package layerwise.exercise;

import static layerwise.exercise.Choice.right;
import static layerwise.exercise.Choice.wrong;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.network.Network.network;

import java.util.List;
import java.util.Locale;
import layerwise.analysis.Cost;
import layerwise.analysis.Heads;
import layerwise.analysis.WhatIf;
import layerwise.data.Crop;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.GoogLeNet;
import layerwise.zoo.Task;

/** The exercises of chapter 07, on GoogLeNet. */
final class Chapter07 {
    private Chapter07() {}

    static List<Exercise> all() {
        return List.of(
                new Exercise("07.1", "products of a 5×5", Chapter07::direct),
                new Exercise("07.2", "products with a 1×1 before it", Chapter07::reduced),
                new Exercise("07.3", "maps that leave a naive module", Chapter07::naive),
                new Exercise("07.4", "an inception module", Chapter07::module),
                new Exercise("07.5", "an average in place of a dense layer", Chapter07::average),
                new Exercise("07.6", "heads and parameters", Chapter07::heads),
                new Exercise("07.7", "144 crops", Chapter07::crops),
                new Exercise("07.8", "why padding", Chapter07::padding));
    }

    /** A branch of a module: what it reads, the maps it is reduced to, its filters and their side. */
    private record Branch(Shape input, int width, int filters, int kernel) {

        static Branch drawn(Draw draw) {
            int side = draw.one(14, 7, 28);
            int maps = draw.one(480, 192, 256, 512, 832);
            return new Branch(
                    Shape.of(maps, side, side), draw.one(16, 24, 32, 48), draw.one(48, 64, 96, 128), draw.one(5, 3, 7));
        }

        long direct() {
            return WhatIf.bottleneck(input, conv(filters, kernel).same().noBias(), width)
                    .before()
                    .macs();
        }

        long reduced() {
            return WhatIf.bottleneck(input, conv(filters, kernel).same().noBias(), width)
                    .after()
                    .macs();
        }

        long positions() {
            return input.area();
        }

        long reduce() {
            return positions() * width * input.channels();
        }
    }

    private static Problem<Long> direct(Draw draw) {
        var branch = Branch.drawn(draw);
        int k = branch.kernel();
        return Problem.whole(
                        branch.direct(),
                        "A module reads %s. How many products (MACs) do %d filters of %d×%d take over it, padded so that the"
                                + " sides stay?",
                        branch.input(),
                        branch.filters(),
                        k,
                        k)
                .mistakes(Usual.ofMacs(conv(branch.filters(), k).same(), branch.input()))
                .hint(
                        "each output is a sum of %d·%d·%d products",
                        k, k, branch.input().channels())
                .hint(
                        "there are %d·%d·%d outputs",
                        branch.filters(),
                        branch.input().height(),
                        branch.input().width())
                .solution(
                        "%d·%d·%d outputs · %d·%d·%d products = %,d",
                        branch.input().height(),
                        branch.input().width(),
                        branch.filters(),
                        k,
                        k,
                        branch.input().channels(),
                        branch.direct());
    }

    private static Problem<Long> reduced(Draw draw) {
        var branch = Branch.drawn(draw);
        int k = branch.kernel();
        long behind = branch.reduced() - branch.reduce();
        return Problem.whole(
                        branch.reduced(),
                        "A convolution of 1×1 reads %s and writes %d maps; %d filters of %d×%d, padded so that the sides"
                                + " stay, read those. How many products (MACs) do both take together?",
                        branch.input(),
                        branch.width(),
                        branch.filters(),
                        k,
                        k)
                .mistake(behind, "that is the %d×%d alone; the 1×1 multiplies too", k, k)
                .mistake(branch.reduce(), "that is the 1×1 alone; the %d×%d reads what it writes", k, k)
                .mistake(
                        branch.direct() + branch.reduce(),
                        "the %d×%d reads the %d maps of the 1×1, no longer all of them",
                        k,
                        k,
                        branch.width())
                .mistake(2 * branch.reduced(), "that counts each product and each sum; a MAC is both together")
                .mistake(
                        branch.reduced() / branch.positions(),
                        "those are weights; each works at every one of %d positions",
                        branch.positions())
                .mistake(
                        branch.direct(),
                        "that is without the 1×1; the %d×%d reads only the %d maps that it writes",
                        k,
                        k,
                        branch.width())
                .hint(
                        "first the 1×1: %d positions, %d filters, %d maps read",
                        branch.positions(), branch.width(), branch.input().channels())
                .hint(
                        "then the %d×%d: as many positions, %d filters, %d maps read",
                        k, k, branch.filters(), branch.width())
                .solution(
                        "%d·%d·%d + %d·%d·%d·%d·%d = %,d + %,d = %,d",
                        branch.positions(),
                        branch.width(),
                        branch.input().channels(),
                        branch.positions(),
                        branch.filters(),
                        k,
                        k,
                        branch.width(),
                        branch.reduce(),
                        behind,
                        branch.reduced());
    }

    private static Problem<Shape> naive(Draw draw) {
        int side = draw.one(28, 14, 7);
        var input = Shape.of(draw.one(256, 192, 480, 512), side, side);
        int one = draw.one(128, 64, 160);
        int three = draw.one(192, 128, 208);
        int five = draw.one(96, 32, 48);
        var out = network("module", input, GoogLeNet.naive(one, three, five)).output();
        int maps = one + three + five;
        return Problem.shape(
                        out,
                        "A naive module reads %s. It has %d filters of 1×1, %d of 3×3, %d of 5×5, and a pooling branch."
                                + " Which shape comes out?",
                        input,
                        one,
                        three,
                        five)
                .mistake(Shape.of(maps, side, side), "that leaves the pooling branch out, which passes every map on")
                .mistake(Shape.of(maps + 3, side, side), "a pooling has no filters: it writes as many maps as it reads")
                .mistake(
                        Shape.of(out.channels(), side / 2, side / 2),
                        "here the pooling moves by 1 and is padded, so the sides stay")
                .mistake(
                        Shape.of(side, side, out.channels()),
                        "that is height × width × channels; here channels come first")
                .hint("the maps of the branches are concatenated: their numbers add up, their sides must agree")
                .hint("the pooling writes as many maps as the module reads")
                .solution("%d + %d + %d + %d = %d maps: %s", one, three, five, input.channels(), out.channels(), out);
    }

    private static Problem<Network> module(Draw draw) {
        int side = draw.one(28, 14);
        var input = Shape.of(draw.one(192, 256, 480), side, side);
        int one = draw.one(64, 128, 192);
        int reduce3 = draw.one(96, 64, 112);
        int three = draw.one(128, 192, 208);
        int reduce5 = draw.one(16, 24, 32);
        int five = draw.one(32, 48, 64);
        int project = draw.one(32, 64);
        var right = network("module", input, GoogLeNet.inception(one, reduce3, three, reduce5, five, project));
        return Problem.sameNetwork(
                        right,
                        "Write an inception module with concat, sequence and conv, for %s, with four branches in this order:"
                                + " %d filters of 1×1; %d of 1×1, then %d of 3×3; %d of 1×1, then %d of 5×5; max pooling of"
                                + " 3×3, then %d of 1×1. All keep the sides, and a ReLU follows each convolution.",
                        input,
                        one,
                        reduce3,
                        three,
                        reduce5,
                        five,
                        project)
                .mistake(
                        network("module", input, GoogLeNet.naive(one, three, five)),
                        "that is the naive module; the 1×1 that reduce are missing")
                .mistake(
                        network("module", input, GoogLeNet.inception(one, three, reduce3, reduce5, five, project)),
                        "the 1×1 before the 3×3 is the narrow one")
                .hint("concat(a, b, c, d) stacks the maps of four branches, each a sequence(…)")
                .hint("sequence(conv(%d, 1).relu(), conv(%d, 3).same().relu())", reduce3, three)
                .hint(
                        "a pooling moves by its size unless told otherwise: sequence(maxPool(3).stride(1).same(), conv(%d,"
                                + " 1).relu())",
                        project)
                .solution(
                        "network(\"mine\", Shape.of(%d, %d, %d), concat(conv(%d, 1).relu(), sequence(conv(%d, 1).relu(),"
                                + " conv(%d, 3).same().relu()), sequence(conv(%d, 1).relu(), conv(%d, 5).same().relu()),"
                                + " sequence(maxPool(3).stride(1).same(), conv(%d, 1).relu()))): %,d parameters",
                        input.channels(),
                        side,
                        side,
                        one,
                        reduce3,
                        three,
                        reduce5,
                        five,
                        project,
                        Cost.of(right).parameters());
    }

    private static Problem<Long> average(Draw draw) {
        int side = draw.one(7, 4, 5, 6, 8);
        int maps = draw.one(1024, 512, 832, 2048);
        int classes = draw.one(1000, 10, 100, 365);
        var shape = Shape.of(maps, side, side);
        long pooled = Usual.parameters(dense(classes), Shape.of(maps, 1, 1));
        long flat = Cost.of(network("flat", shape, flatten(), dense(classes))).parameters();
        draw.needs(maps != classes);
        return Problem.whole(
                        flat - pooled,
                        "A network ends in %s and a classifier of %d classes. How many parameters does a global average"
                                + " pooling before the classifier save, compared with flattening?",
                        shape,
                        classes)
                .mistake(flat, "that is the classifier behind the flattening; what is left with the average?")
                .mistake(
                        flat - classes,
                        "those are the weights of the classifier behind the flattening; what is left with the average?")
                .mistake(
                        (long) side * side * maps * maps,
                        "that is a dense layer of %d units behind the flattening; the classifier has one for each of %d"
                                + " classes",
                        maps,
                        classes)
                .mistake(pooled, "that is the classifier behind the average; how many fewer is it?")
                .mistake(
                        flat - pooled + classes, "the biases are the same in both: one a class, nothing is saved there")
                .mistake(
                        (long) (side * side - 1) * maps,
                        "those are the numbers that the average takes away; each class has a weight for every one")
                .hint(
                        "behind the flattening a class reads %d·%d·%d numbers, behind the average %d",
                        maps, side, side, maps)
                .hint("(%d·%d − 1)·%d numbers fewer, and a weight for each of them in every class", side, side, maps)
                .solution("(%d·%d·%d − %d)·%d = %,d", maps, side, side, maps, classes, flat - pooled);
    }

    private static Problem<Long> heads(Draw draw) {
        int classes = draw.one(1000, 10, 20, 50, 100, 200, 365);
        var network = GoogLeNet.paper(Task.of(3, 224, classes));
        long without = Cost.of(network).parameters();
        long with = Cost.of(Heads.WITH.steps(network)).parameters();
        return Problem.whole(
                        with - without,
                        "Count with Java: how many parameters does GoogLeNet for %d classes lose when its two auxiliary"
                                + " heads are taken off after training? GoogLeNet.paper(Task.of(3, 224, %d)) is the network.",
                        classes,
                        classes)
                .mistake(with, "that is the network with its heads; only the heads are asked for")
                .mistake(without, "that is the network without them; only the heads are asked for")
                .mistake((with - without) / 2, "that is one head; there are two")
                .mistake(
                        with - without - 2 * Usual.parameters(dense(classes), Shape.of(1024, 1, 1)),
                        "that leaves the last layer of each head out, which has an output for each class")
                .hint("headNetworks() of the network are the heads as networks of their own")
                .hint("network.headNetworks().stream().mapToLong(head -> Cost.of(head).parameters()).sum()")
                .solution("%,d with, %,d without: %,d", with, without, with - without);
    }

    private static Problem<Long> crops(Draw draw) {
        int scales = draw.one(4, 1, 2, 3, 5);
        int squares = draw.one(3, 1, 2, 5);
        int places = draw.one(6, 1, 5, 9);
        long all = 2L * scales * squares * places;
        draw.needs(scales != 4
                || squares != 3
                || places != 6
                || all == Crop.googLeNet(480, 640, 224).size());
        return Problem.whole(
                        all,
                        "An image is resized to %d sizes; of each, %d squares are taken; of each square, %d crops; and each"
                                + " crop is looked at as it is and mirrored. How many answers are averaged?",
                        scales,
                        squares,
                        places)
                .mistake(all / 2, "mirrored crops count too")
                .mistake(
                        (long) scales + squares + places + 2,
                        "choices multiply: each size has all squares, each square all crops")
                .mistake(2L * squares * places, "that is one size; there are %d", scales)
                .hint("each choice is made for each of the others")
                .hint("sizes times squares times crops, and twice that")
                .solution("%d·%d·%d·2 = %d", scales, squares, places, all);
    }

    private static Problem<Character> padding(Draw draw) {
        int large = draw.one(5, 7, 9, 11);
        int side = draw.one(28, 14);
        return Problem.choice(
                        draw,
                        String.format(
                                Locale.ROOT,
                                "Why are the 3×3, the %d×%d and the pooling of 3×3 in a module padded, by 1, %d and 1?",
                                large,
                                large,
                                large / 2),
                        right("all branches must write maps of the same sides, or they cannot be concatenated"),
                        wrong(
                                "so that the border of the image is seen as often as its middle",
                                "padding adds zeros; the border is still seen less often"),
                        wrong(
                                "so that every branch costs the same",
                                "the branches cost very different amounts; look at the x-ray"),
                        wrong(
                                "so that all branches see the same receptive field",
                                "their fields differ, 1, 3 and " + large + ": that is why there are several"))
                .hint("what does concat need of its branches?")
                .hint(
                        "an unpadded %d×%d over %d×%d writes %d×%d, a 1×1 writes %d×%d",
                        large, large, side, side, side - large + 1, side - large + 1, side, side)
                .solution("maps are stacked channel by channel, so height and width must agree: same() keeps them");
    }
}
