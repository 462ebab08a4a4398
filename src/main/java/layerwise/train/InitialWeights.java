package layerwise.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import layerwise.engine.Weights;
import layerwise.layers.Activation;
import layerwise.layers.BatchNorm;
import layerwise.layers.Conv;
import layerwise.layers.Dense;
import layerwise.layers.Dropout;
import layerwise.layers.Flatten;
import layerwise.layers.GlobalPool;
import layerwise.layers.LocalResponseNorm;
import layerwise.layers.PadChannels;
import layerwise.layers.Parameter;
import layerwise.layers.Pool;
import layerwise.layers.Primitive;
import layerwise.layers.Rbf;
import layerwise.layers.Shape;
import layerwise.layers.Shuffle;
import layerwise.layers.Slice;
import layerwise.layers.Step;
import layerwise.layers.Subsample;
import layerwise.network.Network;

/** The numbers that training starts from: the same seed gives the same numbers on every engine and machine. */
final class InitialWeights {
    private final Initialization initialization;
    private final double gain;
    private final RandomGenerator random;

    private InitialWeights(Initialization initialization, double gain, long seed) {
        this.initialization = initialization;
        this.gain = gain;
        this.random = new SplittableRandom(seed);
    }

    /** {@return numbers for every parameter of {@code network} and then of its heads, as {@code recipe} draws them} */
    static Weights of(Network network, Recipe recipe) {
        return of(network, recipe.initialization(), recipe.gain(), recipe.seed());
    }

    /** {@return numbers for every parameter of {@code network}} */
    static Weights of(Network network, Initialization initialization, long seed) {
        return of(network, initialization, 1, seed);
    }

    /** {@return the first of the numbers that {@code recipe} draws of {@code network}: those of its parameters {@code names}} */
    static Weights of(Network network, Set<String> names, Recipe recipe, long seed) {
        var drawing = new InitialWeights(recipe.initialization(), recipe.gain(), seed);
        var values = new LinkedHashMap<String, float[]>();
        drawing.add("", network, names::contains, values);
        return new Weights(values);
    }

    private static Weights of(Network network, Initialization initialization, double gain, long seed) {
        var drawing = new InitialWeights(initialization, gain, seed);
        var values = new LinkedHashMap<String, float[]>();
        drawing.add("", network, name -> true, values);
        var heads = network.headNetworks();
        for (int i = 0; i < heads.size(); i++) {
            drawing.add(network.heads().get(i).name() + "/", heads.get(i), name -> true, values);
        }
        return new Weights(values);
    }

    private void add(String prefix, Network network, Predicate<String> named, Map<String, float[]> values) {
        for (Step step : network.steps()) {
            var fan = step.layer().accept(new FanOf(step.input()));
            for (Parameter parameter : step.layer().parameters(step.input())) {
                String name = prefix + Weights.name(step, parameter);
                if (parameter.size() > Integer.MAX_VALUE) {
                    throw new IllegalArgumentException(network.name() + "/" + name + ": " + parameter.size()
                            + " numbers are more than one array holds; use fewer units");
                }
                if (named.test(name)) {
                    values.put(name, values(parameter, fan));
                }
            }
        }
    }

    private float[] values(Parameter parameter, Fan fan) {
        var values = new float[Math.toIntExact(parameter.size())];
        int unit = values.length / parameter.sides().get(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (parameter.role()) {
                case FIXED -> parameter.fixed().get(i);
                case SCALE, VARIANCE -> 1;
                case SHIFT, MEAN -> 0;
                case BIAS -> (float) initialization.bias(random, fan.in(i));
                case WEIGHT -> weight(fan, i / unit, i % unit);
            };
        }
        return values;
    }

    private float weight(Fan fan, int unit, int input) {
        double drawn = gain * initialization.draw(random, fan.in(unit), fan.out());
        return fan.connected(unit, input) ? (float) drawn : 0;
    }

    /** What a layer's units read and are read by. */
    private interface Fan {
        /** {@return inputs of unit or filter {@code unit}} */
        int in(int unit);

        /** {@return units that one input goes to} */
        int out();

        /** {@return whether the {@code input}th weight of {@code unit} takes part} */
        default boolean connected(int unit, int input) {
            return true;
        }
    }

    private record Even(int inputs, int out) implements Fan {
        @Override
        public int in(int unit) {
            return inputs;
        }
    }

    private record Wired(Conv conv, layerwise.layers.Wiring wiring) implements Fan {
        @Override
        public int in(int unit) {
            return (int) (wiring.inputs().get(unit).size() * conv.window().area());
        }

        @Override
        public int out() {
            return (int) (conv.filters() * conv.window().area());
        }

        @Override
        public boolean connected(int unit, int input) {
            return wiring.connects((int) (input / conv.window().area()), unit);
        }
    }

    private record FanOf(Shape input) implements Primitive.Visitor<Fan> {
        @Override
        public Fan visit(Conv conv) {
            int area = (int) conv.window().area();
            return conv.wiring()
                    .<Fan>map(wiring -> new Wired(conv, wiring))
                    .orElseGet(() ->
                            new Even(input.channels() / conv.groups() * area, conv.filters() / conv.groups() * area));
        }

        @Override
        public Fan visit(Subsample subsample) {
            return new Even((int) subsample.window().area(), 1);
        }

        @Override
        public Fan visit(Dense dense) {
            return new Even(input.channels(), dense.units());
        }

        @Override
        public Fan visit(Rbf rbf) {
            return new Even(input.channels(), rbf.units());
        }

        @Override
        public Fan visit(Pool pool) {
            return NONE;
        }

        @Override
        public Fan visit(Activation activation) {
            return NONE;
        }

        @Override
        public Fan visit(GlobalPool pool) {
            return NONE;
        }

        @Override
        public Fan visit(Flatten flatten) {
            return NONE;
        }

        @Override
        public Fan visit(BatchNorm norm) {
            return NONE;
        }

        @Override
        public Fan visit(LocalResponseNorm norm) {
            return NONE;
        }

        @Override
        public Fan visit(Dropout dropout) {
            return NONE;
        }

        @Override
        public Fan visit(Slice slice) {
            return NONE;
        }

        @Override
        public Fan visit(Shuffle shuffle) {
            return NONE;
        }

        @Override
        public Fan visit(PadChannels pad) {
            return NONE;
        }

        private static final Fan NONE = new Even(0, 0);
    }
}
