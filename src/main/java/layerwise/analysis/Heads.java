package layerwise.analysis;

import java.util.List;
import java.util.stream.Stream;
import layerwise.layers.Step;
import layerwise.network.Network;

/** Whether the classifiers beside a network's own are counted: they stand in the loss and are gone at test time. */
public enum Heads {
    /** The network as it answers questions. */
    WITHOUT,
    /** The network as it is trained. */
    WITH;

    /** {@return the steps that count; those of a head come last, its name before their paths} */
    public List<Step> steps(Network network) {
        return this == WITHOUT
                ? network.steps()
                : Stream.concat(network.steps().stream(), heads(network)).toList();
    }

    private static Stream<Step> heads(Network network) {
        return network.headNetworks().stream().flatMap(head -> {
            String name = head.name().substring(network.name().length());
            return head.steps().stream()
                    .map(step ->
                            new Step(name.substring(1) + "/" + step.path(), step.layer(), step.input(), step.output()));
        });
    }
}
