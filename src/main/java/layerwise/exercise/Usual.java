package layerwise.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import layerwise.analysis.ParameterCount;
import layerwise.analysis.ReceptiveField;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rounding;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.layers.Window;
import layerwise.layers.WindowMisfit;
import layerwise.layers.Wiring;
import layerwise.network.Network;

/**
 * The mistakes that are made with every layer, as functions of the layer: what each leads to, and what to say of it.
 *
 * <p>Those that give the right answer for a layer are left out: without groups nobody can ignore them.
 */
final class Usual {
    private final List<Step> steps;
    private final long right;
    private final List<Mistake<Long>> found = new ArrayList<>();

    private Usual(List<Step> steps, ToLongFunction<Step> right) {
        this.steps = steps;
        this.right = total(right);
    }

    private long total(ToLongFunction<Step> count) {
        return steps.stream().mapToLong(count).sum();
    }

    private Usual add(ToLongFunction<Step> wrong, String remark) {
        return add(total(wrong), remark);
    }

    private Usual add(long answer, String remark) {
        if (answer != right && answer != 0) {
            found.add(new Mistake<>(answer, remark));
        }
        return this;
    }

    /** Forgets the biases of one kind of layer where others have biases too. */
    private Usual forgetting(Class<? extends Primitive> kind, String remark) {
        boolean others = steps.stream()
                .anyMatch(step -> !kind.isInstance(step.layer())
                        && ParameterCount.of(step).biases() > 0);
        return others
                ? add(
                        step -> step.parameters()
                                - (kind.isInstance(step.layer())
                                        ? ParameterCount.of(step).biases()
                                        : 0),
                        remark)
                : this;
    }

    /** {@return the layer as a step of its own} */
    static Step step(Primitive layer, Shape input) {
        return new Step(layer.kind(), layer, input, layer.output(input));
    }

    /** {@return the trained parameters of {@code layer} over {@code input}} */
    static long parameters(Primitive layer, Shape input) {
        return step(layer, input).parameters();
    }

    /** {@return the mistakes in counting the trained parameters of one layer} */
    static List<Mistake<Long>> ofParameters(Primitive layer, Shape input) {
        return ofParameters(List.of(step(layer, input)));
    }

    /** {@return the mistakes in counting the trained parameters of layers together} */
    static List<Mistake<Long>> ofParameters(List<Step> steps) {
        return new Usual(steps, Step::parameters)
                .add(
                        step -> step.parameters() - ParameterCount.of(step).biases(),
                        "that is the count without biases; each filter and each unit has one")
                .forgetting(Conv.class, "that leaves out the biases of the convolutions; each filter has one")
                .forgetting(Dense.class, "that leaves out the biases of the dense layers; each unit has one")
                .add(Usual::withBias, "that counts biases; here there are none")
                .add(
                        Usual::biasPerChannel,
                        "that is one bias for each channel; each filter has one bias, however many"
                                + " channels it reads")
                .add(
                        Usual::oneChannel,
                        "that reads one channel only; a filter has a kernel for every channel of its input")
                .add(Usual::oneFilter, "that is one filter; there are as many as maps come out")
                .add(
                        step -> as(step, ungrouped(step)).parameters(),
                        "that ignores the groups; a filter reads only the" + " channels of its own group")
                .add(step -> as(step, unwired(step)).parameters(), "that is a cross in every place of the table")
                .add(step -> ParameterCount.of(step).total(), "that counts numbers that are kept but not trained")
                .add(
                        step -> step.layer() instanceof BatchNorm ? 0 : step.parameters(),
                        "that leaves out the norms; each has a scale and a shift for every map")
                .add(Step::connections, "those are connections; a parameter is shared by all positions")
                .add(Step::macs, "those are multiply-accumulates; a weight is counted once, however often it works")
                .add(outputs(steps), "that is how many activations come out; parameters are what is learned")
                .found;
    }

    /** {@return the mistakes in counting the multiply-accumulates of one layer} */
    static List<Mistake<Long>> ofMacs(Primitive layer, Shape input) {
        return ofMacs(List.of(step(layer, input)));
    }

