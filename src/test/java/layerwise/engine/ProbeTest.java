package layerwise.engine;

import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.flatten;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import layerwise.layers.Shape;
import layerwise.network.Network;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Network NET = network(
            "net",
            Shape.of(1, 6, 6),
            conv(4, 3).relu().as("first"),
            conv(3, 3).relu().as("second"),
            flatten(),
            dense(5).as("out"));

    private static final int COUNT = 4;
    private static final float[] IMAGES = NetworkBlockTest.images(NET, COUNT);
    private static final float[] LABELS = {0, 3, 4, 1};

    private static Weights with(String name, int index, float value) {
        var values = new LinkedHashMap<String, float[]>(Naive.weights(NET, 3).values());
        var changed = values.get(name).clone();
        changed[index] = value;
        values.put(name, changed);
        return new Weights(values);
    }

    private static double loss(Weights weights, double smoothing) {
        var outputs = NetworkBlockTest.outputs(NET, weights, IMAGES, COUNT);
        double loss = 0;
        for (int i = 0; i < COUNT; i++) {
            var output = Arrays.copyOfRange(outputs, 5 * i, 5 * i + 5);
            loss += (1 - smoothing) * Criterion.CROSS_ENTROPY.loss(output, (int) LABELS[i]);
            for (int k = 0; k < 5; k++) {
                loss += smoothing / 5 * Criterion.CROSS_ENTROPY.loss(output, k);
            }
        }
        return loss / COUNT;
    }

    /** |g| by differences of the loss, which is computed in Java. */
    private static double byDifferences(String name, double smoothing) {
        float[] values = Naive.weights(NET, 3).values().get(name);
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double slope = (loss(with(name, i, values[i] + 1e-2f), smoothing)
                            - loss(with(name, i, values[i] - 1e-2f), smoothing))
                    / ((double) (values[i] + 1e-2f) - (values[i] - 1e-2f));
            squares += slope * slope;
        }
        return Math.sqrt(squares);
    }

    private static Map<String, Double> norms(double smoothing, String... frozen) {
        var learning = new Learning(Criterion.CROSS_ENTROPY, smoothing, new UpdateRule.Sgd(0), 0, Set.of(frozen));
        return Probe.gradientNorms(NET, Naive.weights(NET, 3), learning, IMAGES, LABELS, COUNT);
    }

    @Test
    void gradientsAreTheSlopesOfTheLossSmoothedToo() {
        for (double smoothing : new double[] {0, 0.3}) {
            double expected = byDifferences("out/bias", smoothing);
            assertThat(norms(smoothing).get("out/bias")).isCloseTo(expected, within(0.01 * expected));
        }
        assertThat(norms(0.3).get("out/bias")).isNotCloseTo(norms(0).get("out/bias"), within(1e-4));
    }

    @Test
    void everyTrainedParameterHasAGradientAndNoFrozenOne() {
        assertThat(norms(0))
                .containsOnlyKeys(
                        "first/conv/weight",
                        "first/conv/bias",
                        "second/conv/weight",
                        "second/conv/bias",
                        "out/weight",
                        "out/bias");
        assertThat(norms(0, "first")).doesNotContainKeys("first/conv/weight", "first/conv/bias");
    }

    @Test
    void aMapThatGivesNothingIsDead() {
        var weights = with("first/conv/bias", 2, -1000);
        assertThat(Probe.deadUnits(NET, weights, IMAGES, COUNT))
                .containsOnlyKeys("first/relu", "second/relu")
                .containsEntry("first/relu", 0.25);
    }

    @Test
    void theFirstLayerThatIsNotFiniteIsFound() {
        assertThat(Probe.fault(NET, Naive.weights(NET, 3), IMAGES, COUNT)).isEmpty();
        assertThat(Probe.fault(NET, with("second/conv/weight", 0, Float.NaN), IMAGES, COUNT))
                .contains(new Probe.Fault("second/conv", false));
        var huge = new LinkedHashMap<String, float[]>(Naive.weights(NET, 3).values());
        for (String name : new String[] {"first/conv/weight", "second/conv/weight"}) {
            var values = new float[huge.get(name).length];
            Arrays.fill(values, 1e30f);
            huge.put(name, values);
        }
        var ones = new float[IMAGES.length];
        Arrays.fill(ones, 1);
        assertThat(Probe.fault(NET, new Weights(huge), ones, COUNT)).contains(new Probe.Fault("second/conv", true));
    }
}
