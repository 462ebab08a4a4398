package layerwise.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import layerwise.layers.Activation;
import layerwise.layers.BatchNorm;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Step;
import layerwise.network.Graph;
import layerwise.network.Graph.Joint;
import layerwise.network.Graph.Node;
import layerwise.network.Network;

/**
 * A network as a DJL block: batch × channels × height × width in, batch × units (or maps) out.
 *
 * <p>Each primitive becomes a child block under its path, and forward runs them in the order of the network's graph.
 * The block has exactly the parameters that {@code analysis} counts.
 */
public final class NetworkBlock extends AbstractBlock {
    /** Which arrays a layer reads. */
    private enum Reading {
        /** batch × units. */
        VECTORS,
        /** batch × maps × height × width. */
        MAPS,
        /** What comes: it works on each number by itself. */
        EITHER
    }

    /** What is not here reads maps. */
    private static final Map<Class<?>, Reading> READING = Map.of(
            Dense.class, Reading.VECTORS,
            Rbf.class, Reading.VECTORS,
            Activation.class, Reading.EITHER,
            Dropout.class, Reading.EITHER);

    private final Network network;
    private final Graph graph;
    private final List<Optional<Block>> blocks;
    private final Set<String> still = new HashSet<>();

    /** Makes the block; its parameters get their numbers from {@link Weights#into} or an initializer. */
    public NetworkBlock(Network network) {
        this(network, network.graph());
    }

    private NetworkBlock(Network network, Graph graph) {
        this.network = network;
        this.graph = graph;
        this.blocks = graph.nodes().stream().map(this::child).toList();
    }

    /** {@return the block of the nodes up to {@code last}, whose output is that node's; it has their parameters alone} */
    static NetworkBlock upTo(Network network, int last) {
        var graph = network.graph();
        return new NetworkBlock(network, new Graph(graph.input(), graph.nodes().subList(0, last + 1)));
    }

    private Optional<Block> child(Node node) {
        return node.layer().map(layer -> {
            var input = graph.shape(node.inputs().get(0));
            return addChildBlock(node.path(), layer.accept(new BlockOf(input)));
        });
    }

    /** {@return the description this block was made from} */
    public Network network() {
        return network;
    }

