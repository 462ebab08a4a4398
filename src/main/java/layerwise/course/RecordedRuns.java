package layerwise.course;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import layerwise.data.OwnData;
import layerwise.train.RunRecord;
import layerwise.view.RecordList;

/**
 * The recorded trainings by name: the files {@code runs/NAME.json} of the course's data.
 *
 * @param data where they are
 */
record RecordedRuns(OwnData data) {
    private static final String END = ".json";
    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    /** {@return those of this checkout} */
    static RecordedRuns here() {
        return new RecordedRuns(OwnData.here());
    }

    /** {@return the names there are, in alphabetical order} */
    List<String> names() throws IOException {
        var brought = Recordings.all().stream().map(Recording::name).filter(name -> OwnData.brings(file(name)));
        return Stream.concat(files().stream(), brought).distinct().sorted().toList();
    }

    private static String file(String name) {
        return "runs/" + name + END;
    }

    private List<String> files() throws IOException {
        var folder = data.folder().resolve("runs");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .toList();
        }
    }

    /**
     * {@return the record of this name}
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     * @throws IOException if it is no record, or is one of a newer Layerwise
     */
    RunRecord named(String name) throws IOException {
        var text = NAME.matcher(name).matches() ? data.text(file(name)) : Optional.<String>empty();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no record is called " + name + "; there are "
                    + String.join(", ", names()) + ", and ./layerwise record makes those of the course");
        }
        return RunRecord.of("data/" + file(name), text.get());
    }

    /** {@return all of them, a row each; of one that cannot be read, why} */
    RecordList list() throws IOException {
        var list = RecordList.empty();
        for (String name : names()) {
            list = with(list, name);
        }
        return list;
    }

    private RecordList with(RecordList list, String name) {
        try {
            return list.with(name, named(name));
        } catch (IOException e) {
            return list.withUnreadable(name, e.getMessage());
        }
    }
}
