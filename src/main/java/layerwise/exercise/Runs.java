package layerwise.exercise;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import layerwise.data.OwnData;
import layerwise.train.RunRecord;

/** The recorded trainings of the course, by the names under which a cell replays them. */
final class Runs {

    private Runs() {}

    /** {@return the record of this name, the one that {@code replay} shows} */
    static RunRecord named(String name) {
        String file = "runs/" + name + ".json";
        try {
            return RunRecord.of(
                    "data/" + file,
                    OwnData.here()
                            .text(file)
                            .orElseThrow(() -> new FileNotFoundException("data/" + file
                                    + ": there is no such record; ./layerwise record " + name + " makes it")));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
