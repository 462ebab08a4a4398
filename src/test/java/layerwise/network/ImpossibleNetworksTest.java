package layerwise.network;

import static layerwise.layers.Layers.averagePool;
import static layerwise.layers.Layers.concat;
import static layerwise.layers.Layers.conv;
import static layerwise.layers.Layers.dense;
import static layerwise.layers.Layers.dropout;
import static layerwise.layers.Layers.flatten;
import static layerwise.layers.Layers.globalPool;
import static layerwise.layers.Layers.identity;
import static layerwise.layers.Layers.maxPool;
import static layerwise.layers.Layers.padChannels;
import static layerwise.layers.Layers.rbf;
import static layerwise.layers.Layers.scale;
import static layerwise.layers.Layers.sequence;
import static layerwise.layers.Layers.shuffle;
import static layerwise.layers.Layers.slice;
import static layerwise.layers.Layers.subsample;
import static layerwise.layers.Layers.sum;
import static layerwise.network.Network.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerwise.layers.Axis;
import layerwise.layers.BatchNorm;
import layerwise.layers.Concat;
import layerwise.layers.Conv;
import layerwise.layers.Layer;
import layerwise.layers.Layers;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.Named;
import layerwise.layers.Pool;
import layerwise.layers.Rounding;
import layerwise.layers.Scale;
import layerwise.layers.Sequence;
import layerwise.layers.Shape;
import layerwise.layers.Subsample;
import layerwise.layers.Sum;
import layerwise.layers.Window;
import layerwise.layers.Wiring;
import layerwise.zoo.LeNet5;
import layerwise.zoo.MnasNet;
import layerwise.zoo.MobileNet;
import layerwise.zoo.MobileNetV2;
import layerwise.zoo.MobileNetV3;
import layerwise.zoo.ResNet;
import layerwise.zoo.ShuffleNet;
import layerwise.zoo.Task;
import layerwise.zoo.Zoo;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to describe a network that cannot be, and the sentence that it gets. */
class ImpossibleNetworksTest {
    private static final Shape IMAGE = Shape.of(3, 32, 32);
    private static final int HUGE = Integer.MAX_VALUE;

    private static final Layer NO_LAYER = null;
    private static final Window NO_WINDOW = null;

    private static Arguments told(String sentence, ThrowingCallable attempt) {
        return arguments(sentence, attempt);
    }

