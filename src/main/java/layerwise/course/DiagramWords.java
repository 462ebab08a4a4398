package layerwise.course;

import layerwise.network.Network;
import layerwise.view.TowerDiagram;
import layerwise.view.Volumes;
import layerwise.zoo.Zoo;

/** The words of the course for drawings beside {@link Words#diagram(Network)}. */
public final class DiagramWords {
    private DiagramWords() {}

    /** {@return what each part of {@code network} writes, as stacks of maps from left to right} */
    public static Volumes volumes(Network network) {
        return new Volumes(network);
    }

    /** {@return what each part of the network with this id writes, as stacks of maps from left to right} */
    public static Volumes volumes(String id) {
        return volumes(Zoo.network(id));
    }

    /**
     * {@return a network in two groups as two rows, with arrows across where a layer reads both}
     *
     * @throws IllegalArgumentException if no convolution has two groups, or branches are joined
     */
    public static TowerDiagram towers(Network network) {
        return new TowerDiagram(network);
    }

    /**
     * {@return the network with this id as two rows, with arrows across where a layer reads both}
     *
     * @throws IllegalArgumentException if no convolution has two groups, or branches are joined
     */
    public static TowerDiagram towers(String id) {
        return towers(Zoo.network(id));
    }
}
