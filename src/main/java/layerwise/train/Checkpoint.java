package layerwise.train;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import layerwise.data.Preparation;
import layerwise.engine.LearnerState;
import layerwise.engine.Parallel;
import layerwise.engine.Weights;
import layerwise.layers.Shape;
import layerwise.network.Network;

/**
 * A trained network in a safetensors file, which other tools open, and all that is needed to go on training it.
 *
 * <p>What makes the numbers a {@link Classifier} stands in the header's {@code __metadata__}, and so does the {@link
 * Position} of a training that can go on; what its update keeps lies behind the weights, under {@code state:velocity/…}.
 * A file of today's training replaces the last one when it is whole, and the last one is kept as {@code FILE.previous}.
 */
public final class Checkpoint {
    private static final int VERSION = 2;
    private static final String FORMAT = "format";
    private static final String WORD = "layerwise checkpoint ";
    private static final String TRAINING = "training";
    private static final String STATE = "state:";
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})×(\\d{1,9})×(\\d{1,9})");

    private Checkpoint() {}

    /**
     * What a checkpoint says of its network.
     *
     * @param network its name
     * @param input the shape of an image, which the first format did not say
     * @param outputs how many it has
     * @param classes what the first of them stand for
     * @param data what it was trained and tested on, in files of trainings
     */
    public record Label(
            String network, Optional<Shape> input, int outputs, List<String> classes, Optional<RunData> data) {}

    /**
     * Where a training stands after a whole epoch: with the weights and what the update keeps, all that goes on needs.
     *
     * <p>The order of images and dropout's numbers follow from the recipe's seed and the number of the epoch, the
     * learning rate from the step and the history.
     *
     * @param subject the network
     * @param recipe how it is trained
     * @param data on what
     * @param first digest of the weights that it started from, where they were given
     * @param updates steps so far
     * @param history the epochs so far
     * @param parallel how its steps are spread over the machine
     */
    record Position(
            Subject subject,
            Recipe recipe,
            RunData data,
            Optional<String> first,
            long updates,
            History history,
            Parallel parallel) {}

    /**
     * A training that can go on.
     *
     * @param position where it stands
     * @param weights the network's numbers
     * @param state what the update keeps beside them
     */
    record Resumption(Position position, Weights weights, LearnerState state) {}

    /**
     * Saves {@code classifier} to {@code file}; an older file stays until the new one is whole.
     *
     * @throws IOException if the file cannot be written
     */
    public static void save(Classifier classifier, Path file) throws IOException {
        AtomicFile.write(
                file,
                new TensorFile(metadata(classifier), tensors(classifier.network(), classifier.weights()))::writeTo);
    }

    /**
     * Saves {@code classifier} with all that its training needs to go on, and keeps the file that was there.
     *
     * @param weights the classifier's, and those of heads that stand in the training alone
     */
    static void save(Classifier classifier, Weights weights, Position position, LearnerState state, Path file)
            throws IOException {
        var metadata = metadata(classifier);
        metadata.put(TRAINING, Json.COMPACT.toJson(position));
        var tensors = tensors(classifier.network(), weights);
        state.slots()
                .forEach((name, values) ->
                        tensors.put(STATE + name, new TensorFile.Tensor(List.of(values.length), values)));
        AtomicFile.replace(file, new TensorFile(metadata, tensors)::writeTo);
    }

    private static Map<String, String> metadata(Classifier classifier) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put(FORMAT, WORD + VERSION);
        metadata.put("network", classifier.network().name());
        metadata.put("input", classifier.network().input().toString());
        metadata.put("outputs", "" + classifier.network().output().channels());
        metadata.put("low", Float.toString(classifier.preparation().low()));
        metadata.put("high", Float.toString(classifier.preparation().high()));
        metadata.put("classes", Json.COMPACT.toJson(classifier.classes()));
        return metadata;
    }

    private static Map<String, TensorFile.Tensor> tensors(Network network, Weights weights) {
        var tensors = new LinkedHashMap<String, TensorFile.Tensor>();
        var parameters = Weights.describedForTraining(weights.trains(network));
        parameters.forEach((name, parameter) -> tensors.put(
                name, new TensorFile.Tensor(parameter.sides(), weights.values().get(name))));
        return tensors;
    }

    /**
     * {@return the classifier that {@link #save} put into {@code file}}
     *
     * @param network its description, which the file names but does not hold
     * @throws IOException if the file is not there, is not whole, is no checkpoint, or one of a newer Layerwise
     * @throws IllegalArgumentException if it holds the weights of another network
     */
    public static Classifier load(Path file, Network network) throws IOException {
        var content = read(file);
        try {
            var preparation = new Preparation(network.input(), number(content, "low"), number(content, "high"));
            return new Classifier(
                    network,
                    weights(content),
                    preparation,
                    label(file, content.metadata()).classes());
        } catch (NumberFormatException e) {
            throw notOurs(file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static float number(TensorFile content, String word) {
        return Float.parseFloat(content.metadata().getOrDefault(word, "none"));
    }

    private static IOException notOurs(Path file, Exception e) {
        return new IOException(
                file + ": expected a checkpoint that says how images are prepared and what its classes are, got none of"
                        + " Layerwise's (" + e.getMessage() + "); save it again",
                e);
    }

    /**
     * {@return what {@code file} says of its network}
     *
     * @throws IOException as {@link #load} does
     */
    public static Label label(Path file) throws IOException {
        var metadata = TensorFile.metadata(file);
        check(file, metadata);
        return label(file, metadata);
    }

    private static Label label(Path file, Map<String, String> metadata) throws IOException {
        try {
            var classes = Json.COMPACT.fromJson(metadata.getOrDefault("classes", "none"), String[].class);
            return new Label(
                    metadata.getOrDefault("network", ""),
                    Optional.ofNullable(metadata.get("input")).map(Checkpoint::shape),
                    Integer.parseInt(metadata.getOrDefault("outputs", "" + classes.length)),
                    List.of(classes),
                    Optional.ofNullable(metadata.get(TRAINING))
                            .map(text ->
                                    Json.COMPACT.fromJson(text, Position.class).data()));
        } catch (JsonParseException | NullPointerException | IllegalArgumentException e) {
            throw notOurs(file, e);
        }
    }

    private static Shape shape(String text) {
        var sides = SHAPE.matcher(text);
        if (!sides.matches()) {
            throw new IllegalArgumentException("expected the shape of an image as in 1×32×32, got " + text);
        }
        return Shape.of(
                Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)), Integer.parseInt(sides.group(3)));
    }

    /**
     * {@return where the training that wrote {@code file} stands}
     *
     * @throws IOException if the file is none that training can go on from
     * @throws IllegalArgumentException if it is of another network
     */
    static Resumption resume(Path file, Network network) throws IOException {
        var content = read(file);
        String training = content.metadata().get(TRAINING);
        if (training == null) {
            throw new IOException(file
                    + ": expected a checkpoint that training can go on from, got one with weights alone; train again");
        }
        try {
            var position = Json.COMPACT.fromJson(training, Position.class);
            position.subject().check(network);
            var weights = weights(content);
            weights.trains(network); // or says why not
            return new Resumption(position, weights, state(content, position.updates()));
        } catch (JsonParseException e) {
            throw new IOException(
                    file + ": expected where training stands, got " + e.getMessage() + "; train again", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Weights weights(TensorFile content) {
        var values = new LinkedHashMap<String, float[]>();
        content.tensors().forEach((name, tensor) -> {
            if (!name.startsWith(STATE)) {
                values.put(name, tensor.values());
            }
        });
        return new Weights(values);
    }

    private static LearnerState state(TensorFile content, long updates) {
        var slots = new LinkedHashMap<String, float[]>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(STATE)) {
                slots.put(name.substring(STATE.length()), tensor.values());
            }
        });
        return new LearnerState(updates, slots);
    }

    private static TensorFile read(Path file) throws IOException {
        check(file, TensorFile.metadata(file));
        return TensorFile.read(file);
    }

    private static void check(Path file, Map<String, String> metadata) throws IOException {
        String format = metadata.getOrDefault(FORMAT, WORD + 1); // the first had no format
        if (!format.matches(WORD + "[1-" + VERSION + "]")) {
            throw new IOException(file + ": expected a " + WORD.strip().replace("layerwise ", "") + " of format 1 to "
                    + VERSION + ", got \"" + format + "\", which another Layerwise wrote; read it with that one");
        }
    }

    /**
     * {@return {@code file} if it is a whole checkpoint, else {@code FILE.previous} if that is one}
     *
     * @param said hears why the previous one was taken
     * @throws IOException as {@link #load} does for {@code file}, if neither is
     */
    public static Path lastGood(Path file, Consumer<String> said) throws IOException {
        try {
            read(file);
            return file;
        } catch (IOException e) {
            Path previous = AtomicFile.previous(file);
            if (!Files.exists(previous)) {
                throw e;
            }
            try {
                read(previous);
            } catch (IOException worse) {
                e.addSuppressed(worse);
                throw e;
            }
            said.accept(e.getMessage() + "; until then " + previous + " is taken, which is whole");
            return previous;
        }
    }
}
