package layerwise.kernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Jupyter keeps its data: the user's folder first, then the environment's, then the machine's. */
final class JupyterFolders {
    private JupyterFolders() {}

    /** {@return the user's data folder on this machine} */
    static Path user() {
        var variables = System.getenv();
        Path home = variable(variables, "HOME").orElse(Path.of(System.getProperty("user.home")));
        return user(variables, System.getProperty("os.name"), home);
    }

    /** {@return the user's data folder for these variables, this system and this home} */
    static Path user(Map<String, String> variables, String system, Path home) {
        return variable(variables, "JUPYTER_DATA_DIR").orElseGet(() -> {
            if (system.startsWith("Mac")) {
                return home.resolve("Library/Jupyter");
            }
            if (system.startsWith("Windows")) {
                return variable(variables, "APPDATA").orElse(home).resolve("jupyter");
            }
            return variable(variables, "XDG_DATA_HOME")
                    .orElse(home.resolve(".local/share"))
                    .resolve("jupyter");
        });
    }

    /** {@return every data folder in which Jupyter looks} */
    static List<Path> all() {
        Map<String, String> variables = System.getenv();
        Stream<Path> named = entries(variables.getOrDefault("JUPYTER_PATH", ""));
        Stream<Path> environments = environments().map(prefix -> prefix.resolve("share/jupyter"));
        Stream<Path> machine = Stream.of(Path.of("/usr/local/share/jupyter"), Path.of("/usr/share/jupyter"));
        return Stream.of(named, Stream.of(user()), environments, machine)
                .flatMap(folders -> folders)
                .distinct()
                .toList();
    }

    private static Stream<Path> environments() {
        return Stream.of("VIRTUAL_ENV", "CONDA_PREFIX").flatMap(name -> variable(System.getenv(), name).stream());
    }

    /** {@return the prefix of the environment that is active, else of the {@code jupyter} on PATH} */
    static Optional<Path> prefix() {
        return environments()
                .findFirst()
                .or(() -> program("jupyter")
                        .map(Path::toAbsolutePath)
                        .map(Path::getParent)
                        .flatMap(bin -> Optional.ofNullable(bin.getParent())));
    }

    /** {@return the file of a program, given by its path or by a name on {@code PATH}} */
    static Optional<Path> program(String name) {
        Stream<Path> candidates = name.contains(File.separator)
                ? Stream.of(Path.of(name))
                : entries(System.getenv().getOrDefault("PATH", "")).map(folder -> folder.resolve(name));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> entries(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