    /** {@return the mistakes in counting the multiply-accumulates of layers together} */
    static List<Mistake<Long>> ofMacs(List<Step> steps) {
        return new Usual(steps, Step::macs)
                .add(
                        step -> 2 * step.macs(),
                        "those are FLOPs; a multiplication with its addition is one" + " multiply-accumulate")
                .add(
                        step -> step.macs() == 0 ? 0 : step.connections(),
                        "that counts the biases too; a multiply-accumulate belongs to a weight")
                .add(Step::connections, "those are connections; biases and pooling are among them")
                .add(Step::parameters, "those are parameters; a weight works at every position of the output")
                .add(
                        step -> ParameterCount.of(step).weights(),
                        "those are weights; each works at every position of the output")
                .add(
                        step -> ParameterCount.of(step).weights() * step.input().area(),
                        "that is at every position of the input; the window stops only where an output is")
                .add(
                        step -> as(step, ungrouped(step)).macs(),
                        "that ignores the groups; a filter reads only the" + " channels of its own group")
                .add(step -> as(step, unwired(step)).macs(), "that is a cross in every place of the table")
                .add(
                        step -> step.macs() / step.input().channels(),
                        "that reads one channel only; a filter has a kernel for every channel of its input")
                .found;
    }

    /** {@return the mistakes in counting the connections of one layer} */
    static List<Mistake<Long>> ofConnections(Primitive layer, Shape input) {
        return ofConnections(List.of(step(layer, input)));
    }

    /** {@return the mistakes in counting the connections of layers together} */
    static List<Mistake<Long>> ofConnections(List<Step> steps) {
        return new Usual(steps, Step::connections)
                .add(Step::macs, "those are multiply-accumulates; a bias is a connection too")
                .add(Step::parameters, "those are parameters; a shared weight is a wire at every position")
                .add(step -> as(step, unwired(step)).connections(), "that is a cross in every place of the table")
                .add(
                        step -> as(step, ungrouped(step)).connections(),
                        "that ignores the groups; a filter reads only" + " the channels of its own group")
                .add(outputs(steps), "that is how many activations come out; each has a wire for everything it reads")
                .found;
    }

