package layerwise.engine;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerwise.layers.Parameter;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * A network with weights as MXNet keeps it in two files: {@code NAME-symbol.json}, the graph, and {@code
 * NAME-0000.params}, the arrays.
 *
 * <p>Netron shows the first; {@code gluon.SymbolBlock.imports("NAME-symbol.json", ["images"], "NAME-0000.params")} runs
 * both. No engine is needed to write or read them.
 */
public final class MxnetModel {
    private static final String ARGUMENT = "arg:";
    private static final String AUXILIARY = "aux:";

    private final String name;
    private final String json;
    private final Map<String, ParamsFile.Array> arrays;

    private MxnetModel(String name, String json, Map<String, ParamsFile.Array> arrays) {
        this.name = name;
        this.json = json;
        this.arrays = arrays;
    }

    /**
     * Weights of which some were taken from a model, and the layers that took them.
     *
     * @param weights of the whole network
     * @param taken paths of the layers that took theirs
     */
    public record Transfer(Weights weights, List<String> taken) {

        /** Copies the list. */
        public Transfer {
            taken = List.copyOf(taken);
        }
    }

    /**
     * {@return the model of {@code network} with these numbers}
     *
     * @throws IllegalArgumentException if they belong to another network
     */
    public static MxnetModel of(Network network, Weights weights) {
        var graph = SymbolGraph.of(network);
        weights.checkedFor(network);
        var arrays = new LinkedHashMap<String, ParamsFile.Array>();
        graph.parameters()
                .forEach((path, parameter) -> arrays.put(
                        prefix(parameter) + SymbolNodes.plain(path),
                        new ParamsFile.Array(parameter.sides(), weights.values().get(path))));
        graph.constants()
                .forEach((path, constant) -> arrays.put(
                        ARGUMENT + SymbolNodes.plain(path), new ParamsFile.Array(constant.sides(), constant.values())));
        return new MxnetModel(network.name(), graph.json(), arrays);
    }

    /** MXNet calls auxiliary what its operators change by themselves. */
    private static String prefix(Parameter parameter) {
        return switch (parameter.role()) {
            case MEAN, VARIANCE -> AUXILIARY;
            case WEIGHT, BIAS, SCALE, SHIFT, FIXED -> ARGUMENT;
        };
    }

    /** {@return what stands in {@code NAME-symbol.json}} */
    public String symbol() {
        return json;
    }

    /** Writes what stands in {@code NAME-0000.params}. */
    public void writeParams(OutputStream out) throws IOException {
        ParamsFile.write(arrays, out);
    }

