package layerwise.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The files and folders that go on with what a string literal holds so far; a folder ends in a slash. */
final class PathWords {
    private static final int MOST = 200;

    private PathWords() {}

    /** {@return the names in the folder of {@code begun} that start with its last part; hidden ones only if asked for} */
    static List<String> of(String begun) {
        int slash = begun.lastIndexOf('/');
        String folder = slash < 0 ? "." : begun.substring(0, slash + 1);
        String start = begun.substring(slash + 1);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(folder))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(start) && name.startsWith(".") == start.startsWith(".") && names.size() < MOST) {
                    names.add(Files.isDirectory(entry) ? name + "/" : name);
                }
            }
        } catch (IOException | InvalidPathException | DirectoryIteratorException e) {
            return List.of();
        }
        return names.stream().sorted().toList();
    }

    /** {@return the path with the home folder in place of {@code ~/}, as a shell reads it} */
    static String expanded(String path) {
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }

    /** {@return the programs on the path of the system's shell that start so} */
    static List<String> programs(String begun) {
        return begun.isEmpty()
                ? List.of()
                : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> of(folder + "/" + begun).stream())
                        .filter(name -> !name.endsWith("/"))
                        .distinct()
                        .sorted()
                        .limit(MOST)
                        .toList();
    }
}
