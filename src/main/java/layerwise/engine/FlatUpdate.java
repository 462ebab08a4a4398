package layerwise.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import layerwise.engine.Handles.Handle;

/** Moves all trained weights by an {@link UpdateRule} with one call of the engine, and keeps the rule's slots. */
final class FlatUpdate {
    private static final String RATE = "lr";
    private static final String SCALE = "rescale_grad";

    private final UpdateRule rule;
    private final Map<String, Flat> slots = new LinkedHashMap<>();
    private final Call call;
    private long updates;

    FlatUpdate(Learning learning, Replica replica) {
        this.rule = learning.rule();
        List<Handle> read = new ArrayList<>(
                List.of(replica.weights().whole(), replica.gradients().whole()));
        for (String slot : rule.slots()) {
            slots.put(
                    slot,
                    Flat.zeros(
                            replica.handles(),
                            replica.context(),
                            replica.weights().layout()));
            read.add(slots.get(slot).whole());
        }
        var options = options();
        options.put(RATE, 0);
        options.put(SCALE, 1);
        options.put("wd", (float) learning.decay());
        this.call = new Call(operator(), read, List.of(replica.weights().whole()), options);
    }

    private String operator() {
        if (rule instanceof UpdateRule.Adam) {
            return "adam_update";
        }
        return rule.slots().isEmpty() ? "sgd_update" : "sgd_mom_update";
    }

    private Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        if (rule instanceof UpdateRule.Adam adam) {
            options.put("beta1", (float) adam.beta1());
            options.put("beta2", (float) adam.beta2());
            options.put("epsilon", (float) adam.epsilon());
        } else if (rule instanceof UpdateRule.Sgd sgd && sgd.momentum() != 0) {
            options.put("momentum", (float) sgd.momentum());
        }
        return options;
    }

    /** Moves the weights along their gradients, which are those of the sum over {@code count} images. */
    void update(double rate, int count) {
        updates++;
        call.set(RATE, (float) (rate * rule.correction(updates)));
        call.set(SCALE, 1f / count);
        call.run();
    }

    /** {@return a copy of the slots and the number of updates} */
    LearnerState state() {
        var values = new TreeMap<String, float[]>();
        if (updates > 0) {
            slots.forEach((slot, flat) -> flat.read((name, numbers) -> values.put(slot + "/" + name, numbers)));
        }
        return new LearnerState(updates, values);
    }

    /**
     * Takes over what another update has kept.
     *
     * @throws IllegalArgumentException if it is of another rule or of other weights
     */
    void restore(LearnerState state) {
        state.slots().forEach((name, values) -> {
            var flat = slots.get(name.substring(0, Math.max(0, name.indexOf('/'))));
            String weight = name.substring(name.indexOf('/') + 1);
            if (flat == null
                    || !flat.parts().containsKey(weight)
                    || flat.layout().get(weight).size() != values.length) {
                throw new IllegalArgumentException("the state " + name + " of " + values.length
                        + " numbers belongs to no weight that " + rule + " moves; it is of another run");
            }
        });
        updates = state.updates();
        state.slots()
                .forEach((name, values) -> slots.get(name.substring(0, name.indexOf('/')))
                        .parts()
                        .get(name.substring(name.indexOf('/') + 1))
                        .write(values));
    }
}
