package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Moves weights by an {@link UpdateRule} with the engine's own operators, and keeps the rule's slots. */
final class Updater {
    private static final float UNSCALED = 1;
    private static final float UNCLIPPED = -1;

    private final UpdateRule rule;
    private final float decay;
    private final NDManager manager;
    private final Map<String, NDArray> slots = new LinkedHashMap<>();
    private long updates;

    Updater(UpdateRule rule, double decay, NDManager manager) {
        this.rule = rule;
        this.decay = (float) decay;
        this.manager = manager;
    }

    /** Moves every weight along its gradient. */
    void update(Map<String, NDArray> weights, double rate) {
        updates++;
        weights.forEach((name, weight) -> {
            try (NDArray gradient = weight.getGradient()) {
                move(name, weight, gradient, rate);
            }
        });
    }

    private void move(String name, NDArray weight, NDArray gradient, double rate) {
        var read = new NDList(weight, gradient);
        rule.slots().forEach(slot -> read.add(slot(slot + "/" + name, weight)));
        var written = new NDList(weight);
        var operators = weight.getNDArrayInternal();
        if (rule instanceof UpdateRule.Adam adam) {
            operators.adamUpdate(
                    read,
                    written,
                    (float) rate,
                    (float) (rate * adam.correction(updates)),
                    decay,
                    UNSCALED,
                    UNCLIPPED,
                    (float) adam.beta1(),
                    (float) adam.beta2(),
                    (float) adam.epsilon(),
                    false,
                    false);
        } else if (rule instanceof UpdateRule.Sgd sgd) {
            operators.sgdUpdate(read, written, (float) rate, decay, UNSCALED, UNCLIPPED, (float) sgd.momentum(), false);
        }
    }

    private NDArray slot(String name, NDArray weight) {
        return slots.computeIfAbsent(name, missing -> manager.zeros(weight.getShape(), weight.getDataType()));
    }

    /** {@return a copy of the slots and the number of updates} */
    LearnerState state() {
        var values = new TreeMap<String, float[]>();
        slots.forEach((name, array) -> values.put(name, array.toFloatArray()));
        return new LearnerState(updates, values);
    }

    /**
     * Takes over what another updater has kept.
     *
     * @throws IllegalArgumentException if it is of another rule or of other weights
     */
    void restore(LearnerState state, Map<String, NDArray> weights) {
        updates = state.updates();
        state.slots().forEach((name, values) -> {
            String slot = name.substring(0, Math.max(0, name.indexOf('/')));
            NDArray weight = weights.get(name.substring(name.indexOf('/') + 1));
            if (!rule.slots().contains(slot) || weight == null || weight.size() != values.length) {
                throw new IllegalArgumentException("the state " + name + " of " + values.length
                        + " numbers belongs to no weight that " + rule + " moves; it is of another run");
            }
            slots.put(name, manager.create(values, weight.getShape()));
        });
    }
}
