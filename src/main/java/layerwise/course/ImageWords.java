package layerwise.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import layerwise.analysis.UnitField;
import layerwise.analysis.Xray;
import layerwise.data.Augmentation;
import layerwise.data.Convolution;
import layerwise.data.Crop;
import layerwise.data.Distortion;
import layerwise.data.Filter;
import layerwise.data.Flower;
import layerwise.data.Looks;
import layerwise.data.Pagoda;
import layerwise.data.PictureFile;
import layerwise.data.Planes;
import layerwise.data.Slide;
import layerwise.engine.Weights;
import layerwise.layers.Conv;
import layerwise.layers.Given;
import layerwise.layers.Pool;
import layerwise.layers.Shape;
import layerwise.layers.Subsample;
import layerwise.layers.Window;
import layerwise.network.Network;
import layerwise.train.Classifier;
import layerwise.train.Insight;
import layerwise.train.Run;
import layerwise.view.Convolved;
import layerwise.view.FeatureMaps;
import layerwise.view.FilterGrid;
import layerwise.view.ImageStrip;
import layerwise.view.Lens;
import layerwise.view.StackDrawing;
import layerwise.view.StepDrawing;
import layerwise.view.XrayDrawing;
import layerwise.zoo.Zoo;

/** The words of the course about pictures: what filters, windows and layers see of them. */
public final class ImageWords {
    private static final int SIDE = 160;
    private static final int MAPS = 64;
    private static final int TRIALS = 2;
    private static final long SEED = 1;

    private ImageWords() {}

    /** {@return a drawn pagoda, 3×160×160, full of upright and level lines} */
    public static Planes pagoda() {
        return pagoda(SIDE, SIDE);
    }

    /** {@return a drawn pagoda of this size} */
    public static Planes pagoda(int height, int width) {
        return Pagoda.draw(height, width);
    }

    /** {@return a drawn flower, 3×160×160, round and colourful} */
    public static Planes flower() {
        return flower(SIDE, SIDE);
    }

    /** {@return a drawn flower of this size} */
    public static Planes flower(int height, int width) {
        return Flower.draw(height, width);
    }

    /**
     * {@return one's own picture}
     *
     * @throws IOException if there is no such file, or it is no picture
     */
    public static Planes picture(Path file) throws IOException {
        return PictureFile.read(file);
    }

    /**
     * {@return one's own picture}
     *
     * @throws IOException if there is no such file, or it is no picture
     */
    public static Planes picture(String file) throws IOException {
        return picture(Path.of(Given.value(file, "the file of a picture")));
    }

    /** {@return rows of numbers as a picture of one channel} */
    public static Planes matrix(double[]... rows) {
        return Planes.matrix(rows);
    }

    /** {@return side × side digits from 0 to 9, the same each time} */
    public static Planes digits(int side) {
        var random = new SplittableRandom(SIDE);
        var rows = new double[Math.max(0, side)][Math.max(0, side)];
        for (double[] row : rows) {
            java.util.Arrays.setAll(row, column -> random.nextInt(10));
        }
        return Planes.matrix(rows);
    }

    /** {@return what {@code filter} makes of {@code picture}, padded so that its size stays} */
    public static Convolved convolve(Planes picture, Filter filter) {
        var shape = Given.value(filter, "a filter").shape();
        return convolve(
                picture, filter, Window.of(shape.height(), shape.width()).same());
    }

    /** {@return what {@code filter} makes of {@code picture}, moving as {@code window} does} */
    public static Convolved convolve(Planes picture, Filter filter, Window window) {
        return new Convolved(picture, filter, Convolution.of(picture, filter, Given.value(window, "a window")));
    }

    /**
     * {@return what {@code filter} makes of {@code picture}, moving as the window of {@code conv} does}
     *
     * @throws IllegalArgumentException if {@code conv} has more filters than the one that is given
     */
    public static Convolved convolve(Planes picture, Filter filter, Conv conv) {
        if (Given.value(conv, "a convolution").filters() != 1) {
            throw new IllegalArgumentException(
                    "convolve: expected a convolution of 1 filter, the one that is given, got " + conv.filters()
                            + " filters; write conv(1, …), and convolve once for each filter");
        }
        return convolve(picture, filter, conv.window());
    }

    /** {@return a convolution with this filter stepped through, a position a second} */
    public static StepDrawing steps(Conv conv, Filter filter, Planes matrix) {
        return new StepDrawing(Slide.of(conv, filter, matrix));
    }

