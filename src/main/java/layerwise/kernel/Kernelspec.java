package layerwise.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder by which Jupyter knows a kernel: its name, and in {@code kernel.json} the command that starts it.
 *
 * @param name the folder's name, by which notebooks refer to the kernel; {@code java} is what all Java kernels use
 * @param displayName what a reader sees in the menu
 * @param command the command line; Jupyter puts the connection file in place of {@code {connection_file}}
 * @param environment variables for the kernel alone
 */
public record Kernelspec(String name, String displayName, List<String> command, Map<String, String> environment) {

    /** The word in the command line that Jupyter replaces. */
    public static final String CONNECTION_FILE = "{connection_file}";

    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
    private static final String FILE = "kernel.json";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Refuses a name that Jupyter would not find, and a command without a place for the connection file. */
    public Kernelspec {
        requireName(name);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (!command.contains(CONNECTION_FILE)) {
            throw new IllegalArgumentException(
                    "kernelspec " + name + ": expected " + CONNECTION_FILE + " in the command line, got " + command);
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("kernelspec \"" + name
                    + "\": expected a name of letters, digits, dots, dashes and underscores; java, for one");
        }
    }

    /** {@return a kernelspec without variables of its own} */
    public static Kernelspec of(String name, String displayName, List<String> command) {
        return new Kernelspec(name, displayName, command, Map.of());
    }

    /** Writes it where Jupyter looks for the user's own kernels, and returns its folder. */
    public Path install() throws IOException {
        return install(userKernels());
    }

    /**
     * Writes it into a folder of kernels, {@code share/jupyter/kernels} of an environment for one, in place of an
     * earlier one of the same name.
     *
     * @return the folder of the kernelspec
     * @throws IOException if the folder cannot be written; then nothing half-written is left
     */
    public Path install(Path kernels) throws IOException {
        return install(kernels, Map.of());
    }

    /**
     * Writes it with files beside it: the pictures of a menu are {@code logo-32x32.png}, {@code logo-64x64.png} and
     * {@code logo-svg.svg}. Each file is there whole or not at all.
     *
     * @return the folder of the kernelspec
     * @throws IOException if the folder cannot be written; then nothing half-written is left
     */
    public Path install(Path kernels, Map<String, byte[]> pictures) throws IOException {
        Path folder = kernels.resolve(name);
        boolean fresh = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
            for (var picture : pictures.entrySet()) {
                write(folder.resolve(picture.getKey()), picture.getValue());
            }
            write(folder.resolve(FILE), (GSON.toJson(json()) + "\n").getBytes(StandardCharsets.UTF_8));
            return folder;
        } catch (IOException e) {
            removeEmpty(folder, fresh);
            throw new IOException(
                    folder + ": the kernelspec cannot be written (" + e + "); make the folder writable,"
                            + " or name another with JUPYTER_DATA_DIR",
                    e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.write(draft, bytes);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void removeEmpty(Path folder, boolean fresh) throws IOException {
        if (fresh && Files.isDirectory(folder)) {
            Files.delete(folder);
        }
    }

    private JsonObject json() {
        return Json.object(
                "argv",
                command,
                "display_name",
                displayName,
                "language",
                "java",
                "interrupt_mode",
                "message",
                "env",
                new TreeMap<>(environment));
    }

    /**
     * A kernelspec as it was found on this machine.
     *
     * @param name the name by which notebooks refer to it
     * @param folder where it lies
     * @param displayName what the menu shows
     * @param command its command line
     */
    public record Installed(String name, Path folder, String displayName, List<String> command) {

        /** Copies the command. */
        public Installed {
            command = List.copyOf(command);
        }

        /** {@return whether the program that it starts is there; a bare word is looked up on {@code PATH}} */
        public boolean startable() {
            return !command.isEmpty() && JupyterFolders.program(command.get(0)).isPresent();
        }

        /** Removes its {@code kernel.json} and its logos, and the folder where nothing else is in it. */
        public void uninstall() throws IOException {
            Files.deleteIfExists(folder.resolve(FILE));
            for (String logo : LOGOS) {
                Files.deleteIfExists(folder.resolve(logo));
            }
            try (Stream<Path> rest = Files.list(folder)) {
                if (rest.findAny().isEmpty()) {
                    Files.delete(folder);
                }
            }
        }
    }

    /** {@return the kernelspec that Jupyter starts for this name} */
    public static Optional<Installed> find(String name) {
        return list().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** {@return all kernelspecs of this machine's user, first what Jupyter prefers} */
    public static List<Installed> list() {
        return JupyterFolders.all().stream()
                .flatMap(folder -> in(folder.resolve("kernels")).stream())
                .toList();
    }

    /** {@return the folder of the user's own kernels} */
    public static Path userKernels() {
        return JupyterFolders.user().resolve("kernels");
    }

    /** {@return the folder of kernels that a Python environment, {@code /usr} for one, shares with its users} */
    public static Path kernelsOf(Path prefix) {
        return prefix.resolve("share/jupyter/kernels");
    }

    /** {@return the environment that Jupyter runs from: an active one, else that of the {@code jupyter} on PATH} */
    public static Optional<Path> jupyterPrefix() {
        return JupyterFolders.prefix();
    }

    /** {@return the kernelspecs in one folder of kernels, by name; none where it cannot be read} */
    public static List<Installed> in(Path kernels) {
        if (!Files.isDirectory(kernels)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(kernels)) {
            return folders.sorted().flatMap(folder -> read(folder).stream()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Installed> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            List<String> command = new ArrayList<>();
            json.getAsJsonArray("argv").forEach(word -> command.add(word.getAsString()));
            String name = folder.getFileName().toString();
            return Optional.of(new Installed(name, folder, Json.text(json, "display_name", name), command));
        } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
