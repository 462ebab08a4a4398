package layerwise.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a reader keeps datasets: the folder that the environment variable {@code LAYERWISE_DATA} names. */
public final class DataFolder {
    /** The environment variable. */
    public static final String VARIABLE = "LAYERWISE_DATA";

    private static final int LISTED = 8;

    private DataFolder() {}

    /**
     * {@return the folder that {@code LAYERWISE_DATA} names, or nothing where it is not set}
     *
     * @throws IOException if it is set and there is no such folder
     */
    public static Optional<Path> located() throws IOException {
        return located(System.getenv());
    }

    static Optional<Path> located(Map<String, String> environment) throws IOException {
        String value = environment.getOrDefault(VARIABLE, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Path.of(value);
        if (!Files.isDirectory(folder)) {
            throw new IOException(VARIABLE + ": expected a folder, got " + value + ", " + what(folder)
                    + "; correct the variable or unset it");
        }
        return Optional.of(folder);
    }

    /** {@return this folder} */
    static Path existing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    folder + ": expected a folder, got a path " + what(folder) + "; name a folder that is there");
        }
        return folder;
    }

    /** {@return the names in a folder, in order, the first eight of them} */
    static String listing(Path folder) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        if (names.isEmpty()) {
            return "an empty folder";
        }
        String more = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
        return names.stream().limit(LISTED).collect(Collectors.joining(", ")) + more;
    }

    private static String what(Path path) {
        return Files.exists(path) ? "which is a file" : "which is not there";
    }
}
