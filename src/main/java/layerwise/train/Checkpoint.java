package layerwise.train;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerwise.data.Preparation;
import layerwise.engine.Weights;
import layerwise.layers.Parameter;
import layerwise.layers.Step;
import layerwise.network.Network;

/**
 * A trained network in a file: 8 bytes with the length of a JSON header, the header, then all numbers as little-endian
 * float32.
 *
 * <p>This is the safetensors format, so that other tools can open it; what makes the numbers a {@link Classifier} stands
 * in the header's {@code __metadata__}.
 */
public final class Checkpoint {
    private static final String METADATA = "__metadata__";
    private static final long LONGEST_HEADER = 100_000_000;

    private Checkpoint() {}

    /**
     * Saves {@code classifier} to {@code file}; an older file stays until the new one is whole.
     *
     * @throws IOException if the file cannot be written
     */
    public static void save(Classifier classifier, Path file) throws IOException {
        byte[] header = header(classifier).toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> {
            out.write(little(8).putLong(header.length).array());
            out.write(header);
            for (float[] numbers : classifier.weights().values().values()) {
                write(out, numbers);
            }
        });
    }

    private static void write(OutputStream out, float[] numbers) throws IOException {
        var bytes = little(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        out.write(bytes.array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static JsonObject header(Classifier classifier) {
        var header = new JsonObject();
        header.add(METADATA, metadata(classifier));
        long offset = 0;
        for (Step step : classifier.network().steps()) {
            for (Parameter parameter : step.layer().parameters(step.input())) {
                long end = offset + parameter.size() * Float.BYTES;
                header.add(Weights.name(step, parameter), entry(parameter.sides(), offset, end));
                offset = end;
            }
        }
        return header;
    }

    private static JsonObject metadata(Classifier classifier) {
        var metadata = new JsonObject();
        metadata.addProperty("network", classifier.network().name());
        metadata.addProperty("low", Float.toString(classifier.preparation().low()));
        metadata.addProperty("high", Float.toString(classifier.preparation().high()));
        metadata.addProperty("classes", new Gson().toJson(classifier.classes()));
        return metadata;
    }

    private static JsonElement entry(List<Integer> sides, long from, long to) {
        var entry = new JsonObject();
        entry.addProperty("dtype", "F32");
        entry.add("shape", new Gson().toJsonTree(sides));
        entry.add("data_offsets", new Gson().toJsonTree(List.of(from, to)));
        return entry;
    }

    /**
     * {@return the classifier that {@link #save} put into {@code file}}
     *
     * @param network its description, which the file names but does not hold
     * @throws IOException if the file is not there, is cut short, or is no checkpoint
     * @throws IllegalArgumentException if it holds the weights of another network
     */
    public static Classifier load(Path file, Network network) throws IOException {
        var bytes = read(file);
        long length = bytes.remaining() < 8 ? -1 : bytes.getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, bytes.remaining())) {
            throw new IOException(file + ", offset 0: expected the length of a header that fits the file of "
                    + bytes.capacity() + " bytes, got " + length + "; this is no whole checkpoint, save it again");
        }
        var header = parse(file, bytes.slice(8, (int) length));
        var numbers = bytes.slice(8 + (int) length, bytes.capacity() - 8 - (int) length)
                .order(ByteOrder.LITTLE_ENDIAN);
        return classifier(file, header, numbers, network);
    }

    private static ByteBuffer read(Path file) throws IOException {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": expected a checkpoint, got nothing there; train with --save " + file, e);
        }
    }

    private static JsonObject parse(Path file, ByteBuffer header) throws IOException {
        try {
            return JsonParser.parseString(StandardCharsets.UTF_8.decode(header).toString())
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException(
                    file + ", offset 8: expected a header in JSON, got " + e.getMessage()
                            + "; this is no checkpoint, save it again",
                    e);
        }
    }

    private static Classifier classifier(Path file, JsonObject header, ByteBuffer numbers, Network network)
            throws IOException {
        try {
            var metadata = header.getAsJsonObject(METADATA);
            var preparation = new Preparation(
                    network.input(),
                    Float.parseFloat(metadata.get("low").getAsString()),
                    Float.parseFloat(metadata.get("high").getAsString()));
            var classes = new Gson().fromJson(metadata.get("classes").getAsString(), String[].class);
            var values = new LinkedHashMap<String, float[]>();
            for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
                if (!entry.getKey().equals(METADATA)) {
                    values.put(entry.getKey(), numbers(entry.getValue().getAsJsonObject(), numbers));
                }
            }
            return new Classifier(network, new Weights(values), preparation, List.of(classes));
        } catch (RuntimeException e) {
            throw unusable(file, network, e);
        }
    }

    private static IOException unusable(Path file, Network network, RuntimeException e) {
        if (e instanceof IllegalArgumentException && !(e instanceof NumberFormatException)) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return new IOException(
                file + ": expected a checkpoint of " + network.name() + ", got a header or numbers that are not whole ("
                        + e + "); save it again",
                e);
    }

    private static float[] numbers(JsonObject entry, ByteBuffer numbers) {
        var offsets = entry.getAsJsonArray("data_offsets");
        int from = Math.toIntExact(offsets.get(0).getAsLong());
        int to = Math.toIntExact(offsets.get(1).getAsLong());
        var array = new float[(to - from) / Float.BYTES];
        numbers.slice(from, to - from)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(array);
        return array;
    }
}
