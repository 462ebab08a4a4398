package layerwise.train;

import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import layerwise.analysis.UnitField;
import layerwise.data.Convolution;
import layerwise.data.Filter;
import layerwise.data.Flower;
import layerwise.data.Pagoda;
import layerwise.data.Planes;
import layerwise.data.Preparation;
import layerwise.data.Slide;
import layerwise.engine.Weights;
import layerwise.layers.Conv;
import layerwise.layers.Shape;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import layerwise.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InsightTest {
    static Stream<Arguments> convolutions() {
        var colours = Filter.of("red against green", Shape.of(3, 1, 1), 1, -1, 0.5f);
        return Stream.of(
                Arguments.of(conv(1, 7).same(), Filter.vertical(7)),
                Arguments.of(conv(1, 7), Filter.horizontal(7)),
                Arguments.of(conv(1, 3).stride(2).pad(1), Filter.sobelVertical()),
                Arguments.of(conv(1, 3).dilation(3).pad(2), Filter.sharpen()),
                Arguments.of(conv(1, 5).stride(3), Filter.blur(5)),
                Arguments.of(conv(1, 1), colours));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void theLoopByHandIsTheConvolutionOfTheEngine(Conv conv, Filter filter) {
        for (Planes picture : List.of(Pagoda.draw(40, 33), Flower.draw(33, 40))) {
            var network = network("one", picture.shape(), conv.noBias().as("it"));
            var weights = new Weights(Map.of("it/weight", filter.weights(3)));
            var engine = Insight.maps(network, weights, "it", picture);
            var loop = Convolution.of(picture, filter, conv.window());
            assertThat(engine.shape()).isEqualTo(loop.shape());
            assertThat(engine.values()).containsExactly(loop.values(), within(1e-5f));
        }
    }

    @Test
    void aPoolingSteppedThroughIsTheOneOfTheEngine() {
        var picture = Pagoda.draw(13, 13).grey();
        for (var pool :
                List.of(maxPool(3).stride(2), maxPool(2), maxPool(3).stride(2).pad(1))) {
            var network = network("one", picture.shape(), pool.as("it"));
            var engine = Insight.maps(network, new Weights(Map.of()), "it", picture);
            assertThat(engine.values())
                    .containsExactly(Slide.of(pool, picture).output().values());
        }
    }

    @Test
    void mapsBeforeTrainingAreThoseOfTheWeightsThatTrainingStartsFrom() {
        var network = Nets.small();
        var picture = Pagoda.draw(28, 28);
        var weights = InitialWeights.of(network, Recipe.of(network).seed(5));
        for (String path : List.of("shrink", "conv1", "conv2/conv", "out")) {
            assertThat(Insight.maps(network, path, picture, 5).values())
                    .isEqualTo(Insight.maps(network, weights, path, picture).values());
        }
    }

    @Test
    void aClassifierSeesThePictureAsItWasTaughtTo() {
        var network = network("one", Shape.of(1, 8, 8), conv(1, 1).noBias().as("it"));
        var weights = new Weights(Map.of("it/weight", new float[] {1}));
        var classifier = new Classifier(network, weights, Preparation.lecun(network.input()), List.of("it"));
        var picture = Pagoda.draw(8, 8).grey();
        var maps = Insight.maps(classifier, "it", picture);
        for (int i = 0; i < 64; i++) {
            assertThat(maps.values()[i]).isCloseTo(-0.1f + 1.275f * picture.values()[i], within(1e-5f));
        }
    }

    @Test
    void filtersAreTheWeightsOneAfterAnother() {
        var weights =
                InitialWeights.of(LeNet5.paper(), Recipe.of(LeNet5.paper()).seed(2));
        var filters = Insight.filters(LeNet5.paper(), "C3", 2);
        assertThat(filters.weights()).isEqualTo(weights.values().get("C3/conv/weight"));
        assertThat(filters.path()).isEqualTo("C3/conv");
        assertThat(filters.count()).isEqualTo(16);
        assertThat(filters.filter(3).at(2, 1, 4)).isEqualTo(filters.weights()[3 * 150 + 2 * 25 + 5 + 4]);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Insight.filters(LeNet5.paper(), "S2", 1))
                .withMessage(
                        "LeNet-5/S2: expected a convolution, whose filters can be looked at, got none; its first is"
                                + " C1/conv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Insight.maps(LeNet5.paper(), "C7", Pagoda.draw(32, 32), 1))
                .withMessage("LeNet-5: expected the path of a part, got C7; the nearest are C1, C3, C5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Insight.maps(LeNet5.paper(), "C1", null, 1))
                .withMessage("a picture is expected, got null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Insight.maps(LeNet5.paper(), new Weights(Map.of()), "C1", Pagoda.draw(32, 32)))
                .withMessage("LeNet-5/C1/conv/weight: expected 150 numbers, got none; these weights belong to another"
                        + " network");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Insight.effect(LeNet5.paper(), "C1", 0, 0, 0, 1))
                .withMessage("LeNet-5/C1: expected 1 to 100 trials, got 0");
    }

    static Stream<Arguments> units() {
        var branches = network(
                "branches",
                Shape.of(2, 20, 20),
                concat(conv(2, 3).same().relu(), conv(2, 5).stride(1).same().relu())
                        .as("split"),
                sum(conv(4, 3).dilation(2).same(), identity()).relu().as("unit"),
                maxPool(3).stride(2).as("pool"));
        return Stream.of(
                Arguments.of(branches, "split", 0, 0),
                Arguments.of(branches, "unit", 10, 3),
                Arguments.of(branches, "pool", 8, 8),
                Arguments.of(branches, "pool", 4, 4),
                Arguments.of(LeNet5.paper(), "S2", 13, 0),
                Arguments.of(LeNet5.paper(), "C3", 5, 5),
                Arguments.of(LeNet5.paper(), "S4", 4, 4),
                Arguments.of(LeNet5.paper(), "C5", 0, 0),
                Arguments.of(LeNet5.modern(), "S2", 3, 3),
                Arguments.of(Zoo.network("alexnet"), "pool5", 3, 3),
                Arguments.of(Zoo.network("vgg-16"), "pool3", 14, 14),
                Arguments.of(Zoo.network("googlenet"), "inception4a", 7, 7),
                Arguments.of(Zoo.network("resnet-20"), "conv3_x", 8, 8),
                Arguments.of(Zoo.network("mobilenet"), "conv6", 20, 20));
    }

    @ParameterizedTest(name = "{0} {1} ({2}, {3})")
    @MethodSource("units")
    void thePixelsThatMoveAUnitFillTheFieldThatIsComputed(Network network, String path, int row, int column) {
        var field = UnitField.of(network, path, row, column);
        var effect = Insight.effect(network, path, row, column, 2, 1);
        var rows = new java.util.TreeSet<Integer>();
        var columns = new java.util.TreeSet<Integer>();
        for (int i = 0; i < effect.shape().height(); i++) {
            for (int j = 0; j < effect.shape().width(); j++) {
                if (effect.at(0, i, j) > 0) {
                    assertThat(field.holds(i, j)).as("(%d, %d)", i, j).isTrue();
                    rows.add(i);
                    columns.add(j);
                }
            }
        }
        assertThat(List.of(rows.first(), rows.last(), columns.first(), columns.last()))
                .containsExactly(field.top(), field.bottom(), field.left(), field.right());
    }

    @Test
    void throughAGateAUnitSeesTheWholeImage() {
        var network = Zoo.network("mobilenet-v3-small-0.5");
        var field = UnitField.of(network, "bneck1");
        var effect = Insight.effect(network, "bneck1", field.row(), field.column(), 2, 1);
        assertThat(field.gated()).isTrue();
        assertThat(field.holds(0, 0)).isFalse();
        assertThat(effect.at(0, 3, 3)).isPositive();
    }

    @Test
    void anEffectIsTheSlopeOfTheSumOfTheMaps() {
        var network = network("one", Shape.of(1, 5, 5), conv(2, 3).noBias().as("it"));
        var values = new LinkedHashMap<String, float[]>();
        var weights = new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 0, 0, 0, 0, 0, 0, 0, -9};
        values.put("it/weight", weights);
        try (var glance = new layerwise.engine.Glance(network, 0)) {
            glance.take(new Weights(values));
            float[] slope = glance.slope(1, 1, new float[25]);
            assertThat(slope).hasSize(25);
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    boolean seen = i >= 1 && i <= 3 && j >= 1 && j <= 3;
                    int tap = 3 * (i - 1) + j - 1;
                    assertThat(slope[5 * i + j]).isEqualTo(seen ? weights[tap] + weights[9 + tap] : 0);
                }
            }
        }
    }
}