    private static long outputs(List<Step> steps) {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).output().size();
    }

    private static Step as(Step step, Primitive layer) {
        return step(layer, step.input());
    }

    private static Primitive ungrouped(Step step) {
        return step.layer() instanceof Conv conv ? conv.groups(1) : step.layer();
    }

    private static Primitive unwired(Step step) {
        return step.layer() instanceof Conv conv && conv.wiring().isPresent()
                ? conv.wired(Wiring.full(step.input().channels(), conv.filters()))
                : step.layer();
    }

    private static long withBias(Step step) {
        boolean none = step.layer() instanceof Conv conv && !conv.bias()
                || step.layer() instanceof Dense dense && !dense.bias();
        return step.parameters() + (none ? step.output().channels() : 0);
    }

    private static long biasPerChannel(Step step) {
        return step.layer() instanceof Conv conv && conv.bias()
                ? step.parameters() + (long) conv.filters() * (step.input().channels() / conv.groups() - 1)
                : step.parameters();
    }

    private static long oneChannel(Step step) {
        return step.layer() instanceof Conv conv && conv.wiring().isEmpty()
                ? conv.filters() * conv.window().area() + (conv.bias() ? conv.filters() : 0)
                : step.parameters();
    }

    private static long oneFilter(Step step) {
        return step.layer() instanceof Conv conv && conv.wiring().isEmpty()
                ? step.parameters() / conv.filters()
                : step.parameters();
    }

    /** {@return the mistakes in following a shape through one layer} */
    static List<Mistake<Shape>> ofShape(Primitive layer, Shape input) {
        Shape right = layer.output(input);
        Window window = layer.window(input);
        return Stream.of(
                        wrong(
                                () -> window.pad(0).over(input, right.channels()),
                                "that is without the padding of "
                                        + window.rows().padding()),
                        wrong(
                                () -> window.stride(1).over(input, right.channels()),
                                "that moves by 1; the stride is "
                                        + window.rows().stride()),
                        window.rows().padding() == 0 || window.rows().stride() == 1
                                ? Optional.<Mistake<Shape>>empty()
                                : wrong(
                                        () -> window.stride(1).pad(0).over(input, right.channels()),
                                        "that is without padding and moves by 1; the padding is "
                                                + window.rows().padding() + " and the stride "
                                                + window.rows().stride()),
                        wrong(
                                () -> Shape.of(right.channels(), right.width(), right.height()),
                                "height and width are exchanged; rows come before columns: channels × height × width"),
                        wrong(() -> otherwise(window).over(input, right.channels()), rounding(window)),
                        wrong(
                                () -> Shape.of(input.channels(), right.height(), right.width()),
                                "those are the channels" + " that come in; as many maps come out as there are filters"),
                        wrong(
                                () -> Shape.of(right.channels(), input.height(), input.width()),
                                "that is the side that" + " comes in; how many places has the window on it?"),
                        wrong(
                                () -> Shape.of(right.channels(), right.height() - 1, right.width() - 1),
                                "that is one" + " place too few; the first place of the window counts too"),
                        wrong(
                                () -> Shape.of(right.height(), right.width(), right.channels()),
                                "that is height × width" + " × channels; here channels come first"))
                .flatMap(Optional::stream)
                .filter(mistake -> !mistake.answer().equals(right))
                .toList();
    }

    /** {@return the mistake of keeping the sides in convolutions that are not padded, in a chain that ends in {@code last}} */
    static Optional<Mistake<Shape>> ofSides(Network network, Step last) {
        var steps = network.steps().subList(0, network.steps().indexOf(last) + 1);
        var unpadded = steps.stream().filter(Usual::isUnpadded).toList();
        if (unpadded.isEmpty() || !isChain(network.input(), steps)) {
            return Optional.empty();
        }
        String names = unpadded.stream()
                .map(step -> step.path().split("/")[0])
                .distinct()
                .collect(Collectors.joining(", "));
        return wrong(
                () -> padded(network.input(), steps), "that would keep the side in " + names + ": no padding is there");
    }

    private static boolean isUnpadded(Step step) {
        return step.layer() instanceof Conv conv
                && conv.window().rows().padding() == 0
                && conv.window().rows().size() > 1
                && conv.window().rows().size() % 2 == 1
                && conv.window().columns().size() % 2 == 1;
    }

    private static boolean isChain(Shape input, List<Step> steps) {
        return IntStream.range(0, steps.size())
                .allMatch(at -> steps.get(at)
                        .input()
                        .equals(at == 0 ? input : steps.get(at - 1).output()));
    }

    private static Shape padded(Shape input, List<Step> steps) {
        var shape = input;
        for (Step step : steps) {
            Primitive layer = isUnpadded(step) && step.layer() instanceof Conv conv ? conv.same() : step.layer();
            shape = layer.output(shape);
        }
        return shape;
    }

    private static Optional<Mistake<Shape>> wrong(Supplier<Shape> answer, String remark) {
        try {
            return Optional.of(new Mistake<>(answer.get(), remark));
        } catch (WindowMisfit e) {
            return Optional.empty(); // without padding the window may be larger than its input
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a side of 1 has no place less
        }
    }

    private static Window otherwise(Window window) {
        return new Window(
                window.rows(), window.columns(), window.rounding() == Rounding.UP ? Rounding.DOWN : Rounding.UP);
    }

    private static String rounding(Window window) {
        return window.rounding() == Rounding.UP
                ? "that rounds down; here a window that fits only partly counts"
                : "that rounds up; a window that fits only partly is left out";
    }

    /** {@return the mistakes in following the receptive field behind the last step at {@code path}} */
    static List<Mistake<Long>> ofField(Network network, String path) {
        var steps = network.steps();
        var fields = ReceptiveField.of(network);
        int last = IntStream.range(0, steps.size())
                .filter(at -> (steps.get(at).path() + "/").startsWith(path + "/"))
                .max()
                .orElseThrow(() -> new IllegalArgumentException(network.name() + ": no layer stands at " + path));
        long right = size(fields.get(last));
        int window = IntStream.rangeClosed(0, last)
                .filter(at -> extent(steps.get(at)) > 1)
                .max()
                .orElse(0);
        var usual = new Usual(steps, step -> 0);
        usual.add(extent(steps.get(window)), "that is what its own window reads; follow it down to the image");
        usual.add(
                1
                        + IntStream.rangeClosed(0, last)
                                .mapToLong(at -> extent(steps.get(at)) - 1)
                                .sum(),
                "that adds up the windows; behind a stride of 2 each step is two pixels of the image");
        usual.add(window == 0 ? 0 : size(fields.get(window - 1)), "that is what the layer before it sees");
        usual.add(right * right, "that is the area of the square; its side is asked for");
        IntStream.range(window + 1, steps.size())
                .filter(at -> extent(steps.get(at)) > 1)
                .findFirst()
                .ifPresent(at -> usual.add(size(fields.get(at)), "that is what the next layer sees"));
        return usual.found.stream().filter(mistake -> mistake.answer() != right).toList();
    }

    private static long extent(Step step) {
        return step.layer() instanceof Conv
                        || step.layer() instanceof Pool
                        || step.layer().kind().equals("subsample")
                ? step.layer().window(step.input()).rows().extent()
                : 1;
    }

    private static long size(ReceptiveField field) {
        return field.rows().size();
    }
}
