package layerwise.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import layerwise.layers.Activation;
import layerwise.layers.Axis;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Flatten;
import layerwise.layers.GlobalPool;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.PadChannels;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Rounding;
import layerwise.layers.Shape;
import layerwise.layers.Shuffle;
import layerwise.layers.Slice;
import layerwise.layers.Step;
import layerwise.layers.Subsample;
import layerwise.layers.Window;
import layerwise.network.Graph;
import layerwise.network.Network;

/** What a network has of the alphabet, in words: its layers with their options, and its arrangements. */
record DrawnOptions(Step step) implements Primitive.Visitor<Stream<String>> {

    /** Every word there is: what a sample of random networks has to show. */
    static final List<String> ALL = List.of(
            ("conv; conv bias; conv no bias; conv groups; conv depthwise; conv wired; conv stride; conv pad; conv dilation;"
                            + " conv asymmetric; conv asymmetric stride; maxpool; maxpool pad; maxpool rounded up;"
                            + " maxpool hanging over; maxpool hanging over, padded; maxpool overlapping; avgpool;"
                            + " avgpool pad; avgpool rounded up; avgpool hanging over; avgpool hanging over, padded;"
                            + " avgpool overlapping; subsample; subsample pad; dense; dense bias; dense no bias; rbf;"
                            + " batchnorm; lrn; dropout; slice; slice off eights; shuffle; shuffle groups; padchannels;"
                            + " padchannels doubled; globalpool; flatten; relu; tanh; scaledtanh; sigmoid; relu6; swish;"
                            + " hardsigmoid; hardswish; CONCAT; SUM; SCALE; single branch; three branches; nested; named; head")
                    .split("; "));

    /** {@return the words for what {@code network} has, each as often as it occurs} */
    static List<String> of(Network network) {
        var graph = network.graph();
        var words = new ArrayList<String>();
        for (Graph.Node node : graph.nodes()) {
            graph.step(node)
                    .ifPresent(
                            step -> step.layer().accept(new DrawnOptions(step)).forEach(words::add));
            if (node.layer().isEmpty()) {
                joint(graph, node).forEach(words::add);
            }
            words.addAll(node.path().contains("part") ? List.of("named") : List.of());
        }
        network.heads().forEach(head -> words.add("head"));
        return words;
    }

    private static Stream<String> joint(Graph graph, Graph.Node node) {
        int branches = node.inputs().size();
        boolean nested = node.inputs().stream()
                .anyMatch(number -> number != Graph.INPUT
                        && graph.nodes().get(number).layer().isEmpty());
        return words(
                node.joint().name(),
                when(branches == 1, "single branch"),
                when(branches == 3, "three branches"),
                when(nested, "nested"));
    }

    private static Stream<String> words(String... words) {
        return Stream.of(words).filter(Predicate.not(String::isEmpty));
    }

    private static String when(boolean drawn, String word) {
        return drawn ? word : "";
    }

    private Stream<String> kind(String... options) {
        return Stream.concat(
                Stream.of(step.layer().kind()),
                words(options).map(option -> step.layer().kind() + " " + option));
    }

    private static boolean any(Window window, ToIntFunction<Axis> part, int usual) {
        return part.applyAsInt(window.rows()) != usual || part.applyAsInt(window.columns()) != usual;
    }

    private static boolean differ(Window window, ToIntFunction<Axis> part) {
        return part.applyAsInt(window.rows()) != part.applyAsInt(window.columns());
    }

    @Override
    public Stream<String> visit(Conv conv) {
        var window = conv.window();
        return kind(
                conv.bias() ? "bias" : "no bias",
                when(conv.groups() > 1, "groups"),
                when(conv.groups() > 1 && conv.groups() == step.input().channels(), "depthwise"),
                when(conv.wiring().isPresent(), "wired"),
                when(any(window, Axis::stride, 1), "stride"),
                when(any(window, Axis::padding, 0), "pad"),
                when(any(window, Axis::dilation, 1), "dilation"),
                when(differ(window, Axis::size), "asymmetric"),
                when(differ(window, Axis::stride), "asymmetric stride"));
    }

    @Override
    public Stream<String> visit(Pool pool) {
        var window = pool.window();
        boolean up = window.rounding() == Rounding.UP;
        boolean over = up && !step.output().equals(down(window));
        boolean padded = any(window, Axis::padding, 0);
        return kind(
                when(padded, "pad"),
                when(up, "rounded up"),
                when(over, "hanging over"),
                when(over && padded, "hanging over, padded"),
                when(window.rows().stride() < window.rows().size(), "overlapping"));
    }

    private Shape down(Window window) {
        return new Window(window.rows(), window.columns(), Rounding.DOWN)
                .over(step.input(), step.input().channels());
    }

    @Override
    public Stream<String> visit(Subsample subsample) {
        return kind(when(any(subsample.window(), Axis::padding, 0), "pad"));
    }

    @Override
    public Stream<String> visit(Dense dense) {
        return kind(dense.bias() ? "bias" : "no bias");
    }

    @Override
    public Stream<String> visit(Rbf rbf) {
        return kind();
    }

    @Override
    public Stream<String> visit(BatchNorm norm) {
        return kind();
    }

    @Override
    public Stream<String> visit(LocalResponseNorm norm) {
        return kind();
    }

    @Override
    public Stream<String> visit(Dropout dropout) {
        return kind();
    }

    @Override
    public Stream<String> visit(Slice slice) {
        return kind(when(slice.from() % 8 != 0, "off eights"));
    }

    @Override
    public Stream<String> visit(Shuffle shuffle) {
        return kind(when(shuffle.groups() > 1, "groups"));
    }

    @Override
    public Stream<String> visit(PadChannels pad) {
        return kind(when(pad.channels() >= 2 * step.input().channels(), "doubled"));
    }

    @Override
    public Stream<String> visit(Activation activation) {
        return kind();
    }

    @Override
    public Stream<String> visit(GlobalPool pool) {
        return kind();
    }

    @Override
    public Stream<String> visit(Flatten flatten) {
        return kind();
    }
}
