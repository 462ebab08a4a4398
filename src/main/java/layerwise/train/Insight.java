package layerwise.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import layerwise.data.Planes;
import layerwise.data.Preparation;
import layerwise.engine.Glance;
import layerwise.engine.Weights;
import layerwise.layers.Conv;
import layerwise.layers.Given;
import layerwise.layers.Parameter;
import layerwise.layers.Shape;
import layerwise.layers.Step;
import layerwise.network.Network;

/** What single layers of a network make of a picture, with learned weights or with those that training would start from. */
public final class Insight {
    private static final int MOST_TRIALS = 100;

    private Insight() {}

    /**
     * {@return the maps that a part of a trained network writes for a picture, which is fitted to its input}
     *
     * @throws IllegalArgumentException if there is no such part, or the picture has other channels
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Planes maps(Classifier classifier, String path, Planes picture) {
        Given.value(classifier, "a trained network");
        return maps(classifier.network(), classifier.weights(), classifier.preparation(), path, picture);
    }

    /**
     * {@return the maps that a part writes for a picture, with the weights that training would start from}
     *
     * @throws IllegalArgumentException if there is no such part, or the picture has other channels
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Planes maps(Network network, String path, Planes picture, long seed) {
        Given.value(network, "a network");
        var weights = InitialWeights.of(
                network, Glance.parameters(network, network.node(path)).keySet(), Recipe.of(network), seed);
        return maps(network, weights, Preparation.standard(network.input()), path, picture);
    }

    /**
     * {@return the maps that a part writes for a picture, with these weights}
     *
     * @throws IllegalArgumentException if there is no such part, a weight is missing, or the picture has other channels
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Planes maps(Network network, Weights weights, String path, Planes picture) {
        Given.value(network, "a network");
        Given.value(weights, "the weights of " + network.name());
        return maps(network, weights, Preparation.standard(network.input()), path, picture);
    }

    private static Planes maps(Network network, Weights weights, Preparation preparation, String path, Planes picture) {
        int node = network.node(path);
        float[] image =
                Given.value(picture, "a picture").fitting(network.input()).values();
        for (int i = 0; i < image.length; i++) {
            image[i] = preparation.low() + image[i] * (preparation.high() - preparation.low());
        }
        try (var glance = new Glance(network, node)) {
            glance.take(weights);
            return Planes.of(network.name() + "/" + path, network.graph().shape(node), glance.answer(image));
        }
    }

    /**
     * The weights of a convolution.
     *
     * @param path where it stands
     * @param each channels × height × width of one filter
     * @param weights one filter after another
     */
    public record Filters(String path, Shape each, float[] weights) {

        /** {@return how many there are} */
        public int count() {
            return (int) (weights.length / each.size());
        }

        /** {@return one of them, from 0, channels × height × width} */
        public Planes filter(int number) {
            int size = (int) each.size();
            return Planes.of(
                    path + " " + number, each, Arrays.copyOfRange(weights, number * size, (number + 1) * size));
        }
    }

    /**
     * {@return the filters that a convolution has learned}
     *
     * @param path of the convolution, or of the part whose first one is meant
     * @throws IllegalArgumentException if no convolution stands there
     */
    public static Filters filters(Classifier classifier, String path) {
        Given.value(classifier, "a trained network");
        var step = convolution(classifier.network(), path);
        return filters(step, classifier.weights());
    }

    /**
     * {@return the filters that training would start from}
     *
     * @throws IllegalArgumentException if no convolution stands there
     */
    public static Filters filters(Network network, String path, long seed) {
        var step = convolution(Given.value(network, "a network"), path);
        int node = network.node(step.path());
        return filters(
                step,
                InitialWeights.of(network, Glance.parameters(network, node).keySet(), Recipe.of(network), seed));
    }

    private static Filters filters(Step step, Weights weights) {
        var weight = step.layer().parameters(step.input()).get(0);
        var sides = weight.sides();
        return new Filters(
                step.path(),
                Shape.of(sides.get(1), sides.get(2), sides.get(3)),
                weights.values().get(Weights.name(step, weight)));
    }

    private static Step convolution(Network network, String path) {
        network.node(path); // or names the nearest
        return network.steps().stream()
                .filter(step -> step.layer() instanceof Conv)
                .filter(step -> (step.path() + "/").startsWith(path + "/"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(network.name() + "/" + path
                        + ": expected a convolution, whose filters can be looked at, got none; its first is "
                        + network.steps().stream()
                                .filter(step -> step.layer() instanceof Conv)
                                .findFirst()
                                .map(Step::path)
                                .orElse("nowhere")));
    }

    /**
     * {@return the sum of |∂y/∂x| over channels and trials, 1 × height × width: which pixels move the sum y of all maps at
     * one row and column}
     *
     * <p>Each trial draws an image, uniform in 0 … 1, and weights. Every other one draws them positive, uniform in 0 … 2 / fan-in,
     * so that no ReLU hides what lies before it; the others uniform in ±√(6 / fan-in), so that maps differ and a maximum passes
     * on another pixel in each.
     *
     * @throws IllegalArgumentException if there is no such part, or the trials are not 1 to 100
     * @throws layerwise.engine.Engines.EngineUnavailable if no engine runs on this machine
     */
    public static Planes effect(Network network, String path, int row, int column, int trials, long seed) {
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new IllegalArgumentException(
                    network.name() + "/" + path + ": expected 1 to " + MOST_TRIALS + " trials, got " + trials);
        }
        int node = network.node(path);
        var input = network.input();
        int area = Math.toIntExact(input.area());
        var effect = new float[area];
        var random = new SplittableRandom(seed);
        try (var glance = new Glance(network, node)) {
            for (int trial = 0; trial < trials; trial++) {
                glance.take(weights(Glance.parameters(network, node), trial % 2 == 1, random));
                float[] slope = glance.slope(row, column, uniform(Math.toIntExact(input.size()), 0, 1, random));
                for (int i = 0; i < slope.length; i++) {
                    effect[i % area] += Math.abs(slope[i]);
                }
            }
        }
        return Planes.of(
                network.name() + "/" + path + " (" + row + ", " + column + ")",
                Shape.of(1, input.height(), input.width()),
                effect);
    }

    private static Weights weights(Map<String, Parameter> parameters, boolean positive, SplittableRandom random) {
        var values = new LinkedHashMap<String, float[]>();
        parameters.forEach((name, parameter) -> values.put(name, values(parameter, positive, random)));
        return new Weights(values);
    }

    private static float[] values(Parameter parameter, boolean positive, SplittableRandom random) {
        int size = Math.toIntExact(parameter.size());
        double fanIn = (double) size / parameter.sides().get(0);
        double bound = Math.sqrt(6 / fanIn);
        return switch (parameter.role()) {
            case WEIGHT -> positive ? uniform(size, 0, 2 / fanIn, random) : uniform(size, -bound, bound, random);
            case SCALE, VARIANCE -> filled(size, 1);
            case BIAS, SHIFT, MEAN -> filled(size, 0);
            case FIXED -> fixed(parameter);
        };
    }

    private static float[] uniform(int size, double low, double high, SplittableRandom random) {
        var numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return numbers;
    }

    private static float[] filled(int size, float number) {
        var numbers = new float[size];
        Arrays.fill(numbers, number);
        return numbers;
    }

    private static float[] fixed(Parameter parameter) {
        var numbers = new float[parameter.fixed().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = parameter.fixed().get(i);
        }
        return numbers;
    }
}
