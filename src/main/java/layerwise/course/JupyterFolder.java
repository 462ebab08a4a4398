package layerwise.course;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data folder of Jupyter: kernels lie in {@code kernels/NAME/kernel.json}. */
record JupyterFolder(Path path) {

    static final String DISPLAY_NAME = "Java (Layerwise)";

    /** {@return the folder of the user who runs this: JUPYTER_DATA_DIR, else as Jupyter places it on this system} */
    static JupyterFolder ofUser(Map<String, String> environment, String system, Path home) {
        Optional<Path> named = Optional.ofNullable(environment.get("JUPYTER_DATA_DIR"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        return new JupyterFolder(named.orElseGet(() -> usual(environment, system, home)));
    }

    static JupyterFolder ofUser() {
        return ofUser(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    private static Path usual(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (system.startsWith("Windows") && environment.containsKey("APPDATA")) {
            return Path.of(environment.get("APPDATA"), "jupyter");
        }
        return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("jupyter");
    }

    /** {@return the file that tells Jupyter of a kernel} */
    Path kernel(String name) {
        return path.resolve("kernels").resolve(name).resolve("kernel.json");
    }

    /** Writes a kernel's file, whole or not at all; returns it. */
    Path install(String name, List<String> command) throws IOException {
        Path file = kernel(name);
        Files.createDirectories(file.getParent());
        Path beside = Files.createTempFile(file.getParent(), "kernel", ".json");
        try {
            Files.writeString(beside, json(command));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        return file;
    }

    private static String json(List<String> command) {
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        JsonObject kernel = new JsonObject();
        kernel.add("argv", gson.toJsonTree(command));
        kernel.addProperty("display_name", DISPLAY_NAME);
        kernel.addProperty("language", "java");
        kernel.addProperty("interrupt_mode", "message");
        return gson.toJson(kernel) + "\n";
    }

    /** {@return the program by which Jupyter starts a kernel, or nothing where that kernel is not installed} */
    Optional<Path> program(String name) throws IOException {
        Path file = kernel(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonElement kernel = JsonParser.parseString(Files.readString(file));
        return Optional.of(
                Path.of(kernel.getAsJsonObject().getAsJsonArray("argv").get(0).getAsString()));
    }
}
