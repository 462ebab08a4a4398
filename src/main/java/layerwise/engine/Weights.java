package layerwise.engine;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * The numbers of a network by name, {@code C1/conv/weight}, as plain Java arrays that belong to no engine.
 *
 * <p>They are what is initialised, saved, compared between engines and put into a block; rows lie as the sides of
 * {@link layerwise.layers.Parameter} say, outermost first.
 *
 * @param values for each parameter its numbers; the arrays are handed over, not copied
 */
public record Weights(Map<String, float[]> values) {

    /** Fixes the order of the names. */
    public Weights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** {@return √Σ x², summed in double} */
    public static double norm(float[] numbers) {
        double squares = 0;
        for (float number : numbers) {
            squares += (double) number * number;
        }
        return Math.sqrt(squares);
    }

    /** {@return the name of a step's parameter, the step's path and the parameter's own name} */
    public static String name(Step step, layerwise.layers.Parameter parameter) {
        return step.path() + "/" + parameter.name();
    }

    /** {@return the parameters of {@code network} by name, in the order of the description, without those of its heads} */
    static Map<String, layerwise.layers.Parameter> described(Network network) {
        var described = new LinkedHashMap<String, layerwise.layers.Parameter>();
        describe("", network, described);
        return described;
    }

    /** {@return the parameters of {@code network}, then those of each head under its name, {@code aux1/conv/weight}} */
    public static Map<String, layerwise.layers.Parameter> describedForTraining(Network network) {
        var described = new LinkedHashMap<>(described(network));
        var heads = network.headNetworks();
        for (int i = 0; i < heads.size(); i++) {
            describe(network.heads().get(i).name() + "/", heads.get(i), described);
        }
        return described;
    }

    private static void describe(String prefix, Network network, Map<String, layerwise.layers.Parameter> described) {
        for (Step step : network.steps()) {
            for (layerwise.layers.Parameter parameter : step.layer().parameters(step.input())) {
                described.put(prefix + name(step, parameter), parameter);
            }
        }
    }

    /**
     * {@return these weights}
     *
     * @throws IllegalArgumentException if a parameter of {@code network} is missing, too many are here, or one has
     *     another number of values than its description says; heads have none here
     */
    public Weights checkedFor(Network network) {
        return checked(network, described(network));
    }

    /**
     * {@return {@code network} as these weights can train it: with all its heads, or with none where theirs are not here}
     *
     * @throws IllegalArgumentException if they belong to another network
     */
    public Network trains(Network network) {
        var bare = new Network(network.name(), network.input(), network.body(), List.of(), network.source());
        var trained = values.size() == described(network).size() ? bare : network;
        checked(trained, describedForTraining(trained));
        return trained;
    }

    private Weights checked(Network network, Map<String, layerwise.layers.Parameter> described) {
        described.forEach((name, parameter) -> check(network, name, parameter.size()));
        if (described.size() != values.size()) {
            throw new IllegalArgumentException(
                    network.name() + ": expected " + described.size() + " parameters, got " + values.size() + ": "
                            + String.join(", ", values.keySet()) + "; these weights belong to another network");
        }
        return this;
    }

    /** {@return the weights of the network's own part: those of its heads are gone at test time} */
    public Weights withoutHeads(Network network) {
        var heads = describedForTraining(network);
        heads.keySet().removeAll(described(network).keySet());
        var own = new LinkedHashMap<>(values);
        own.keySet().removeAll(heads.keySet());
        return new Weights(own);
    }

    private void check(Network network, String name, long size) {
        float[] array = values.get(name);
        if (array == null || array.length != size) {
            throw new IllegalArgumentException(network.name() + "/" + name + ": expected " + size + " numbers, got "
                    + (array == null ? "none" : array.length) + "; these weights belong to another network");
        }
    }

    /** {@return the numbers that the parameters of {@code block} hold now} */
    public static Weights of(NetworkBlock block) {
        var values = new LinkedHashMap<String, float[]>();
        block.named()
                .forEach((name, parameter) ->
                        values.put(name, parameter.getArray().toFloatArray()));
        return new Weights(values);
    }

    /**
     * Puts the numbers into {@code block}, whose parameters have arrays already.
     *
     * @throws IllegalArgumentException if they belong to another network
     */
    public void into(NetworkBlock block) {
        checkedFor(block.network());
        block.named().forEach((name, parameter) -> parameter.getArray().set(FloatBuffer.wrap(values.get(name))));
    }
}
