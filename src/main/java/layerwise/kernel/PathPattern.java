package layerwise.kernel;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Paths by a pattern such as {@code lib/*.jar}, or by their name. */
final class PathPattern {
    private static final int DEPTH = 12;

    private PathPattern() {}

    /**
     * {@return the absolute paths that fit, in order}
     *
     * @throws MagicFailure if there is none
     */
    static List<Path> matching(String pattern) {
        List<Path> found = pattern.matches(".*[*?\\[{].*")
                ? search(pattern)
                : List.of(Path.of(pattern).toAbsolutePath());
        List<Path> there = found.stream().filter(Files::exists).toList();
        if (there.isEmpty()) {
            throw new MagicFailure(
                    "no file fits \"" + pattern + "\" in " + Path.of("").toAbsolutePath());
        }
        return there;
    }

    private static List<Path> search(String pattern) {
        Path whole = Path.of("").toAbsolutePath().resolve(pattern);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + whole);
        try (Stream<Path> paths = Files.walk(fixed(whole.toString()), DEPTH)) {
            return paths.filter(matcher::matches).sorted().toList();
        } catch (IOException e) {
            throw new MagicFailure("\"" + pattern + "\" cannot be looked for: " + e);
        }
    }

    /** {@return the folder before the first sign that stands for others} */
    private static Path fixed(String pattern) {
        String plain = pattern.split("[*?\\[{]", 2)[0];
        return Path.of(plain.substring(0, plain.lastIndexOf('/') + 1));
    }
}
