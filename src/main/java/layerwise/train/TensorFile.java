package layerwise.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named arrays with words about them in the safetensors format: 8 bytes with the length of a JSON header, the header, then
 * all numbers as little-endian float32.
 *
 * <p>The header's {@code __metadata__} has {@code sha256}: that of the whole file but the length, with zeros in its place.
 *
 * @param metadata the words
 * @param tensors the arrays, in the order of the file
 */
record TensorFile(Map<String, String> metadata, Map<String, Tensor> tensors) {
    private static final String METADATA = "__metadata__";
    private static final String DIGEST = "sha256";
    private static final String NO_DIGEST = "0".repeat(64);
    private static final int LENGTH = 8;
    private static final long LONGEST_HEADER = 1_000_000_000;

    /**
     * One array.
     *
     * @param sides outermost first
     * @param values its numbers; handed over, not copied
     */
    record Tensor(List<Integer> sides, float[] values) {}

    /** Writes to {@code out} what {@link #read} reads. */
    void writeTo(OutputStream out) throws IOException {
        String header = header();
        var digest = Subject.newSha256();
        digest.update(bytes(header));
        tensors.values().forEach(tensor -> digest.update(bytes(tensor.values())));
        byte[] signed = bytes(header.replace(NO_DIGEST, HexFormat.of().formatHex(digest.digest())));
        out.write(little(LENGTH).putLong(signed.length).array());
        out.write(signed);
        for (Tensor tensor : tensors.values()) {
            out.write(bytes(tensor.values()));
        }
    }

    private String header() {
        var words = new JsonObject();
        metadata.forEach(words::addProperty);
        words.addProperty(DIGEST, NO_DIGEST);
        var header = new JsonObject();
        header.add(METADATA, words);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            long end = offset + (long) entry.getValue().values().length * Float.BYTES;
            header.add(entry.getKey(), place(entry.getValue().sides(), offset, end));
            offset = end;
        }
        return header.toString();
    }

    private static JsonObject place(List<Integer> sides, long from, long to) {
        var place = new JsonObject();
        place.addProperty("dtype", "F32");
        place.add("shape", Json.COMPACT.toJsonTree(sides));
        place.add("data_offsets", Json.COMPACT.toJsonTree(List.of(from, to)));
        return place;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(float[] values) {
        var bytes = little(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * {@return what {@link #writeTo} wrote into {@code file}, or another writer of safetensors, who gives no digest}
     *
     * @throws IOException if it is not there, is cut short, is damaged, or is no such file; the message says which
     */
    static TensorFile read(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Reading(file, in, Files.size(file)).all();
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": expected a checkpoint, got nothing there; train with --save " + file, e);
        }
    }

    /** {@return the words about the arrays of {@code file}, which are not read; throws as {@link #read} does} */
    static Map<String, String> metadata(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return words(new Reading(file, in, Files.size(file)).header());
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": expected a checkpoint, got nothing there; train with --save " + file, e);
        }
    }

    private static Map<String, String> words(JsonObject header) {
        var words = new LinkedHashMap<String, String>();
        Optional.ofNullable(header.getAsJsonObject(METADATA))
                .ifPresent(metadata -> metadata.entrySet()
                        .forEach(entry ->
                                words.put(entry.getKey(), entry.getValue().getAsString())));
        return words;
    }

    /** One pass over a file of a known size. */
    private static final class Reading {
        private final Path file;
        private final InputStream in;
        private final long size;
        private final MessageDigest digest = Subject.newSha256();
        private long offset;

        Reading(Path file, InputStream in, long size) {
            this.file = file;
            this.in = in;
            this.size = size;
        }

        TensorFile all() throws IOException {
            var header = header();
            long start = size - offset;
            try {
                var words = words(header);
                header.remove(METADATA);
                check(header, start);
                var tensors = new LinkedHashMap<String, Tensor>();
                for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
                    tensors.put(entry.getKey(), tensor(entry.getValue().getAsJsonObject()));
                }
                check(words);
                return new TensorFile(words, tensors);
            } catch (RuntimeException e) {
                throw new IOException(
                        file + ", offset 8: expected a header that says where arrays lie, got one that does not (" + e
                                + "); this is no checkpoint, save it again",
                        e);
            }
        }

        JsonObject header() throws IOException {
            long length = size < LENGTH
                    ? -1
                    : ByteBuffer.wrap(in.readNBytes(LENGTH))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong();
            if (length < 2 || length > Math.min(LONGEST_HEADER, size - LENGTH)) {
                throw new IOException(file + ", offset 0: expected the length of a header that fits the file of " + size
                        + " bytes, got " + length + "; this is no whole checkpoint, save it again");
            }
            byte[] bytes = in.readNBytes((int) length);
            offset = LENGTH + length;
            String text = new String(bytes, StandardCharsets.UTF_8);
            var header = parse(text);
            digest.update(TensorFile.bytes(
                    words(header).containsKey(DIGEST)
                            ? text.replace(words(header).get(DIGEST), NO_DIGEST)
                            : text));
            return header;
        }

        private JsonObject parse(String text) throws IOException {
            try {
                var header = Json.object(text);
                words(header);
                return header;
            } catch (JsonParseException | IllegalStateException | ClassCastException e) {
                throw new IOException(
                        file + ", offset 8: expected a header in JSON, got " + e.getMessage()
                                + "; this is no checkpoint, save it again",
                        e);
            }
        }

        /** Each array begins where the last one ends, and the last one ends with the file. */
        private void check(JsonObject header, long payload) throws IOException {
            long end = 0;
            for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
                var place = entry.getValue().getAsJsonObject();
                long count = 1;
                for (JsonElement side : place.getAsJsonArray("shape")) {
                    count = Math.multiplyExact(count, side.getAsLong());
                }
                JsonArray offsets = place.getAsJsonArray("data_offsets");
                String type = place.get("dtype").getAsString();
                if (!type.equals("F32")
                        || offsets.get(0).getAsLong() != end
                        || offsets.get(1).getAsLong() != Math.addExact(end, Math.multiplyExact(count, Float.BYTES))) {
                    throw new IOException(file + ": expected " + entry.getKey() + " to be float32 from offset " + end
                            + " on, got " + place + "; only such files are read");
                }
                end = offsets.get(1).getAsLong();
            }
            if (end != payload) {
                throw new IOException(file + ": expected " + end + " bytes of numbers after the header, got " + payload
                        + "; the file is not whole, save it again");
            }
        }

        private Tensor tensor(JsonObject place) throws IOException {
            JsonArray offsets = place.getAsJsonArray("data_offsets");
            int length =
                    Math.toIntExact(offsets.get(1).getAsLong() - offsets.get(0).getAsLong());
            byte[] bytes = in.readNBytes(length);
            digest.update(bytes);
            var values = new float[length / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            var sides = Json.elements(place.getAsJsonArray("shape"))
                    .map(JsonElement::getAsInt)
                    .toList();
            return new Tensor(sides, values);
        }

        private void check(Map<String, String> words) throws IOException {
            String expected = words.remove(DIGEST);
            String got = HexFormat.of().formatHex(digest.digest());
            if (expected != null && !expected.equals(got)) {
                throw new IOException(file + ": expected the SHA-256 " + Subject.brief(expected)
                        + " that its header names, got " + Subject.brief(got)
                        + "; the file is damaged, save it again");
            }
        }
    }
}
