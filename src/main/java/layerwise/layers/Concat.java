package layerwise.layers;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Branches that read the same input, their outputs stacked along the channels (Szegedy et al. 2014, figure 2).
 *
 * @param branches at least one
 */
public record Concat(List<Layer> branches) implements Layer {

    /** Copies the list and refuses an empty one. */
    public Concat {
        branches = Given.all(branches, "a concat's branch");
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("a concat needs at least one branch, got none");
        }
    }

    @Override
    public <V> V send(V input, Scope scope, Flow<V> flow) {
        String path = scope.next("concat");
        var outputs =
                branches.stream().map(branch -> branch.send(input, scope, flow)).toList();
        return scope.at(scope.path(), () -> flow.concat(path, outputs));
    }

    @Override
    public Layer replacing(UnaryOperator<Layer> change) {
        return new Concat(branches.stream().map(change).toList());
    }

    @Override
    public void declare(Scope scope) {
        scope.count("concat");
        branches.forEach(branch -> branch.declare(scope));
    }
}