    /** The parts that {@code frozen} says answer as at test time from now on, and none of their parameters is trained. */
    void freeze(Predicate<String> frozen) {
        for (int number = 0; number < blocks.size(); number++) {
            String path = graph.nodes().get(number).path();
            blocks.get(number).filter(block -> frozen.test(path)).ifPresent(block -> {
                still.add(path);
                block.getDirectParameters().values().forEach(parameter -> parameter.freeze(true));
            });
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        var images = inputs.singletonOrThrow();
        return new NDList(output(images, forward(store, images, training)));
    }

    /** {@return the block's output, when its nodes wrote {@code values}} */
    NDArray output(NDArray images, List<NDArray> values) {
        var output = values.isEmpty() ? images : values.get(values.size() - 1);
        return graph.output().area() == 1 ? vector(output) : output;
    }

    /** {@return what each node writes, in the order of the graph} */
    List<NDArray> forward(ParameterStore store, NDArray images, boolean training) {
        var values = new ArrayList<NDArray>();
        for (int number = 0; number < blocks.size(); number++) {
            var node = graph.nodes().get(number);
            var read = new NDList(node.inputs().stream()
                    .map(from -> from == Graph.INPUT ? images : values.get(from))
                    .map(value -> asRead(node, value))
                    .toList());
            values.add(blocks.get(number)
                    .map(block -> training && still.contains(node.path())
                            ? answer(node.layer().orElseThrow(), block, store, read)
                            : block.forward(store, read, training).singletonOrThrow())
                    .orElseGet(() -> join(node.joint(), read)));
        }
        return values;
    }

    /** {@return what a layer makes of {@code read} at test time, while others train: MXNet's own operators all train then} */
    private static NDArray answer(Primitive layer, Block block, ParameterStore store, NDList read) {
        var x = read.singletonOrThrow();
        if (layer instanceof Dropout) {
            return x;
        }
        if (layer instanceof BatchNorm norm) {
            var numbers = block.getDirectParameters().values().stream()
                    .map(parameter ->
                            store.getValue(parameter, x.getDevice(), false).reshape(1, -1, 1, 1))
                    .toList();
            return x.sub(numbers.get(2))
                    .div(numbers.get(3).add((float) norm.epsilon()).sqrt())
                    .mul(numbers.get(0))
                    .add(numbers.get(1));
        }
        return block.forward(store, read, true).singletonOrThrow();
    }

    /** Hands what each node writes at test time to {@code work}, in the order of the graph. */
    void forEachNode(ParameterStore store, NDArray images, BiConsumer<Node, NDArray> work) {
        var values = forward(store, images, false);
        for (int number = 0; number < values.size(); number++) {
            work.accept(graph.nodes().get(number), values.get(number));
        }
    }

    /** {@return the array as the node reads it: dense layers read vectors, pointwise ones either, all others maps} */
    private NDArray asRead(Node node, NDArray value) {
        return switch (reads(node)) {
            case VECTORS -> vector(value);
            case EITHER -> value;
            case MAPS -> maps(value);
        };
    }

    private static Reading reads(Node node) {
        return node.layer()
                .map(layer -> READING.getOrDefault(layer.getClass(), Reading.MAPS))
                .orElse(Reading.MAPS);
    }

    /** {@return batch × units × 1 × 1} */
    private static NDArray maps(NDArray value) {
        var shape = value.getShape();
        return shape.dimension() == 2 ? value.reshape(shape.get(0), shape.get(1), 1, 1) : value;
    }

    /** {@return batch × units} */
    private static NDArray vector(NDArray value) {
        var shape = value.getShape();
        return shape.dimension() == 2 ? value : value.reshape(shape.get(0), shape.size() / shape.get(0));
    }

    private static NDArray join(Joint joint, NDList branches) {
        if (branches.size() == 1) {
            return branches.singletonOrThrow(); // DJL refuses to stack a single array
        }
        return switch (joint) {
            case CONCAT -> NDArrays.concat(branches, 1);
            case SUM -> NDArrays.add(branches.toArray(NDArray[]::new));
            case SCALE -> branches.get(0).mul(branches.get(1));
            case NONE -> branches.singletonOrThrow();
        };
    }

    @Override
    public void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        for (int number = 0; number < blocks.size(); number++) {
            if (blocks.get(number).isPresent()) {
                var node = graph.nodes().get(number);
                var read = graph.shape(node.inputs().get(0));
                blocks.get(number)
                        .get()
                        .initialize(manager, type, Sides.batch(inputs[0].get(0), read, reads(node) == Reading.VECTORS));
            }
        }
    }

    /** Gives every parameter an array of zeros in {@code manager}, of the size that the engine itself works out. */
    public void initialize(NDManager manager) {
        setInitializer(Initializer.ZEROS, parameter -> true);
        initialize(manager, DataType.FLOAT32, Sides.batch(1, network.input(), false));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        var output = graph.output();
        return new Shape[] {Sides.batch(inputs[0].get(0), output, output.area() == 1)};
    }

    /**
     * {@return every parameter under its name, {@code C1/conv/weight}, in the order of the description}
     *
     * @throws IllegalStateException if the engine's block does not have the parameters that the description counts
     */
    Map<String, Parameter> named() {
        var named = new LinkedHashMap<String, Parameter>();
        for (int number = 0; number < blocks.size(); number++) {
            var node = graph.nodes().get(number);
            if (blocks.get(number).isPresent()) {
                var step = new Step(
                        node.path(),
                        node.layer().get(),
                        graph.shape(node.inputs().get(0)),
                        node.shape());
                name(step, blocks.get(number).get(), named);
            }
        }
        return named;
    }

    private static void name(Step step, Block block, Map<String, Parameter> named) {
        var described = step.layer().parameters(step.input());
        var parameters = block.getDirectParameters().values();
        if (described.size() != parameters.size()) {
            throw new IllegalStateException(step.path() + ": expected the parameters " + described
                    + ", the engine's block has " + parameters.size());
        }
        for (int i = 0; i < described.size(); i++) {
            var sides = Sides.of(described.get(i).sides());
            if (!sides.equals(parameters.get(i).getShape())) {
                throw new IllegalStateException(step.path() + ": expected " + described.get(i)
                        + ", the engine's block has " + parameters.get(i).getShape());
            }
            named.put(Weights.name(step, described.get(i)), parameters.get(i));
        }
    }
}
