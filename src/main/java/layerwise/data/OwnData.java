package layerwise.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Small files of the course's own {@code data/}, tables and recorded trainings: those of a folder, else those that this
 * library brings with it.
 *
 * @param folder which is {@code data}; it need not be there
 */
public record OwnData(Path folder) {

    /** {@return the data of the checkout that the property {@code layerwise.home} names, else of the current folder} */
    public static OwnData here() {
        return new OwnData(Path.of(System.getProperty("layerwise.home", ""))
                .toAbsolutePath()
                .resolve("data"));
    }

    /**
     * {@return the text of a file, where there is one}
     *
     * @throws IOException if it cannot be read
     */
    public Optional<String> text(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : brought(name);
    }

    /** {@return whether this library brings a file of this name} */
    public static boolean brings(String name) {
        return OwnData.class.getResource("/data/" + name) != null;
    }

    private static Optional<String> brought(String name) throws IOException {
        try (var text = OwnData.class.getResourceAsStream("/data/" + name)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
