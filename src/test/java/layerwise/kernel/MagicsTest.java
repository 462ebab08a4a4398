package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MagicsTest {
    private static final Evaluator EVALUATOR = new Evaluator();

    private final MemoryUse memory = new MemoryUse();
    private final Magics magics = new Magics(() -> EVALUATOR, memory);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @AfterAll
    static void close() {
        EVALUATOR.close();
    }

    private static Optional<MimeBundle> java(Cell cell) throws CellFailure {
        return EVALUATOR.evaluate(cell).map(value -> MimeBundle.text(Text.of(value)));
    }

    private Optional<MimeBundle> run(String source) throws CellFailure {
        return magics.value(new Cell(3, source), MagicsTest::java);
    }

    private String value(String source) throws CellFailure {
        return run(source).flatMap(bundle -> bundle.form("text/plain")).orElse("nothing");
    }

    private String error(String source) {
        return catchThrowableOfType(CellFailure.class, () -> run(source))
                .report()
                .text();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void timeGivesTheValueAndSaysHowLongItRan() throws CellFailure {
        assertThat(value("%time 1 + 2")).isEqualTo("3");
        assertThat(printed()).matches("ran [\\d.]+ ms, with compiling [\\d.]+ ms\\R");
        printed.reset();
        assertThat(value("%%time\nint t = 2;\nThread.sleep(120);\nt * 3")).isEqualTo("6");
        assertThat(Double.parseDouble(printed().replaceAll("ran ([\\d.]+) ms(?s:.*)", "$1")))
                .isBetween(120., 5000.);
    }

    @Test
    void theValueIsThatOfTheLastPart() throws CellFailure {
        assertThat(value("int v = 4;\n%mem\nv")).isEqualTo("4");
        assertThat(value("%time 1 + 2\nint w = 3;")).isEqualTo("nothing");
    }

    @Test
    void anErrorBehindAMagicNamesItsLine() {
        assertThat(error("%mem\n\nint q = nope;")).contains("cell 3, line 3, column 9");
    }

    @Test
    void anUnknownMagicSuggestsTheNearest() {
        assertThat(error("%tiem x"))
                .isEqualTo("Magic: %tiem is unknown, the nearest is %time; %help lists what there is");
        assertThat(error("%%htm\nx"))
                .isEqualTo("Magic: %%htm is unknown, the nearest is %%html; %help lists what there is");
        assertThat(error("%quux")).isEqualTo("Magic: %quux is unknown; %help lists what there is");
    }

    @Test
    void memoryHasALineOfEachLibraryThatTells() throws CellFailure {
        memory.add(() -> "arrays: 3");
        memory.add(() -> "");
        assertThat(value("%mem"))
                .containsPattern("^heap [\\d,]+ MB used, [\\d,]+ MB taken, at most [\\d,]+ MB\nbeside it: classes")
                .endsWith("\narrays: 3");
    }

    @Test
    void aWholeCellIsShownAsItIs() throws CellFailure {
        assertThat(run("%%html\n<b>x</b>").orElseThrow().form("text/html")).contains("<b>x</b>");
        assertThat(run("%%svg\n<svg/>").orElseThrow().form("image/svg+xml")).contains("<svg/>");
        assertThat(run("%%markdown\n# T").orElseThrow().form("text/markdown")).contains("# T");
    }

    @Test
    void aFileOfJavaIsRunAndItsErrorsNameIt() throws Exception {
        Path file = Files.writeString(folder.resolve("words.jsh"), "int loaded = 8;\nloaded");
        assertThat(value("%load " + file)).isEqualTo("8");
        assertThat(value("%load " + folder.resolve("words"))).isEqualTo("8");
        Path bad = Files.writeString(folder.resolve("bad.jsh"), "int x = absent;");
        assertThat(error("%load " + bad)).startsWith("CompilationError: in " + bad + ": cannot find symbol");
        assertThat(error("%load none.jsh"))
                .isEqualTo("Magic: %load: there is no file \"none.jsh\" in "
                        + Path.of("").toAbsolutePath() + "; give its path");
    }

    @Test
    void theCodeCellsOfANotebookAreRun() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.ipynb"),
                "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"no Java\"},"
                        + "{\"cell_type\":\"code\",\"source\":[\"int n1 = 2;\\n\",\"int n2 = 3;\"]},"
                        + "{\"cell_type\":\"code\",\"source\":\"n1 * n2\"}]}");
        assertThat(value("%load " + file)).isEqualTo("6");
    }

    private Path jar(String type) throws IOException {
        Path source = Files.writeString(
                folder.resolve(type + ".java"),
                "package added; public class " + type + " { public static int seven() { return 7; } }");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        Path jar = folder.resolve(type + ".jar");
        try (var file = new JarOutputStream(Files.newOutputStream(jar))) {
            file.putNextEntry(new JarEntry("added/" + type + ".class"));
            file.write(Files.readAllBytes(folder.resolve("added/" + type + ".class")));
        }
        return jar;
    }

    @Test
    void classesOfAJarAreUsable() throws Exception {
        Path jar = jar("Plain");
        assertThat(value("%jars " + folder + "/P*.jar")).isEqualTo("[" + jar + "]");
        assertThat(value("added.Plain.seven()")).isEqualTo("7");
        assertThat(error("%classpath " + folder + "/Q*.jar"))
                .isEqualTo("Magic: no file fits \"" + folder + "/Q*.jar\" in "
                        + Path.of("").toAbsolutePath());
    }

    @Test
    void whatIsOnTheClassPathIsAcceptedInSilence() throws CellFailure {
        assertThat(value("%maven com.google.code.gson:gson:2.8.9 org.ow2.asm:asm:9.0"))
                .isEqualTo("nothing");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aJarOfTheLocalRepositoryNeedsNoNetwork() throws Exception {
        Path home = Files.createDirectories(folder.resolve("repository/org/example/thing/1.0"));
        Files.copy(jar("Thing"), home.resolve("thing-1.0.jar"));
        Files.writeString(
                home.resolve("thing-1.0.pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId>"
                        + "<artifactId>thing</artifactId><version>1.0</version></project>");
        var jars = new MavenJars(folder.resolve("repository"), false);
        assertThat(jars.resolve("org.example:thing:1.0")).containsExactly(home.resolve("thing-1.0.jar"));
    }

    @Test
    void withoutNetworkTheCureIsSaid() {
        var jars = new MavenJars(folder, false);
        jars.add("nowhere", "http://127.0.0.1:9/");
        assertThat(catchThrowableOfType(MagicFailure.class, () -> jars.resolve("org.example:none:1")))
                .hasMessageStartingWith(
                        "%maven org.example:none:1: it is not in " + folder + " and could not be fetched (")
                .hasMessageEndingWith("); go online once, or add a jar that you have by %classpath FILE.jar");
    }

    @Test
    void whatNoRepositoryHasIsNamed() throws IOException {
        var jars = new MavenJars(folder.resolve("local"), false);
        jars.add(
                "empty",
                Files.createDirectories(folder.resolve("empty")).toUri().toString());
        assertThat(catchThrowableOfType(MagicFailure.class, () -> jars.resolve("org.example:none:1")))
                .hasMessage("%maven org.example:none:1: no repository has it; check the spelling and the version");
    }

    @Test
    void coordinatesAreChecked() {
        assertThat(error("%maven gson"))
                .isEqualTo("Magic: %maven: expected group:artifact:version,"
                        + " org.apache.commons:commons-math3:3.6.1 for one, got gson");
        assertThat(error("%maven")).isEqualTo("Magic: %maven: expected group:artifact:version, got nothing");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandPrintsItsOutputAndItsExitCode() throws CellFailure {
        assertThat(value("!echo Grüße; echo oops >&2; exit 3")).isEqualTo("nothing");
        assertThat(printed()).contains("Grüße\n", "oops\n").endsWith("exit code 3" + System.lineSeparator());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandHasNoInputAndAnInterruptEndsIt() throws Exception {
        assertThat(value("!cat")).isEqualTo("nothing");
        Threads.daemon("interrupter", () -> {
                    try {
                        Thread.sleep(400);
                    } catch (InterruptedException e) {
                        return;
                    }
                    EVALUATOR.interrupt();
                })
                .start();
        long began = System.nanoTime();
        assertThat(error("!sleep 30 & sleep 30")).isEqualTo("Interrupted: the command was stopped");
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }

    @Test
    void theLimitOfLinesIsSet() throws CellFailure {
        assertThat(value("%limit 40_000")).isEqualTo("nothing");
        assertThat(OutputLimit.lines()).isEqualTo(40_000);
        OutputLimit.set(OutputLimit.LINES);
        for (String wrong : new String[] {"many", "0", ""}) {
            assertThat(error("%limit " + wrong))
                    .isEqualTo("Magic: %limit: expected a number of lines, 100000 for one, got \"" + wrong + "\"");
        }
    }

    @Test
    void helpListsAll() throws CellFailure {
        assertThat(value("%help")).contains("%time JAVA ", "%maven GROUP:ARTIFACT:VERSION…", "%%html ", "!COMMAND ");
    }

    @Test
    void aBegunMagicIsCompleted() {
        JsonObject reply = magics.complete(Json.object("code", "int i;\n%m", "cursor_pos", 9))
                .orElseThrow();
        assertThat(reply.get("matches")).hasToString("[\"%maven\",\"%mavenRepo\",\"%mem\"]");
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(7);
        assertThat(magics.complete(Json.object("code", "5 %m", "cursor_pos", 4)))
                .isEmpty();
    }

    private List<String> matches(String code) {
        return magics
                .complete(Json.object("code", code, "cursor_pos", code.codePointCount(0, code.length())))
                .orElseThrow()
                .getAsJsonArray("matches")
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    @Test
    void filesAndProgramsAreCompletedBehindAMagic() throws IOException {
        Files.writeString(folder.resolve("digits.jsh"), "");
        Files.createDirectory(folder.resolve("digits"));
        assertThat(matches("int i;\n%load " + folder + "/di")).containsExactly("digits.jsh", "digits/");
        assertThat(matches("%classpath " + folder + "/a " + folder + "/digits."))
                .containsExactly("digits.jsh");
        assertThat(matches("!cat " + folder + "/digits.")).containsExactly("digits.jsh");
        assertThat(matches("%")).contains("%time", "%%html");
        assertThat(magics.complete(Json.object("code", "!(a", "cursor_pos", 3))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFirstWordOfACommandIsAProgram() {
        assertThat(matches("!l")).contains("ls");
    }

    @Test
    void whatIsTimedIsJavaForAQuestion() {
        for (String code : List.of("%time Math.ab", "%%time Math.ab", "int i;\n%time Math.ab")) {
            String java = Json.text(magics.asked(Json.object("code", code)), "code", "");
            assertThat(java).hasSameSizeAs(code).endsWith("      Math.ab");
        }
        assertThat(Json.text(magics.java(Json.object("code", "%time f()")), "code", ""))
                .isBlank();
    }

    @Test
    void whatStandsBehindATimedCellsMarkRunsToo() throws CellFailure {
        assertThat(value("%%time 1 + 1")).isEqualTo("2");
        assertThat(value("%%time int one = 1;\none + 2")).isEqualTo("3");
        assertThat(error("%%time\n\nint q = nope;")).contains("cell 3, line 3, column 9");
        assertThat(run("%%html <b>y</b>").orElseThrow().form("text/html")).contains("<b>y</b>\n");
    }

    @Test
    void aMagicOfTheWholeCellStandsInItsFirstLine() {
        assertThat(error("int n = 3;\n%%html\n<b>n</b>")).endsWith("hint: %%html stands in the first line of its cell");
    }

    @Test
    void aLoadedFileMayNameAPackageAndLieInTheHomeFolder() throws Exception {
        Files.writeString(folder.resolve("Packed.java"), "/* ours */\npackage a.b;\n\nint packed = broken;");
        String home = System.setProperty("user.home", folder.toString());
        try {
            assertThat(error("%load ~/Packed.java"))
                    .startsWith("CompilationError: in " + folder + "/Packed.java: cannot find symbol: variable broken\n"
                            + "cell 3, line 4, column 14\n");
        } finally {
            System.setProperty("user.home", home);
        }
        assertThat(error("%load")).isEqualTo("Magic: %load: expected a file of Java or a notebook, got nothing");
    }

    @Test
    void aMagicIsExplained() {
        assertThat(magics.explain("%time")).contains("%time JAVA\nevaluates and says how long it ran");
        assertThat(magics.explain("%%time")).contains("%%time\nevaluates the cell and says how long it ran");
        assertThat(magics.explain("%nothing")).isEmpty();
        assertThat(magics.explain("Math")).isEmpty();
    }
}
