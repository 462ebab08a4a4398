package layerwise.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerwise.data.Batch;
import layerwise.engine.Learner;
import layerwise.engine.Learners;
import layerwise.engine.Learning;
import layerwise.engine.Probe;
import layerwise.engine.Weights;
import layerwise.layers.Parameter;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * Measures how each layer takes one step, on a copy of what learns.
 *
 * @param network what is trained
 * @param learning how
 * @param learner which is left as it is
 */
record Measuring(Network network, Learning learning, Learner learner) {

    /** {@return a measure of each layer that is trained, and of each ReLU, in the order in which they work} */
    List<LayerMeasure> layers(Batch batch, double rate) {
        var before = learner.weights();
        var gradients = Probe.gradientNorms(network, before, learning, batch.images(), batch.labels(), batch.size());
        var dead = Probe.deadUnits(network, before, batch.images(), batch.size());
        var after = after(before, batch, rate);
        var measures = new ArrayList<LayerMeasure>();
        for (Step step : network.steps()) {
            var names = trained(step, gradients);
            if (!names.isEmpty()) {
                measures.add(new LayerMeasure(
                        step.path(),
                        Optional.of(Math.sqrt(names.stream()
                                .mapToDouble(name -> gradients.get(name) * gradients.get(name))
                                .sum())),
                        Optional.of(ratio(names, before, after)),
                        Optional.empty()));
            } else if (dead.containsKey(step.path())) {
                measures.add(new LayerMeasure(
                        step.path(), Optional.empty(), Optional.empty(), Optional.of(dead.get(step.path()))));
            }
        }
        return measures;
    }

    private static List<String> trained(Step step, Map<String, Double> gradients) {
        return step.layer().parameters(step.input()).stream()
                .map((Parameter parameter) -> Weights.name(step, parameter))
                .filter(gradients::containsKey)
                .toList();
    }

    private Weights after(Weights before, Batch batch, double rate) {
        try (var copy = Learners.open(network, before, learning)) {
            copy.restore(learner.state());
            copy.step(batch.images(), batch.labels(), batch.size(), rate).outputs();
            return copy.weights();
        }
    }

    private static double ratio(List<String> names, Weights before, Weights after) {
        double moved = 0;
        double size = 0;
        for (String name : names) {
            moved += square(difference(after.values().get(name), before.values().get(name)));
            size += square(before.values().get(name));
        }
        return size == 0 ? 0 : Math.sqrt(moved / size);
    }

    private static float[] difference(float[] a, float[] b) {
        var difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double square(float[] values) {
        double norm = Weights.norm(values);
        return norm * norm;
    }
}
