package layerwise.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerwise.engine.Handles.Handle;
import layerwise.layers.Parameter.Role;

/**
 * What replicas tell each other in a step: gradients are summed in the first, and what the update makes of its weights is
 * copied to the others. Each way is one copy of one array for each replica, however many parameters there are.
 *
 * <p>Running statistics become the mean of the replicas', each of which saw its share of the batch.
 */
final class Exchange {
    private static final String COPY = "_copyto";

    private final List<Call> gather = new ArrayList<>();
    private final List<Call> scatter = new ArrayList<>();
    private final Handles handles;
    private final List<Replica> replicas;
    private boolean statistics;

    Exchange(List<Replica> replicas) {
        this.replicas = replicas;
        this.handles = replicas.get(0).handles();
        if (replicas.size() > 1) {
            sum(Replica::gradients, gather);
            spread(Replica::weights);
            if (replicas.get(0).rest().layout().values().stream()
                    .anyMatch(parameter -> parameter.role() == Role.MEAN || parameter.role() == Role.VARIANCE)) {
                statistics = true;
                average();
            }
        }
    }

    /** Adds {@code part} of the others to that of the first. */
    private void sum(Function<Replica, Flat> part, List<Call> calls) {
        var first = part.apply(replicas.get(0)).whole();
        var all = new ArrayList<Handle>(List.of(first));
        for (Replica other : replicas.subList(1, replicas.size())) {
            var landing =
                    replicas.get(0).context().zeros(handles, part.apply(other).size());
            calls.add(copy(part.apply(other).whole(), landing));
            all.add(landing);
        }
        calls.add(new Call("add_n", all, List.of(first), Map.of("num_args", all.size())));
    }

    private void spread(Function<Replica, Flat> part) {
        for (Replica other : replicas.subList(1, replicas.size())) {
            scatter.add(
                    copy(part.apply(replicas.get(0)).whole(), part.apply(other).whole()));
        }
    }

    private void average() {
        sum(Replica::rest, scatter);
        var mean = replicas.get(0).rest().whole();
        var options = new LinkedHashMap<String, Object>(Map.of("scalar", 1.0 / replicas.size()));
        scatter.add(new Call("_mul_scalar", List.of(mean), List.of(mean), options));
        spread(Replica::rest);
    }

    private static Call copy(Handle from, Handle to) {
        return new Call(COPY, List.of(from), List.of(to), Map.of());
    }

    /** Sums the gradients of all in the first. */
    void gather() {
        gather.forEach(Call::run);
    }

    /** Gives all the weights of the first, and the same statistics. */
    void scatter() {
        if (statistics) {
            replicas.forEach(Replica::settle);
        }
        scatter.forEach(Call::run);
    }
}
