package layerwise.engine;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.Layer;
import layerwise.layers.Shape;
import layerwise.network.Head;
import layerwise.network.Network;
import layerwise.zoo.LeNet5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the graph computes is what the description says: held against plain loops. */
class SymbolNetworkTest {

    static Stream<Network> networks() {
        return Stream.concat(
                NetworkBlockTest.chains(),
                Stream.of(
                        of(),
                        of(concat(identity()), sum(identity())),
                        of(
                                concat(identity(), conv(2, 3).same()),
                                sum(conv(5, 1), identity(), conv(5, 3).same())),
                        of(conv(4, 3), scale(sequence(globalPool(), dense(4).sigmoid()))),
                        of(globalPool(), dense(4), sum(identity(), dense(4)), concat(conv(2, 1), dense(3)))));
    }

    private static Network of(Layer... layers) {
        return NetworkBlockTest.of(layers);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theGraphComputesWhatPlainLoopsCompute(Network network) {
        var weights = Naive.weights(network, 3);
        var images = NetworkBlockTest.images(network, 2);
        try (var symbol = new SymbolNetwork(network, weights)) {
            NetworkBlockTest.assertComputes(network, weights, images, symbol.outputs(images, 2));
        }
    }

    @Test
    void aHeadReadsThePartItHangsAfter() {
        var stem = conv(4, 3).relu().as("stem");
        var body = sequence(averagePool(5).stride(3), flatten(), dense(3));
        var whole = of(stem, globalPool(), dense(5)).head(new Head("aux", "stem", body, 0.3));
        var branch = of(stem, body.as("aux"));
        var numbers = new LinkedHashMap<>(Naive.weights(whole, 3).values());
        numbers.putAll(Naive.weights(branch, 4).values());
        var weights = new Weights(numbers);
        var images = NetworkBlockTest.images(whole, 2);
        try (var symbol = new SymbolNetwork(whole, SymbolGraph.withHeads(whole), weights)) {
            var outputs = symbol.everyOutput(images, 2);
            assertThat(outputs).hasSize(2);
            NetworkBlockTest.assertComputes(whole, weights, images, outputs.get(0));
            NetworkBlockTest.assertComputes(branch, weights, images, outputs.get(1));
        }
    }

    @Test
    void anImageIsAnsweredAlikeInBatchesOfAnySize() {
        var network = LeNet5.modern();
        var images = NetworkBlockTest.images(network, 3);
        try (var symbol = new SymbolNetwork(network, Naive.weights(network, 3))) {
            float[] alone = symbol.outputs(images, 1);
            float[] three = symbol.outputs(images, 3);
            assertThat(symbol.outputs(images, 1)).containsExactly(alone);
            assertThat(three).hasSize(30);
            assertThat(Arrays.copyOf(three, 10))
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(alone);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itAnswersAsTheBlockDoesWhateverTheSizesOfBatches(Network network) {
        var weights = Naive.weights(network, 3);
        var images = NetworkBlockTest.images(network, 9);
        try (var symbol = Learners.answers(network, weights);
                var block =
                        new BlockLearner(new NetworkBlock(network), weights, Learning.of(Criterion.CROSS_ENTROPY))) {
            assertThat(symbol).isInstanceOf(SymbolNetwork.class);
            for (int count : new int[] {4, 4, 1, 9, 2, 4, 3}) {
                assertThat(symbol.outputs(images, count))
                        .as("%d images", count)
                        .usingComparatorWithPrecision(1e-4f)
                        .containsExactly(block.outputs(images, count));
            }
        }
    }

    @Test
    void aConnectionTablesMaskIsNoParameter() {
        var graph = SymbolGraph.of(LeNet5.paper());
        assertThat(graph.constants().keySet()).containsExactly("C3/conv/mask");
        assertThat(graph.parameters().keySet())
                .containsExactlyElementsOf(
                        Naive.weights(LeNet5.paper(), 3).values().keySet());
        float crosses = 0;
        for (float each : graph.constants().get("C3/conv/mask").values()) {
            crosses += each;
        }
        assertThat(crosses).isEqualTo(1500);
    }

    @Test
    void namesMayHaveAnyLetters() {
        var network = of(conv(2, 3).as("5×5 = \"große\" <팔>\\~"), conv(3, 1).as("'&'"));
        var weights = Naive.weights(network, 3);
        var images = NetworkBlockTest.images(network, 2);
        try (var symbol = new SymbolNetwork(network, weights)) {
            NetworkBlockTest.assertComputes(network, weights, images, symbol.outputs(images, 2));
        }
    }

    @Test
    void theTextIsWhatMxnetCallsAGraph() {
        assertThat(SymbolGraph.of(network("one", Shape.of(2, 3, 3), Activation.RELU))
                        .json())
                .isEqualTo("{\"nodes\":[{\"op\":\"null\",\"name\":\"images\",\"attrs\":{},\"inputs\":[]},"
                        + "{\"op\":\"Activation\",\"name\":\"relu\",\"attrs\":{\"act_type\":\"relu\"},"
                        + "\"inputs\":[[0,0,0]]}],\"arg_nodes\":[0],\"heads\":[[1,0,0]],"
                        + "\"attrs\":{\"mxnet_version\":[\"int\",10900]}}");
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        var weights = Naive.weights(LeNet5.modern(), 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SymbolNetwork(LeNet5.paper(), weights))
                .withMessage("LeNet-5/S2/subsample/weight: expected 6 numbers, got none; "
                        + "these weights belong to another network");
    }

    @Test
    void anotherEngineIsRefusedWithWhatRunsOnIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SymbolNetwork.required("PyTorch"))
                .withMessage("a symbol graph runs on MXNet, got the engine PyTorch; "
                        + "use a NetworkBlock, which runs on every engine of DJL");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var symbol = new SymbolNetwork(LeNet5.modern(), Naive.weights(LeNet5.modern(), 3));
        symbol.close();
        symbol.close();
    }
}
