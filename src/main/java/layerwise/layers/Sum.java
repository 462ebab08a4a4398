package layerwise.layers;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Branches that read the same input, their outputs added: a residual unit when one of them is the identity (He et al.
 * 2015, figure 2).
 *
 * @param branches at least one
 */
public record Sum(List<Layer> branches) implements Layer {

    /** Copies the list and refuses an empty one. */
    public Sum {
        branches = Given.all(branches, "a sum's branch");
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("a sum needs at least one branch, got none");
        }
    }

    @Override
    public <V> V send(V input, Scope scope, Flow<V> flow) {
        String path = scope.next("sum");
        var outputs =
                branches.stream().map(branch -> branch.send(input, scope, flow)).toList();
        return scope.at(scope.path(), () -> flow.sum(path, outputs));
    }

    @Override
    public Layer replacing(UnaryOperator<Layer> change) {
        return new Sum(branches.stream().map(change).toList());
    }

    @Override
    public void declare(Scope scope) {
        scope.count("sum");
        branches.forEach(branch -> branch.declare(scope));
    }
}