    /**
     * {@return the model in the files {@code NAME-symbol.json} and {@code NAME-0000.params} of {@code folder}, or those of
     * another number}
     *
     * @throws IOException if they are not there, are not whole, or are no such files
     */
    public static MxnetModel read(Path folder, String name) throws IOException {
        var symbol = folder.resolve(name + "-symbol.json");
        var params = params(folder, name);
        try (var in = new BufferedInputStream(Files.newInputStream(params), 1 << 16)) {
            var arrays = ParamsFile.read(in, Files.size(params));
            return new MxnetModel(name, Files.readString(symbol), arrays);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    e.getFile() + ": expected a graph of MXNet, got nothing there; put it beside " + params, e);
        } catch (IOException e) {
            throw new IOException(
                    params + ": expected arrays of MXNet: " + e.getMessage() + "; export or download it again", e);
        }
    }

    /** The files of later epochs have higher numbers; the last one is meant. */
    private static Path params(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": expected a folder with " + name + "-symbol.json and " + name
                    + "-0000.params, got none; name one that is there");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> numbered(file.getFileName().toString(), name))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException(folder + ": expected " + name + "-0000.params, or one of another"
                            + " number, got none; export or download it again"));
        }
    }

    private static boolean numbered(String file, String name) {
        return file.startsWith(name + "-") && file.substring(name.length() + 1).matches("\\d{4}\\.params");
    }

    /**
     * {@return these numbers as those of {@code network}, whatever its layers are called in the file}
     *
     * @throws IllegalArgumentException if a layer of the network finds none of its own kind, size and place in the graph
     */
    public Weights weights(Network network) {
        var transfer = transfer(network, zeros(network));
        var taken = transfer.taken();
        for (Step step : network.steps()) {
            if (!step.layer().parameters(step.input()).isEmpty() && !taken.contains(step.path())) {
                throw new IllegalArgumentException(network.name() + "/" + step.path()
                        + ": expected a layer of this size,"
                        + " after the same layers, in the graph of " + name + ", got none; it is of another network, of"
                        + " which transfer takes what fits");
            }
        }
        return transfer.weights();
    }

    private static Weights zeros(Network network) {
        var values = new LinkedHashMap<String, float[]>();
        for (Step step : network.steps()) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                values.put(Weights.name(step, parameter), new float[Math.toIntExact(parameter.size())]);
            }
        }
        return new Weights(values);
    }

    /**
     * {@return {@code first}, but for the layers that are in this model, too, which take its numbers}
     *
     * <p>A layer is in the model if one of its kind and size stands there after the same layers: all of a network but a
     * classifier of other classes.
     *
     * @throws IllegalArgumentException if no layer is
     */
    public Transfer transfer(Network network, Weights first) {
        var ours = of(network, first);
        var theirs = layers().stream().collect(Collectors.toMap(Alignment.Weighted::signature, Function.identity()));
        var values = new LinkedHashMap<>(first.values());
        var taken = new LinkedHashMap<String, String>();
        var paths = paths(network);
        for (Alignment.Weighted layer : ours.layers()) {
            var same = theirs.get(layer.signature());
            if (same != null && same.parameters().size() == layer.parameters().size()) {
                for (int i = 0; i < layer.parameters().size(); i++) {
                    String path = paths.get(layer.parameters().get(i));
                    values.put(path, numbers(same, i));
                    taken.put(path.substring(0, path.lastIndexOf('/')), same.signature());
                }
            }
        }
        if (taken.isEmpty()) {
            throw new IllegalArgumentException(network.name() + ": expected a layer as in the graph of " + name
                    + ", got none of the same kind and size after the same layers; it is of another family");
        }
        return new Transfer(new Weights(values).checkedFor(network), List.copyOf(taken.keySet()));
    }

    private float[] numbers(Alignment.Weighted layer, int number) {
        float[] values =
                variables().get(layer.parameters().get(number)).values().clone();
        if (layer.unitScale() && number == 0) {
            Arrays.fill(values, 1);
        }
        return values;
    }

    private static Map<String, String> paths(Network network) {
        var paths = new LinkedHashMap<String, String>();
        for (Step step : network.steps()) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                String path = Weights.name(step, parameter);
                paths.put(SymbolNodes.plain(path), path);
            }
        }
        return paths;
    }

    private Map<String, ParamsFile.Array> variables() {
        var variables = new TreeMap<String, ParamsFile.Array>();
        arrays.forEach((key, array) -> variables.put(key.substring(key.indexOf(':') + 1), array));
        return variables;
    }

    /** Only layers all of whose arrays are there. */
    private List<Alignment.Weighted> layers() {
        var variables = variables();
        var sides = new LinkedHashMap<String, List<Integer>>();
        variables.forEach((variable, array) -> sides.put(variable, array.sides()));
        try {
            JsonObject graph = new Gson().fromJson(json, JsonObject.class);
            return Alignment.of(graph, sides).stream()
                    .filter(layer -> variables.keySet().containsAll(layer.parameters()))
                    .toList();
        } catch (JsonParseException | IllegalStateException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    name + ": expected a graph of MXNet in JSON, got " + e.getMessage()
                            + "; export or download it again",
                    e);
        }
    }
}
