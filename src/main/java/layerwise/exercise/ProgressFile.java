package layerwise.exercise;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import layerwise.train.AtomicFile;

/**
 * The scores of all sessions of one user: a file on this machine, which nothing sends anywhere.
 *
 * <p>It is {@code layerwise/progress.json} in the user's data folder ({@code XDG_DATA_HOME}, else {@code ~/.local/share}), or
 * the file that {@code LAYERWISE_PROGRESS} names; {@code off} keeps none.
 *
 * @param place of the file
 */
record ProgressFile(Path place) {
    static final String VARIABLE = "LAYERWISE_PROGRESS";

    /** Two threads of one JVM must not lock the same file. */
    private static final Object MONITOR = new Object();

    /** {@return the file of this user, or nothing where it is switched off} */
    static Optional<ProgressFile> located() {
        return located(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Optional<ProgressFile> located(Map<String, String> environment, Path home) {
        String choice = environment.getOrDefault(VARIABLE, "").strip();
        if (choice.equals("off")) {
            return Optional.empty();
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "").strip();
        String own = environment.getOrDefault("HOME", "").strip();
        Path user = own.isEmpty() ? home : Path.of(own);
        Path base = data.isEmpty() || !Path.of(data).isAbsolute() ? user.resolve(".local/share") : Path.of(data);
        return Optional.of(new ProgressFile(
                choice.isEmpty() ? base.resolve("layerwise").resolve("progress.json") : Path.of(choice)));
    }

    /** The file is there and is no file of scores. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        Damaged(Path file, Throwable cause) {
            super(file + " holds no scores that can be read", cause);
        }
    }

    /**
     * {@return the scores in the file; none where there is no file}
     *
     * @throws Damaged if it holds something else
     */
    Map<String, Score> read() throws IOException {
        if (!Files.exists(place)) {
            return Map.of();
        }
        try {
            return scores(object(Files.readString(place)));
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException
                | CharacterCodingException e) {
            throw new Damaged(place, e);
        }
    }

    private static JsonObject object(String text) {
        return Optional.ofNullable(new Gson().fromJson(text, JsonObject.class))
                .orElseThrow(() -> new JsonParseException("no object"));
    }

    private static Map<String, Score> scores(JsonObject json) {
        var scores = new TreeMap<String, Score>();
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            var pair = entry.getValue().getAsJsonArray();
            if (pair.size() != 2
                    || pair.get(1).getAsLong() < 0
                    || pair.get(0).getAsLong() < pair.get(1).getAsLong()) {
                throw new JsonParseException(entry.getKey() + ": expected attempts and right ones, got " + pair);
            }
            scores.put(
                    entry.getKey(),
                    new Score(pair.get(0).getAsLong(), pair.get(1).getAsLong()));
        }
        return scores;
    }

    /**
     * Adds scores to those in the file, and returns all; notebooks that do so at the same time wait for each other. A damaged
     * file is put aside under its name with {@code .damaged} behind.
     *
     * @throws IOException if the file cannot be read or written
     */
    Map<String, Score> add(Map<String, Score> news) throws IOException {
        synchronized (MONITOR) {
            Files.createDirectories(place.toAbsolutePath().getParent());
            Path lock = place.resolveSibling(place.getFileName() + ".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                var all = new TreeMap<>(readOrPutAside());
                news.forEach((id, score) -> all.merge(id, score, Score::plus));
                AtomicFile.write(place, out -> out.write(text(all).getBytes(StandardCharsets.UTF_8)));
                return all;
            }
        }
    }

    private Map<String, Score> readOrPutAside() throws IOException {
        try {
            return read();
        } catch (Damaged e) {
            Files.move(place, aside(), StandardCopyOption.REPLACE_EXISTING);
            return Map.of();
        }
    }

    /** {@return where a damaged file is put} */
    Path aside() {
        return place.resolveSibling(place.getFileName() + ".damaged");
    }

    private static String text(Map<String, Score> scores) {
        var json = new JsonObject();
        scores.forEach((id, score) -> {
            var pair = new JsonArray();
            pair.add(score.attempts());
            pair.add(score.right());
            json.add(id, pair);
        });
        return new GsonBuilder()
                        .disableHtmlEscaping()
                        .setPrettyPrinting()
                        .create()
                        .toJson(json) + "\n";
    }
}
