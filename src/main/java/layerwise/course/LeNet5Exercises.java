package layerwise.course;

import static layerwise.layers.Layers.conv;

import java.util.List;
import java.util.Optional;
import layerwise.analysis.Cost;
import layerwise.analysis.Summary;
import layerwise.course.Exercise.Mistake;
import layerwise.layers.Activation;
import layerwise.layers.Layer;
import layerwise.layers.Parameter;
import layerwise.layers.Primitive;
import layerwise.layers.Shape;
import layerwise.layers.Wiring;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;

/** The exercises of chapter 03; every answer, right or wrong, is counted from a network. */
final class LeNet5Exercises {
    private LeNet5Exercises() {}

    static List<Exercise<?>> all() {
        return List.of(colour(), fullTable(), field(), largerInput(), build());
    }

    private static Exercise<Long> colour() {
        return Exercise.of(
                "03.1",
                "How many parameters has C1 if the images are in colour, 3×32×32? Answer with check(\"03.1\", number).",
                Long.class,
                () -> trained(conv(6, 5), Shape.of(3, 32, 32)),
                () -> List.of(
                        new Mistake<>(
                                trained(conv(6, 5), Shape.of(1, 32, 32)),
                                "that is C1 on grey images; a filter reads every channel of its input"),
                        new Mistake<>(
                                trained(conv(6, 5).noBias(), Shape.of(3, 32, 32)),
                                "that is the count without biases; each filter has one"),
                        new Mistake<>(
                                3 * trained(conv(6, 5), Shape.of(1, 32, 32)),
                                "that is one bias for each channel; each filter has one bias, however many channels it"
                                        + " reads"),
                        new Mistake<>(
                                conv(6, 5).connections(Shape.of(3, 32, 32)),
                                "those are connections; a parameter is shared by all positions")),
                () -> "a filter has 5·5 weights for each channel, and one bias; there are six filters");
    }

    private static Exercise<Long> fullTable() {
        var maps = Shape.of(6, 14, 14);
        var full = conv(16, 5).wired(Wiring.full(6, 16));
        return Exercise.of(
                "03.2",
                "How many parameters does the table of C3 save, against one with a cross in every place?"
                        + " Answer with check(\"03.2\", number).",
                Long.class,
                () -> trained(full, maps) - trained(conv(16, 5).wired(LeNet5.C3), maps),
                () -> List.of(
                        new Mistake<>(
                                trained(full, maps), "that is what the full table costs; what does it cost more?"),
                        new Mistake<>(
                                trained(conv(16, 5).wired(LeNet5.C3), maps),
                                "that is what the table of the paper costs; the saving is asked for"),
                        new Mistake<>(
                                Wiring.full(6, 16).links() - LeNet5.C3.links(),
                                "those are the crosses saved; each stands for a kernel of 5·5 weights")),
                () -> "conv(16, 5).wired(Wiring.full(6, 16)) is C3 with every cross; count both");
    }

    private static Exercise<Long> field() {
        return Exercise.of(
                "03.3",
                "How many pixels wide is the square of the image that one unit of S4 sees?"
                        + " Answer with check(\"03.3\", number).",
                Long.class,
                () -> seen("S4/subsample"),
                () -> List.of(
                        new Mistake<>(seen("C3/conv"), "that is C3; S4 sees one step of C3 more"),
                        new Mistake<>(seen("C5/conv"), "that is C5, which sees all of the image"),
                        new Mistake<>(2L, "that is what it sees of C3; follow it down to the image"),
                        new Mistake<>(
                                seen("C3/conv") + 1,
                                "neighbours in C3 are two pixels of the image apart, because S2 moves by 2")),
                () -> "the field grows by (k − 1) times the distance of neighbours, which each stride of 2 doubles;"
                        + " C3 sees 14, and its neighbours are 2 pixels apart");
    }

    private static long seen(String path) {
        return Summary.of(LeNet5.paper()).rows().stream()
                .filter(row -> row.step().path().equals(path))
                .map(row -> row.field().rows().size())
                .findFirst()
                .orElseThrow();
    }

    private static Exercise<Shape> largerInput() {
        return Exercise.of(
                "03.4",
                "C5 is a convolution, so LeNet-5 can be laid over a larger image. Which shape has C5 for 1×40×40?"
                        + " Answer with check(\"03.4\", Shape.of(channels, height, width)).",
                Shape.class,
                () -> c5(40),
                () -> List.of(
                        new Mistake<>(c5(32), "that is C5 for the 32×32 of the paper"),
                        new Mistake<>(
                                Shape.of(120, 9, 9),
                                "each pooling halves the side, so eight more pixels are two more positions, not eight"),
                        new Mistake<>(Shape.of(16, 7, 7), "that is S4; C5 slides a window of 5 over it")),
                () -> "follow the side: 40 → C1 → S2 → C3 → S4 → C5, with windows of 5 and poolings of 2");
    }

    private static Shape c5(int side) {
        Layer body = layerwise.layers.Layers.sequence(
                conv(6, 5),
                layerwise.layers.Layers.subsample(2),
                conv(16, 5),
                layerwise.layers.Layers.subsample(2),
                conv(120, 5));
        return Network.network("C5", Shape.of(1, side, side), body).output();
    }

    private static Exercise<Network> build() {
        return new Exercise<>(
                "03.5",
                "Many tutorials feed the 28×28 digits as they are. Write that LeNet-5: C1 and C3 with all connections and"
                        + " no padding, average pooling, then dense layers of 120, 84 and 10."
                        + " Answer with check(\"03.5\", network).",
                Network.class,
                LeNet5Exercises::judge,
                () ->
                        "network(\"mine\", Shape.of(1, 28, 28), conv(6, 5).tanh(), averagePool(2), …); C5 becomes flatten()"
                                + " and dense(120)");
    }

    private static Optional<String> judge(Network answer) {
        long total = Cost.of(answer).parameters();
        if (!answer.input().equals(Shape.of(1, 28, 28))) {
            return Optional.of("expected a network for 1×28×28, got one for " + answer.input());
        }
        if (answer.output().size() != 10) {
            return Optional.of("expected ten outputs, got " + answer.output());
        }
        long expected = Cost.of(unpadded()).parameters();
        if (total == Cost.of(LeNet5.modern()).parameters()) {
            return Optional.of(total + " parameters: that is LeNet-5 for 32×32; is there padding left in C1?");
        }
        if (total != expected) {
            return Optional.of("expected " + expected + " parameters, got " + total + "; summary(network) shows where");
        }
        return judgeLayers(answer);
    }

    private static Optional<String> judgeLayers(Network answer) {
        if (!layers(answer).equals(layers(unpadded()))) {
            return Optional.of("expected the layers " + String.join(", ", layers(unpadded())) + ", got "
                    + String.join(", ", layers(answer)));
        }
        return activations(answer) < activations(unpadded())
                ? Optional.of(
                        "a weighted layer has no activation behind it; without one, two layers are no more than one")
                : Optional.empty();
    }

    private static List<String> layers(Network network) {
        return network.steps().stream()
                .filter(step -> !(step.layer() instanceof Activation))
                .map(step -> step.layer().kind())
                .toList();
    }

    private static long activations(Network network) {
        return network.steps().size() - layers(network).size();
    }

    /** The network of exercise 03.5. */
    static Network unpadded() {
        return Zoo.network("lenet5-28");
    }

    private static long trained(Primitive layer, Shape input) {
        return layer.parameters(input).stream().mapToLong(Parameter::trainable).sum();
    }
}
