package layerwise.view;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.data.Dataset;
import layerwise.data.DrawnDigits;
import layerwise.layers.Conv;
import layerwise.layers.Shape;
import layerwise.layers.Window;
import layerwise.network.Network;
import layerwise.train.Calibration;
import layerwise.train.Ending;
import layerwise.train.Epoch;
import layerwise.train.Evaluation;
import layerwise.train.History;
import layerwise.train.LayerMeasure;
import layerwise.train.Predictions;
import layerwise.train.Recipe;
import layerwise.train.RunData;
import layerwise.train.RunRecord;
import layerwise.train.Subject;
import layerwise.train.Versions;
import layerwise.zoo.LeNet5;

/** What the tests of this package look at. */
final class Samples {
    private Samples() {}

    /** A chain, branches that are stacked, a shortcut, windows that are not square, and a name full of markup. */
    static Stream<Network> networks() {
        return Stream.of(LeNet5.paper(), LeNet5.modern(), inception(), residual(), oblong());
    }

    static Network inception() {
        return network(
                "Inception <3a> & \"more\"",
                Shape.of(192, 28, 28),
                concat(
                                conv(64, 1).relu().as("1x1"),
                                sequence(
                                                conv(96, 1).relu().as("reduce"),
                                                conv(128, 3).same().relu().as("3x3"))
                                        .as("middle"),
                                sequence(
                                                maxPool(3).stride(1).same(),
                                                conv(32, 1).relu())
                                        .as("pool"))
                        .as("3a"),
                globalPool(),
                dense(10).noBias());
    }

    static Network residual() {
        return network(
                "Residual",
                Shape.of(16, 32, 32),
                sum(
                                sequence(
                                        conv(16, 3).same().relu().as("a"),
                                        conv(16, 3).groups(4).same().as("b")),
                                identity())
                        .relu()
                        .as("unit"));
    }

    static Network oblong() {
        return network(
                "Oblong, \"wide\"",
                Shape.of(3, 12, 12),
                conv(4, 3).pad(1, 0).stride(2).as("a,b"));
    }

    static Network oblongField() {
        return network("Oblong field", Shape.of(3, 12, 12), new Conv(4, Window.of(1, 7), 1, true, Optional.empty()));
    }

    static History history(int epochs) {
        return new History(IntStream.rangeClosed(1, epochs)
                .mapToObj(i -> epoch(i, 2.0 / i, 1.8 / i))
                .toList());
    }

    static Epoch epoch(int number, double loss, double testLoss) {
        var tested = new Evaluation(100, testLoss, 1 - 0.4 / number, 1, 10, List.of(), new Calibration(List.of()));
        return new Epoch(number, 100, 0.1, loss, 1 - 0.5 / number, 1, tested, List.of());
    }

    /** Each digit answered rightly, but every seventh taken for the next one. */
    static Predictions predictions(int count) {
        Dataset digits = DrawnDigits.draw(count, 1);
        List<Predictions.Answer> answers = IntStream.range(0, count)
                .mapToObj(i -> new Predictions.Answer(
                        i, digits.label(i), (digits.label(i) + (i % 7 == 6 ? 1 : 0)) % 10, 0.9, 0.5))
                .toList();
        return new Predictions(digits, answers, digits.classes());
    }

    /** A measured run of four layers whose gradients shrink towards the first. */
    static RunRecord record(String name, long seed, int epochs) {
        var digits = DrawnDigits.draw(10, 1);
        var images = new RunData.Images(digits.name(), digits.size(), digits.identity());
        return new RunRecord(
                new Subject(name, "0123456789abcdef"),
                Recipe.of(LeNet5.modern()).epochs(epochs).seed(seed),
                new RunData(images, images),
                Optional.empty(),
                digits.classes(),
                new Versions("0.1", "17.0.1", "0.36.0", "MXNet 1.9.1"),
                new Ending(Ending.Cause.RECIPE, "all " + epochs + " epochs of the recipe are done"),
                "2026-01-02T03:04:05Z",
                1_234.56,
                new History(IntStream.rangeClosed(1, epochs)
                        .mapToObj(i -> measured(epoch(i, 2.0 / i + 0.01 * seed, 1.8 / i + 0.02 * seed)))
                        .toList()));
    }

    private static Epoch measured(Epoch epoch) {
        var layers = IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(i -> Stream.of(
                        new LayerMeasure(
                                "conv" + i,
                                Optional.of(Math.pow(10, i - 4.0) / epoch.number()),
                                Optional.of(0.001 * i),
                                Optional.empty()),
                        new LayerMeasure("relu" + i, Optional.empty(), Optional.empty(), Optional.of(0.125 * i))))
                .toList();
        return new Epoch(
                epoch.number(), epoch.images(), epoch.rate(), epoch.loss(), epoch.accuracy(), 1, epoch.test(), layers);
    }
}
