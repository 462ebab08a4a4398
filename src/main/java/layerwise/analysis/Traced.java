package layerwise.analysis;

import java.util.List;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * A network with its steps: a search counts them hundreds of times.
 *
 * @param network what was traced
 * @param own its steps
 * @param withHeads its steps and those of its heads
 */
record Traced(Network network, List<Step> own, List<Step> withHeads) {

    static Traced of(Network network) {
        var own = Heads.WITHOUT.steps(network);
        return new Traced(network, own, network.heads().isEmpty() ? own : Heads.WITH.steps(network));
    }

    List<Step> steps(Heads heads) {
        return heads == Heads.WITH ? withHeads : own;
    }
}
