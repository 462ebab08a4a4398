package layerwise.kernel;

import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Javadoc that the jars on the class path bring along, by {@link Signature#key}. */
final class JavadocIndex {

    /** Where a jar keeps its index; {@link JavadocIndexer} writes it. */
    static final String RESOURCE = "META-INF/javadoc.json";

    private static final int SHOWN = 12;

    /** The index is read once, by whoever asks first. */
    private static final class Own {
        static final JavadocIndex INDEX = JavadocIndex.of(JavadocIndex.class.getClassLoader());
    }

    private final Map<String, String> docs = new HashMap<>();

    private JavadocIndex() {}

    /** {@return the index of what is on the kernel's own class path} */
    static JavadocIndex own() {
        return Own.INDEX;
    }

    /** {@return all indexes that this loader sees, as one; one that cannot be read is left out} */
    static JavadocIndex of(ClassLoader loader) {
        JavadocIndex index = new JavadocIndex();
        try {
            List<URL> found = Collections.list(loader.getResources(RESOURCE));
            for (URL each : found) {
                index.read(each);
            }
        } catch (IOException | RuntimeException e) {
            Log.note("an index of Javadoc could not be read: " + e);
        }
        return index;
    }

    private void read(URL url) throws IOException {
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            docs.putAll(Json.GSON.fromJson(reader, new TypeToken<Map<String, String>>() {}));
        }
    }

    /** {@return the comment of the type or member, as it stands in the source} */
    Optional<String> of(Signature signature) {
        return Optional.ofNullable(docs.get(signature.key()));
    }

    /** {@return the methods of this simple name, {@code Conv.same()}, in alphabetical order} */
    List<String> methods(String name) {
        return docs.keySet().stream()
                .filter(key -> key.contains("." + name + "("))
                .sorted()
                .toList();
    }

    /** {@return the methods of this simple name, each with the first line of its comment; nothing where there is none} */
    Optional<String> page(String name) {
        List<String> found = methods(name);
        String rest = found.size() > SHOWN ? "\n… and " + (found.size() - SHOWN) + " more" : "";
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().limit(SHOWN).map(this::entry).collect(Collectors.joining("\n")) + rest);
    }

    private String entry(String key) {
        return key + "\n  "
                + new Javadoc(docs.get(key)).text().lines().findFirst().orElse("");
    }
}
