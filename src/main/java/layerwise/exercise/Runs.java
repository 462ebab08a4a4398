package layerwise.exercise;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import layerwise.train.RunRecord;

/** The recorded trainings that the library brings, by the names under which a cell replays them. */
final class Runs {
    private static final Map<String, RunRecord> READ = new ConcurrentHashMap<>();

    private Runs() {}

    /** {@return the record of this name, which is read once} */
    static RunRecord named(String name) {
        return READ.computeIfAbsent(name, Runs::read);
    }

    private static RunRecord read(String name) {
        String file = "/data/runs/" + name + ".json";
        try (var text = Runs.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new FileNotFoundException("the library brings no record " + file);
            }
            return RunRecord.of(name, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