    /** A network of one part, called {@code part}. */
    private static ThrowingCallable part(Layer layer) {
        return () -> network("n", IMAGE, layer.as("part"));
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                told(
                        "n/part: a window of 33 does not fit a side of 32; pad by at least 1, or use an input at "
                                + "least 1 larger here; the smallest square input is 33×33",
                        part(conv(8, 33))),
                told(
                        "n/part: a window of 40 does not fit a side of 32 padded by 2; pad by at least 4, or use an "
                                + "input at least 4 larger here; the smallest square input is 36×36",
                        part(conv(8, 5, 40).pad(2))),
                told(
                        "n/part: a window of 9 dilated by 8 (65 wide) does not fit a side of 32 padded by 1; pad by "
                                + "at least 17, or use an input at least 31 larger here; the smallest square input is 63×63",
                        part(conv(8, 9).dilation(8).pad(1))),
                told(
                        "n/part: rounding up puts the last window of 1 at 35, outside a side of 32; round down, or "
                                + "use a stride of at most 1",
                        part(new Pool(Pool.Kind.MAX, Window.of(1).stride(5).roundUp()))),
                told(
                        "n/part: rounding up puts the last window of 3 at 40, outside a side of 32 padded by 1; "
                                + "round down, or use a stride of at most 3",
                        part(maxPool(3).stride(20).pad(1).roundUp())),
                told(
                        "same() needs a window of odd width, got 4; say the padding with pad(…), or use an odd size",
                        () -> conv(8, 4).same()),
                told(
                        "same() needs a window of odd width, got 2; say the padding with pad(…), or use an odd size",
                        () -> maxPool(2).same()),
                told("the size of a window is at least 1, got 0", () -> conv(8, 0)),
                told("the size of a window is at least 1, got -1", () -> conv(8, 3, -1)),
                told(
                        "the stride of a window is at least 1, got 0",
                        () -> conv(8, 3).stride(0)),
                told(
                        "the padding of a window is at least 0, got -1",
                        () -> conv(8, 3).pad(-1)),
                told(
                        "the padding of a window is at least 0, got -2",
                        () -> conv(8, 3).pad(0, -2)),
                told(
                        "the dilation of a window is at least 1, got 0",
                        () -> conv(8, 3).dilation(0)),
                told("the size of a window is at least 1, got 0", () -> maxPool(0)),
                told("the size of a window is at least 1, got -2", () -> averagePool(-2)),
                told("the size of a window is at least 1, got 0", () -> subsample(0)),
                told(
                        "the stride of a window is at least 1, got -1",
                        () -> maxPool(3).stride(-1)),
                told(
                        "a pooling's padding must be smaller than its window, got padding 2 for a window of 2",
                        () -> maxPool(2).pad(2)),
                told(
                        "a pooling's window is not dilated, got a dilation of 2; use a larger window",
                        () -> new Pool(Pool.Kind.AVERAGE, Window.of(3).dilation(2))),
                told(
                        "a subsampling's window is not dilated, got a dilation of 2; use a larger window",
                        () -> new Subsample(Window.of(2).dilation(2))),
                told(
                        "a subsampling's padding must be smaller than its window, got padding 3 for a window of 2",
                        () -> new Subsample(Window.of(2).pad(3))),
                told(
                        "a subsampling's window rounds down, got one that rounds up; use a pooling for that",
                        () -> new Subsample(Window.of(2).roundUp())),
                told(
                        "a convolution's window rounds down, got one that rounds up; rounding up is for pooling",
                        () -> new Conv(8, Window.of(3).roundUp(), 1, true, Optional.empty())),
                told(
                        "n/part: a window has at most 2147483647 positions and zeros, got 4294967326 positions on a "
                                + "side of 32; use a larger stride or less padding",
                        part(conv(8, 1).pad(HUGE))),
                told(
                        "a window has at most 2147483647 positions and zeros, got 2305843005992468481 zeros at each "
                                + "end; use a smaller window or dilation",
                        () -> conv(8, HUGE).dilation(HUGE).same()));
    }

    static Stream<Arguments> primitives() {
        return Stream.of(
                told("a convolution needs at least one filter, got 0", () -> conv(0, 3)),
                told("a convolution needs at least one filter, got -4", () -> conv(-4, 3)),
                told(
                        "a convolution's groups must divide its filters, got 8 filters in 0 groups",
                        () -> conv(8, 3).groups(0)),
                told(
                        "a convolution's groups must divide its filters, got 8 filters in 3 groups",
                        () -> conv(8, 3).groups(3)),
                told(
                        "n/part: groups must divide the input's channels, got 2 groups for 3×32×32",
                        part(conv(8, 3).groups(2))),
                told(
                        "a connection table needs a column for each of the 16 filters, got 15 columns",
                        () -> conv(16, 5).wired(Wiring.full(6, 15))),
                told(
                        "n/part: the connection table reads input map 5, counted from 0, got an input of 3×32×32 "
                                + "with 3 maps",
                        part(conv(16, 5).wired(Wiring.full(6, 16)))),
                told(
                        "a convolution has a connection table or groups, got both (2 groups); write the groups into "
                                + "the table",
                        () -> conv(16, 5).groups(2).wired(Wiring.full(6, 16))),
                told("a connection table needs a column for each output map, got none", () -> new Wiring(List.of())),
                told(
                        "output map 1 reads no input map; connect it to one, or drop its column",
                        () -> new Wiring(List.of(List.of(0), List.of()))),
                told(
                        "output map 0 must read each input map at most once, counted from 0, got [0, 0]",
                        () -> new Wiring(List.of(List.of(0, 0)))),
                told(
                        "output map 0 must read each input map at most once, counted from 0, got [-1]",
                        () -> new Wiring(List.of(List.of(-1)))),
                told(
                        "a connection table joins at least one input map to one output map, got 0 and 4",
                        () -> Wiring.full(0, 4)),
                told(
                        "a connection table joins at least one input map to one output map, got 4 and -1",
                        () -> Wiring.full(4, -1)),
                told(
                        "the connection table has the output maps 0 to 15, got 16",
                        () -> Wiring.full(6, 16).connect(0, 16)),
                told(
                        "the connection table has the output maps 0 to 15, got -1",
                        () -> Wiring.full(6, 16).disconnect(0, -1)),
                told("a dense layer needs at least one unit, got 0", () -> dense(0)),
                told(
                        "n/part: a dense layer reads a vector, got 3×32×32; put flatten() or globalPool() before it",
                        part(dense(10))),
                told(
                        "n/part/rbf: a layer of radial basis units reads a vector, got 4×30×30; put flatten() or "
                                + "globalPool() before it",
                        part(conv(4, 3).then(rbf(List.of(List.of(1, -1)))))),
                told(
                        "n/part/rbf: the centres have 2 numbers, got an input of 3; give the layer before it 2 units",
                        part(sequence(flatten(), dense(3), rbf(List.of(List.of(1, -1)))))),
                told("radial basis units need a centre of at least one number, got none", () -> rbf(List.of())),
                told(
                        "the centres of radial basis units must be equally long, got 2 and 1 numbers",
                        () -> rbf(List.of(List.of(1, -1), List.of(1)))),
                told("n/part: a slice of maps 1 to 4 needs 4 channels, got 3×32×32", part(slice(1, 4))),
                told("a slice is from a map to a later one, got 2 to 2", () -> slice(2, 2)),
                told("a slice is from a map to a later one, got -1 to 2", () -> slice(-1, 2)),
                told("a shuffle needs at least one group, got 0", () -> shuffle(0)),
                told("n/part: a shuffle's groups must divide the channels, got 2 groups for 3×32×32", part(shuffle(2))),
                told("padding makes at least one channel, got 0", () -> padChannels(0)),
                told(
                        "n/part: padding to 2 channels cannot drop any, got 3×32×32; use slice(0, 2) for that",
                        part(padChannels(2))),
                told("a dropout's rate is from 0 to below 1, got 1.0", () -> dropout(1)),
                told("a dropout's rate is from 0 to below 1, got -0.1", () -> dropout(-0.1)),
                told("a dropout's rate is from 0 to below 1, got NaN", () -> dropout(Double.NaN)),
                told("a batch norm's epsilon is positive, got 0.0; libraries use 1e-5", () -> new BatchNorm(0)),
                told(
                        "a batch norm's epsilon is positive, got Infinity; libraries use 1e-5",
                        () -> new BatchNorm(Double.POSITIVE_INFINITY)),
                told(
                        "a local response norm reads an odd number of maps, got 4",
                        () -> new LocalResponseNorm(4, 2, 1e-4, 0.75)),
                told(
                        "a local response norm reads an odd number of maps, got -1",
                        () -> new LocalResponseNorm(-1, 2, 1e-4, 0.75)),
                told(
                        "a local response norm needs k > 0, alpha ≥ 0 and a beta, got 0.0, 1.0E-4 and 0.75; AlexNet "
                                + "has 2, 1e-4 and 0.75",
                        () -> new LocalResponseNorm(5, 0, 1e-4, 0.75)),
                told(
                        "a local response norm needs k > 0, alpha ≥ 0 and a beta, got 2.0, NaN and 0.75; AlexNet has "
                                + "2, 1e-4 and 0.75",
                        () -> new LocalResponseNorm(5, 2, Double.NaN, 0.75)));
    }

    static Stream<Arguments> arrangements() {
        return Stream.of(
                told("a concat needs at least one branch, got none", () -> concat()),
                told("a sum needs at least one branch, got none", () -> sum()),
                told(
                        "n/part: branches of a concat must agree in height and width, got 4×30×30 and 4×32×32; give "
                                + "both the same stride and padding",
                        part(concat(conv(4, 3), conv(4, 3).same()))),
                told(
                        "n/part: branches of a concat must agree in height and width, got 4×16×16 and 3×32×32; give "
                                + "part/conv a stride of 1, or the larger branch a stride of 2",
                        part(concat(conv(4, 1).stride(2), identity()))),
                told(
                        "n/part: branches of a sum must agree in shape, got 8×32×32 and 3×32×32; project the "
                                + "shortcut with conv(8, 1)",
                        part(sum(conv(8, 3).same(), identity()))),
                told(
                        "n/part: branches of a sum must agree in shape, got 3×32×32 and 8×16×16; project the "
                                + "shortcut with conv(8, 1).stride(2)",
                        part(sum(identity(), conv(8, 3).stride(2).pad(1)))),
                told(
                        "n/part: branches of a sum must agree in shape, got 3×30×30 and 3×32×32; give both the same "
                                + "stride and padding",
                        part(sum(conv(3, 3), identity()))),
                told(
                        "n/part: branches of a sum must agree in shape, got 3×32×30 and 3×32×32 and 6×32×32; give "
                                + "both the same stride and padding",
                        part(sum(conv(3, 1, 3), identity(), conv(6, 1)))),
                told(
                        "n/part: a concat of 2147483648 channels is beyond 2147483647; use fewer filters",
                        part(concat(conv(HUGE, 1), conv(1, 1)))),
                told(
                        "n/part: the gate of a scale must give one number a map, 3×1×1 for an input of 3×32×32, got "
                                + "4×1×1; end it in dense(3)",
                        part(scale(sequence(globalPool(), dense(4))))),
                told(
                        "n/part: the gate of a scale must give one number a map, 3×1×1 for an input of 3×32×32, got "
                                + "3×32×32; end it in dense(3)",
                        part(scale(conv(3, 1)))),
                told(
                        "a layer's name is one segment of a path, not empty and without /, got \"\"",
                        () -> conv(8, 3).as("")),
                told(
                        "a layer's name is one segment of a path, not empty and without /, got \" \"",
                        () -> conv(8, 3).as(" ")),
                told(
                        "a layer's name is one segment of a path, not empty and without /, got \"conv/1\"",
                        () -> conv(8, 3).as("conv/1")),
                told(
                        "n: two parts are named 3×3; names are paths, so give each its own",
                        () -> network(
                                "n", IMAGE, conv(8, 3).as("3×3"), conv(8, 3).as("3×3"))),
                told(
                        "n/part: two parts are named 3×3; names are paths, so give each its own",
                        part(concat(conv(8, 3).as("3×3"), conv(8, 3).as("3×3")))),
                told("a network needs a name, got an empty one", () -> network("", IMAGE, conv(8, 3))),
                told("a shape needs positive channels, height and width, got 3×0×32", () -> Shape.of(3, 0, 32)),
                told("a shape needs positive channels, height and width, got -3×32×32", () -> Shape.of(-3, 32, 32)),
                told("a shape needs positive channels, height and width, got 0×1×1", () -> Shape.vector(0)),
                told(
                        "n/3×3: a window of 3 does not fit a side of 2; pad by at least 1, or use an input at least "
                                + "1 larger here; the smallest square input is 3×3",
                        () -> network("n", Shape.of(1, 8, 8), conv(8, 3).as("3×3"))
                                .over(Shape.of(1, 2, 8))));
    }

    static Stream<Arguments> heads() {
        var trunk = network("n", IMAGE, conv(8, 3).as("conv1"), globalPool(), dense(10));
        var body = sequence(globalPool(), dense(10));
        return Stream.of(
                told(
                        "n: the head aux reads a part conv2, which there is not; hang it after a part of the "
                                + "network, such as conv1, globalpool, dense",
                        () -> trunk.head(new Head("aux", "conv2", body, 0.3))),
                told(
                        "n/aux/dense: a dense layer reads a vector, got 8×30×30; put flatten() or globalPool() before it",
                        () -> trunk.head(new Head("aux", "conv1", dense(10), 0.3))),
                told(
                        "the loss of the head aux is multiplied by a positive number, got 0.0; the paper has 0.3",
                        () -> new Head("aux", "conv1", body, 0)),
                told(
                        "the loss of the head aux is multiplied by a positive number, got NaN; the paper has 0.3",
                        () -> new Head("aux", "conv1", body, Double.NaN)),
                told(
                        "the loss of the head aux is multiplied by a positive number, got Infinity; the paper has 0.3",
                        () -> new Head("aux", "conv1", body, Double.POSITIVE_INFINITY)),
                told(
                        "a head's name is one segment of a path, not empty and without /, got \" \"",
                        () -> new Head(" ", "conv1", body, 0.3)),
                told(
                        "a head's name is one segment of a path, not empty and without /, got \"aux/1\"",
                        () -> new Head("aux/1", "conv1", body, 0.3)),
                told(
                        "n: a head and another part are both named conv1; names are paths, so give each its own",
                        () -> trunk.head(new Head("conv1", "conv1", body, 0.3))),
                told(
                        "n: a head and another part are both named aux; names are paths, so give each its own",
                        () -> trunk.head(new Head("aux", "conv1", body, 0.3))
                                .head(new Head("aux", "conv1", body, 0.3))));
    }

    static Stream<Arguments> nothings() {
        return Stream.of(
                told(
                        "n: a layer of a sequence is expected, got null as number 2 of 2",
                        () -> network("n", IMAGE, conv(8, 3), null)),
                told(
                        "n: a list of which each is a layer of a sequence is expected, got null",
                        () -> network("n", IMAGE, (Layer[]) null)),
                told("a network's name is expected, got null", () -> network(null, IMAGE, conv(8, 3))),
                told("the shape of an image of n is expected, got null", () -> network("n", null, conv(8, 3))),
                told(
                        "the body of n is expected, got null",
                        () -> new Network("n", IMAGE, null, List.of(), Optional.empty())),
                told(
                        "a head of n is expected, got null as number 1 of 1",
                        () -> new Network("n", IMAGE, flatten(), Arrays.asList((Head) null), Optional.empty())),
                told(
                        "the source of n, or Optional.empty(), is expected, got null",
                        () -> new Network("n", IMAGE, flatten(), List.of(), null)),
                told(
                        "the source of n is expected, got null",
                        () -> network("n", IMAGE).from(null)),
                told(
                        "the shape of an image of n is expected, got null",
                        () -> network("n", IMAGE).over(null)),
                told(
                        "a head of n is expected, got null as number 1 of 1",
                        () -> network("n", IMAGE).head(null)),
                told("a layer of a sequence is expected, got null as number 2 of 2", () -> sequence(conv(8, 3), null)),
                told(
                        "a list of which each is a layer of a sequence is expected, got null",
                        () -> sequence((List<Layer>) null)),
                told(
                        "a layer of a sequence is expected, got null as number 2 of 2",
                        () -> new Sequence(Arrays.asList(conv(8, 3), null))),
                told("a concat's branch is expected, got null as number 1 of 2", () -> concat(null, conv(8, 3))),
                told("a list of which each is a concat's branch is expected, got null", () -> new Concat(null)),
                told("a sum's branch is expected, got null as number 2 of 2", () -> sum(identity(), null)),
                told("a sum's branch is expected, got null as number 1 of 1", () -> new Sum(Arrays.asList(NO_LAYER))),
                told("a scale's gate is expected, got null", () -> scale(null)),
                told("a scale's gate is expected, got null", () -> new Scale(null)),
                told("a layer's name is expected, got null", () -> conv(8, 3).as(null)),
                told("the layer that is named conv1 is expected, got null", () -> new Named("conv1", null)),
                told(
                        "a layer of a sequence is expected, got null as number 2 of 2",
                        () -> conv(8, 3).then(null)),
                told(
                        "a convolution's connection table is expected, got null",
                        () -> conv(8, 3).wired(null)),
                told(
                        "a convolution's window is expected, got null",
                        () -> new Conv(8, NO_WINDOW, 1, true, Optional.empty())),
                told(
                        "a convolution's connection table, or Optional.empty(), is expected, got null",
                        () -> new Conv(8, Window.of(3), 1, true, null)),
                told(
                        "what a pooling takes, Pool.Kind.MAX or AVERAGE, is expected, got null",
                        () -> new Pool(null, Window.of(2))),
                told("a pooling's window is expected, got null", () -> new Pool(Pool.Kind.MAX, NO_WINDOW)),
                told("a subsampling's window is expected, got null", () -> new Subsample(NO_WINDOW)),
                told(
                        "a window's vertical direction is expected, got null",
                        () -> new Window(null, new Axis(3, 1, 0, 1), Rounding.DOWN)),
                told(
                        "a window's rounding, Rounding.DOWN or UP, is expected, got null",
                        () -> new Window(new Axis(3, 1, 0, 1), new Axis(3, 1, 0, 1), null)),
                told(
                        "a list of which each is a column of a connection table is expected, got null",
                        () -> new Wiring(null)),
                told(
                        "a column of a connection table is expected, got null as number 2 of 2",
                        () -> new Wiring(Arrays.asList(List.of(0), null))),
                told(
                        "an input map's number is expected, got null as number 2 of 2",
                        () -> new Wiring(List.of(Arrays.asList(0, null)))),
                told("a list of which each is a centre of radial basis units is expected, got null", () -> rbf(null)),
                told(
                        "a number of a centre is expected, got null as number 2 of 2",
                        () -> rbf(List.of(Arrays.asList(1, null)))),
                told("a head's name is expected, got null", () -> new Head(null, "conv1", flatten(), 0.3)),
                told(
                        "the path of the part that the head aux reads is expected, got null",
                        () -> new Head("aux", null, flatten(), 0.3)),
                told("the body of the head aux is expected, got null", () -> new Head("aux", "conv1", null, 0.3)),
                told("the name of a source's authors is expected, got null", () -> new Source(null, 1998, "", "")));
    }

    static Stream<Arguments> papers() {
        return Stream.of(
                told("a task sorts images into at least one class, got 0", () -> Task.IMAGENET.into(0)),
                told("a task sorts images into at least one class, got -1", () -> LeNet5.TASK.into(-1)),
                told("the shape of a task's images is expected, got null", () -> new Task(null, 10)),
                told("a shape needs positive channels, height and width, got 3×0×0", () -> Task.IMAGENET.at(0)),
                told(
                        "the paper's LeNet-5 has bitmap codes for 10 digits, got 11 classes; use the modern one",
                        () -> LeNet5.paper(LeNet5.TASK.into(11))),
                told("a ResNet has 18, 34, 50, 101 or 152 layers, got 49", () -> ResNet.paper(49)),
                told(
                        "a convolution's groups must divide its filters, got 64 filters in 3 groups",
                        () -> ResNet.paper(50).with(3, 64).network()),
                told(
                        "a width multiplier is above 0 and at most 100, got 0.0; the papers have 0.25 to 2",
                        () -> MobileNet.width(0, Task.IMAGENET)),
                told(
                        "a width multiplier is above 0 and at most 100, got -1.0; the papers have 0.25 to 2",
                        () -> MobileNetV2.width(-1, Task.IMAGENET)),
                told(
                        "a width multiplier is above 0 and at most 100, got NaN; the papers have 0.25 to 2",
                        () -> MobileNetV2.width(Double.NaN, Task.IMAGENET)),
                told(
                        "a width multiplier is above 0 and at most 100, got 101.0; the papers have 0.25 to 2",
                        () -> MobileNetV3.small(101, Task.IMAGENET)),
                told(
                        "a width multiplier is above 0 and at most 100, got Infinity; the papers have 0.25 to 2",
                        () -> MnasNet.b1(Double.POSITIVE_INFINITY, Task.IMAGENET)),
                told(
                        "a width multiplier is above 0 and at most 100, got -0.5; the papers have 0.25 to 2",
                        () -> new ShuffleNet(3, -0.5).network()),
                told(
                        "a width multiplier of 0.04 leaves none of 24 filters; use at least 1/24",
                        () -> new ShuffleNet(3, 0.04).network()),
                told(
                        "a width multiplier of 0.01 leaves none of 32 filters; use at least 1/32",
                        () -> MobileNet.width(0.01, Task.IMAGENET)),
                told(
                        "the id of a network is expected, got \"\"; ./layerwise zoo lists all "
                                + Zoo.entries().size(),
                        () -> Zoo.network("")),
                told("the id of a network is expected, got null", () -> Zoo.network(null)),
                told(
                        "a task for lenet5 is expected, got null",
                        () -> Zoo.entry("lenet5").network(null)),
                told(
                        "VGG-16 (D)/pool5: a window of 2 does not fit a side of 1; pad by at least 1, or use an "
                                + "input at least 1 larger here; the smallest square input is 32×32",
                        () -> Zoo.entry("vgg-16").network(Task.of(3, 28, 10))),
                told(
                        "VGG-16 (D)/pool5: a window of 2 does not fit a side of 1; pad by at least 1, or use an "
                                + "input at least 1 larger here; the smallest square input is 32×32",
                        () -> Zoo.entry("vgg-16").network(new Task(Shape.of(3, 31, 224), 10))),
                told(
                        "VGG-16 (D)/pool5: a window of 2 does not fit a side of 1; pad by at least 1, or use an "
                                + "input at least 1 larger here; the smallest square input is 32×32",
                        () -> Zoo.entry("vgg-16").network(new Task(Shape.of(3, 224, 20), 10))),
                told(
                        "LeNet-5/C5/conv: a window of 5 does not fit a side of 4; pad by at least 1, or use an input "
                                + "at least 1 larger here; the smallest square input is 32×32",
                        () -> Zoo.entry("lenet5").network(Task.MNIST)),
                told(
                        "AlexNet/pool2: a window of 3 does not fit a side of 2; pad by at least 1, or use an input "
                                + "at least 1 larger here; the smallest square input is 67×67",
                        () -> Zoo.entry("alexnet").network(Task.IMAGENET.at(32))),
                told(
                        "GoogLeNet/pool4: a window of 3 does not fit a side of 2; pad by at least 1, or use an input "
                                + "at least 1 larger here; the smallest square input is 79×79",
                        () -> Zoo.entry("googlenet").network(Task.IMAGENET.at(32))));
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                told(
                        "a count of 2147483647·2147483647·2147483647 is beyond 2⁶³ − 1; use a smaller input or fewer "
                                + "units",
                        () -> Shape.of(HUGE, HUGE, HUGE)),
                told(
                        "n/flatten: flattening 4×65536×65536 makes a vector of 17179869184 units, more than "
                                + "2147483647; use a smaller input or pool first",
                        () -> network(
                                "n",
                                Shape.of(4, 65536, 65536),
                                flatten(),
                                dense(1_000_000_000).as("fc"))),
                told(
                        "n/fc3: a count of 9223372032559808512 + 4611686016279904256 is beyond 2⁶³ − 1; use a "
                                + "smaller input or fewer units",
                        () -> network(
                                "n",
                                Shape.of(HUGE, 1, 1),
                                dense(HUGE).as("fc1"),
                                dense(HUGE).as("fc2"),
                                dense(HUGE).as("fc3"))),
                told(
                        "n/conv1: a count of 4611686014132420609·9 is beyond 2⁶³ − 1; use a smaller input or fewer units",
                        () -> network("n", Shape.of(HUGE, 3, 3), conv(HUGE, 3).as("conv1"))),
                told(
                        "a count of 8·2147483647·2147483647 is beyond 2⁶³ − 1; use a smaller input or fewer units",
                        () -> network("n", Shape.of(8, HUGE, HUGE), conv(1, 1).as("conv1"))),
                told(
                        "n/pool1: a count of 9·4611686014132420609 is beyond 2⁶³ − 1; use a smaller input or fewer units",
                        () -> network(
                                "n",
                                Shape.of(1, HUGE, HUGE),
                                maxPool(3).stride(1).pad(1).as("pool1"))),
                told(
                        "n/relu2: a count of 9223372028264841218 + 4611686014132420609 is beyond 2⁶³ − 1; use a "
                                + "smaller input or fewer units",
                        () -> network(
                                "n",
                                Shape.of(1, HUGE, HUGE),
                                identity().relu().as("relu1"),
                                identity().relu().as("relu2"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"windows", "primitives", "arrangements", "heads", "nothings", "papers", "counts"})
    void whatCannotBeIsRefusedInASentence(String sentence, ThrowingCallable attempt) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessage(sentence);
    }

    @Test
    void whatCanBeIsNotRefused() {
        assertThat(Layers.sequence(List.of())).isEqualTo(identity());
        assertThat(network("n", IMAGE).output()).isEqualTo(IMAGE);
        assertThat(Zoo.entry("vgg-16").network(new Task(Shape.of(1, 32, 47), 1)).output())
                .isEqualTo(Shape.vector(1));
    }
}