    /** {@return a convolution stepped through with a filter for vertical lines} */
    public static StepDrawing steps(Conv conv, Planes matrix) {
        return steps(
                conv,
                Filter.vertical(Given.value(conv, "a convolution to step through")
                        .window()
                        .rows()
                        .size()),
                matrix);
    }

    /** {@return a pooling stepped through, a position a second} */
    public static StepDrawing steps(Pool pool, Planes matrix) {
        return new StepDrawing(Slide.of(pool, matrix));
    }

    /** {@return LeNet-5's subsampling stepped through with a coefficient of 1 / the window's area, and no bias} */
    public static StepDrawing steps(Subsample subsample, Planes matrix) {
        return steps(
                subsample,
                1.0
                        / Given.value(subsample, "a subsampling to step through")
                                .window()
                                .area(),
                0,
                matrix);
    }

    /** {@return LeNet-5's subsampling stepped through with this coefficient and bias} */
    public static StepDrawing steps(Subsample subsample, double weight, double bias, Planes matrix) {
        return new StepDrawing(Slide.of(subsample, weight, bias, matrix));
    }

    /** {@return a convolution stepped through with this filter over rows of numbers} */
    public static StepDrawing steps(Conv conv, Filter filter, double[]... rows) {
        return steps(conv, filter, matrix(rows));
    }

    /** {@return a convolution stepped through with a filter for vertical lines over rows of numbers} */
    public static StepDrawing steps(Conv conv, double[]... rows) {
        return steps(conv, matrix(rows));
    }

    /** {@return a pooling stepped through over rows of numbers} */
    public static StepDrawing steps(Pool pool, double[]... rows) {
        return steps(pool, matrix(rows));
    }

    /**
     * {@return what {@code filter} makes of {@code picture} when the engine's convolution does it: the same numbers}
     *
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Planes byEngine(Planes picture, Filter filter, Conv conv) {
        var layer = new Conv(1, Given.value(conv, "a convolution").window(), 1, false, Optional.empty());
        var network = Network.network(
                "by the engine", Given.value(picture, "a picture").shape(), layer);
        var weights = Given.value(filter, "a filter").weights(picture.shape().channels());
        return Insight.maps(network, new Weights(Map.of("conv/weight", weights)), "conv", picture);
    }

    /**
     * {@return inputs of side × side that training would make of a picture, each distorted anew}
     *
     * @throws IllegalArgumentException if none is asked for, or the picture is larger and no distortion cuts it
     */
    public static ImageStrip looks(Planes picture, int side, int count, Distortion... distortions) {
        if (count < 1) {
            throw new IllegalArgumentException("looks: expected to show at least 1, got " + count + "; ask for more");
        }
        var input = Shape.of(Given.value(picture, "a picture").shape().channels(), side, side);
        var looks = Looks.distorted(picture, input, Augmentation.of(distortions), count, SEED);
        return ImageStrip.of(
                looks, IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList());
    }

    /** {@return what a trained network is asked about: boxes of a picture, with the row and column where each begins} */
    public static ImageStrip looks(Planes picture, List<Crop> crops) {
        Given.value(picture, "a picture");
        var boxes = Given.all(crops, "a crop");
        return ImageStrip.of(
                boxes.stream().map(crop -> Looks.cut(picture, crop)).toList(),
                boxes.stream()
                        .map(crop -> crop.y() + ", " + crop.x() + (crop.flipped() ? " mirrored" : ""))
                        .toList());
    }

    /** {@return the maps that a part of a trained network writes for a picture} */
    public static FeatureMaps featureMaps(Run run, String path, Planes picture) {
        return featureMaps(Given.value(run, "a run").classifier(), path, picture);
    }

    /** {@return the maps that a part of a trained network writes for a picture} */
    public static FeatureMaps featureMaps(Classifier classifier, String path, Planes picture) {
        tell(picture, Given.value(classifier, "a classifier").network());
        return FeatureMaps.of(Insight.maps(classifier, path, picture));
    }

    /** {@return the maps that a part writes for a picture before any training} */
    public static FeatureMaps featureMaps(Network network, String path, Planes picture) {
        tell(picture, network);
        return FeatureMaps.of(Insight.maps(network, path, picture, SEED));
    }

    /** {@return the maps that a part writes for a picture with these weights} */
    public static FeatureMaps featureMaps(Network network, Weights weights, String path, Planes picture) {
        tell(picture, network);
        return FeatureMaps.of(Insight.maps(network, weights, path, picture));
    }

