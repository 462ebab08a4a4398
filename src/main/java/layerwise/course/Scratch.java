package layerwise.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder beside a result, in which it is made; it is gone after {@link #close()} or the end of the process.
 *
 * <p>It lies in the result's own folder, so that a whole result is moved into place in one step.
 */
final class Scratch implements AutoCloseable {

    private final Path folder;
    private final Thread atExit = new Thread(this::delete);

    private Scratch(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** {@return a new hidden folder in a folder, which is made if need be} */
    static Scratch in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Scratch(Files.createTempDirectory(folder, ".layerwise-"));
    }

    /** {@return a place in this folder} */
    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Moves what was made to its place, over what was there. */
    void moveTo(String name, Path place) throws IOException {
        Files.move(resolve(name), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        delete();
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(folder + " cannot be deleted, delete it by hand", failure);
        }
    }
}
