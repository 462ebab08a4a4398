package layerwise.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout in which every program but the plainest is a stand-in, so that each branch of the launcher can be walked.
 *
 * <p>PATH is one folder. Stand-ins write how they were called to one log. What {@code conda}, {@code apt-get} and
 * {@code pip} install is taken from a shelf. In outcomes the stage's own folder reads {@code ROOT}.
 */
final class Stage {

    private static final List<String> PLAIN = List.of(
            "cat",
            "chmod",
            "cp",
            "dirname",
            "env",
            "find",
            "head",
            "hostname",
            "ln",
            "mkdir",
            "mv",
            "od",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "touch",
            "tr",
            "uname");

    /** Makes a working build, as Maven would. */
    private static final String BUILD =
            "mkdir -p \"ROOT/checkout/target/lib\" && touch \"ROOT/checkout/target/layerwise.jar\"";

    private final Path root;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** What a run of the launcher left: its exit code and what it said on each stream. */
    record Outcome(int code, String out, String err) {}

    Stage(Path folder) throws IOException {
        root = Files.createDirectory(folder.toRealPath().resolve("a blank"));
        for (String folderName : List.of("bin", "checkout/src/main", "checkout/notebooks", "shelf", "jvm", "home")) {
            Files.createDirectories(root.resolve(folderName));
        }
        Files.copy(Path.of("layerwise"), root.resolve("checkout/layerwise"));
        Files.createFile(root.resolve("checkout/pom.xml"));
        Files.createFile(root.resolve("checkout/notebooks/00-start-here.ipynb"));
        for (String program : PLAIN) {
            passOn(program);
        }
        environment.put("PATH", root.resolve("bin").toString());
        environment.put("HOME", root.resolve("home").toString());
        environment.put("LAYERWISE_JDK_DIRS", root.resolve("jvm") + "/*");
        environment.put("JUPYTER_TOKEN", "secret");
        user(1000);
        shelve();
    }

    private void passOn(String program) throws IOException {
        Path real = Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + program + " in /usr/bin or /bin"));
        quiet("bin/" + program, "exec " + real + " \"$@\"");
    }

    private void shelve() throws IOException {
        jdk("shelf/jdk", "17.0.2");
        maven("shelf/mvn", "3.8.7");
        jupyter("shelf/jupyter");
    }

    /** A program that logs its call, and then does what is given. */
    Stage program(String place, String... body) throws IOException {
        return quiet(
                place, "echo \"" + Path.of(place).getFileName() + " $*\" >>\"ROOT/log\"\n" + String.join("\n", body));
    }

    /** A program that does what is given, unlogged. */
    Stage quiet(String place, String body) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + body.replace("ROOT", root.toString()) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    Stage user(int id) throws IOException {
        return quiet("bin/id", "echo " + id);
    }

    Stage set(String name, String value) {
        environment.put(name, value.replace("ROOT", root.toString()));
        return this;
    }

    Stage setUp(String... places) throws IOException {
        for (String place : places) {
            switch (place) {
                case "jdk" -> javaOnPath(jdk("jdk", "17.0.2"), "jdk");
                case "maven" -> maven("bin/mvn", "3.8.7");
                case "jupyter" -> jupyter("bin/jupyter");
                default -> throw new IllegalArgumentException("jdk, maven or jupyter, got " + place);
            }
        }
        return this;
    }

    Stage javaOnPath(Stage stage, String home) throws IOException {
        Files.createSymbolicLink(root.resolve("bin/java"), root.resolve(home).resolve("bin/java"));
        return stage;
    }

    Stage jre(String home, String version, String... modules) throws IOException {
        String facts = "    java.home = ROOT/" + home + "\\n    java.version = " + version + "\\njava.base@" + version
                + "\\n" + String.join("\\n", modules) + "\\n";
        return quiet(home + "/bin/java", """
                case "$*" in
                *--list-modules*) printf '%s' ;;
                *) echo "java $*" >>"ROOT/log"
                   case "$*" in *"Main lab"*) echo 8888 ;; esac ;;
                esac""".formatted(facts));
    }

    Stage jdk(String home, String version) throws IOException {
        return jre(home, version, "jdk.jshell@" + version).quiet(home + "/bin/javac", "");
    }

    Stage maven(String place, String version) throws IOException {
        return quiet(place, """
                case "$1" in
                --version) echo "Apache Maven %s (stand-in)" ;;
                *) echo "mvn $*" >>"ROOT/log"; %s ;;
                esac""".formatted(version, BUILD));
    }

    /** A classic Jupyter, without JupyterLab. */
    Stage jupyter(String place) throws IOException {
        return jupyter(place, "notebook");
    }

    Stage jupyter(String place, String front) throws IOException {
        return quiet(place, """
                case "$*" in
                "%s --version" | "nbconvert --version") echo 6 ;;
                *--version) exit 1 ;;
                *) echo "jupyter $*" >>"ROOT/log" ;;
                esac""".formatted(front));
    }

    Stage conda(String name) throws IOException {
        return program("bin/" + name, """
                mkdir -p "$4/bin"
                ln -s "ROOT/shelf/jdk/bin/java" "ROOT/shelf/mvn" "ROOT/shelf/jupyter" "$4/bin"
                """);
    }

    Stage apt() throws IOException {
        quiet("bin/apt-cache", "[ \"$2\" != openjdk-17-jdk-headless ]");
        return program("bin/apt-get", """
                case "$*" in
                *install*jdk*) ln -s "ROOT/shelf/jdk/bin/java" "ROOT/bin" ;;
                esac
                case "$*" in *install*maven*) ln -s "ROOT/shelf/mvn" "ROOT/bin" ;; esac
                case "$*" in *install*jupyter-notebook*) ln -s "ROOT/shelf/jupyter" "ROOT/bin" ;; esac""");
    }

    Stage sudo() throws IOException {
        return program("bin/sudo", "exec \"$@\"");
    }

    Stage python() throws IOException {
        return program("bin/python3", """
                mkdir -p "$3/bin"
                cp "ROOT/shelf/pip" "$3/bin"
                """)
                .program("shelf/pip", "ln -s \"ROOT/shelf/jupyter\" \"ROOT/checkout/.venv/bin\"");
    }

    /** Marks the checkout as built a moment ago. */
    Stage built() throws IOException {
        Files.createDirectories(path("checkout/target/lib"));
        Files.createFile(path("checkout/target/layerwise.jar"));
        Files.createFile(path("checkout/target/built"));
        return this;
    }

    Path path(String place) {
        return root.resolve(place);
    }

    Outcome run(String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(root, "out", "");
        Path err = Files.createTempFile(root, "err", "");
        Process process = start(out, err, words);
        return new Outcome(process.waitFor(), told(out), told(err));
    }

    Process start(Path out, Path err, String... words) throws IOException {
        var command = Stream.concat(
                Stream.of("/bin/sh", root.resolve("checkout/layerwise").toString()), Stream.of(words));
        ProcessBuilder builder = new ProcessBuilder(command.toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** {@return how the stand-ins were called, a line each} */
    String log() throws IOException {
        return Files.exists(path("log")) ? told(path("log")) : "";
    }

    private String told(Path file) throws IOException {
        return Files.readString(file).replace(root.toString(), "ROOT");
    }
}