    /** {@return the maps that a part of the network with this id writes for a picture with these weights} */
    public static FeatureMaps featureMaps(String id, Weights weights, String path, Planes picture) {
        return featureMaps(Zoo.network(id), weights, path, picture);
    }

    /** {@return the maps that a part of the network with this id writes for a picture before any training} */
    public static FeatureMaps featureMaps(String id, String path, Planes picture) {
        return featureMaps(Zoo.network(id), path, picture);
    }

    /** A picture of another size or with other colours than the input is made to fit, and the reader told so. */
    private static void tell(Planes picture, Network network) {
        var given = Given.value(picture, "a picture").shape();
        var input = Given.value(network, "a network").input();
        if (!given.equals(input)) {
            System.out.println(picture.name() + ": its " + given + " is read as " + input
                    + (input.channels() < given.channels() ? ", in grey" : "")
                    + ", as " + network.name() + " reads pictures");
        }
    }

    /** {@return the filters that a convolution has learned} */
    public static FilterGrid filters(Run run, String path) {
        return filters(Given.value(run, "a run").classifier(), path);
    }

    /** {@return the filters that a convolution has learned} */
    public static FilterGrid filters(Classifier classifier, String path) {
        return new FilterGrid(Insight.filters(classifier, path));
    }

    /** {@return the filters that training would start from} */
    public static FilterGrid filters(Network network, String path) {
        return new FilterGrid(Insight.filters(network, path, SEED));
    }

    /** {@return the filters that training of the network with this id would start from} */
    public static FilterGrid filters(String id, String path) {
        return filters(Zoo.network(id), path);
    }

    /** {@return what the unit in the middle of a part sees of a picture, computed and measured} */
    public static Lens lens(Network network, String path, Planes picture) {
        return lens(UnitField.of(network, path), network, picture);
    }

    /** {@return what the unit at this row and column, from 0, sees of a picture, computed and measured} */
    public static Lens lens(Network network, String path, int row, int column, Planes picture) {
        return lens(UnitField.of(network, path, row, column), network, picture);
    }

    /** {@return what the middle unit of a part of the network with this id sees of a picture} */
    public static Lens lens(String id, String path, Planes picture) {
        return lens(Zoo.network(id), path, picture);
    }

    /** {@return what a unit of a part of the network with this id sees of a picture} */
    public static Lens lens(String id, String path, int row, int column, Planes picture) {
        return lens(Zoo.network(id), path, row, column, picture);
    }

    private static Lens lens(UnitField field, Network network, Planes picture) {
        tell(picture, network);
        var fitted = Given.value(picture, "a picture").fitting(network.input());
        var effect = Insight.effect(network, field.path(), field.row(), field.column(), TRIALS, SEED);
        return new Lens(fitted, field, Optional.of(effect));
    }

    /** {@return what a unit sees of a picture as it is computed; no engine is needed} */
    public static Lens field(Network network, String path, Planes picture) {
        var field = UnitField.of(network, path);
        tell(picture, network);
        return new Lens(Given.value(picture, "a picture").fitting(network.input()), field, Optional.empty());
    }

    /** {@return what a unit of the network with this id sees of a picture as it is computed; no engine is needed} */
    public static Lens field(String id, String path, Planes picture) {
        return field(Zoo.network(id), path, picture);
    }

    /** {@return one, two and three 3×3 on each other, over 64 maps, against one window that sees as much} */
    public static StackDrawing stacks() {
        return stacks(MAPS);
    }

    /** {@return one, two and three 3×3 on each other, over this number of maps} */
    public static StackDrawing stacks(int maps) {
        return StackDrawing.of(maps);
    }

    /** {@return where parameters, multiply-accumulates and maps of each module with branches lie; naive above reduced} */
    public static XrayDrawing xray(Network network) {
        return XrayDrawing.of(network);
    }

    /** {@return the modules of the network with this id, branch by branch} */
    public static XrayDrawing xray(String id) {
        return xray(Zoo.network(id));
    }

    /** {@return the modules of two networks, branch by branch, the first above the second} */
    public static XrayDrawing xray(Network naive, Network reduced) {
        return new XrayDrawing(Xray.of(naive, reduced));
    }

    /** {@return the modules of the networks with these ids, branch by branch} */
    public static XrayDrawing xray(String naive, String reduced) {
        return xray(Zoo.network(naive), Zoo.network(reduced));
    }
}
