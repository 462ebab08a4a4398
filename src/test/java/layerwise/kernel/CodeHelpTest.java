package layerwise.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CodeHelpTest {
    private static final Evaluator EVALUATOR = new Evaluator();
    private static final CodeHelp HELP = new CodeHelp(EVALUATOR);

    @BeforeAll
    static void define() throws CellFailure {
        EVALUATOR.prepare("import java.util.*;\nimport static java.lang.Math.*;\nimport layerwise.kernel.*;");
        EVALUATOR.evaluate(new Cell(1, """
                int apple = 3; String text = "abc";
                class Cat { int legs; int meow(int times) { return times; } }
                Cat cat = new Cat();"""));
        HELP.warmUp();
    }

    @AfterAll
    static void close() {
        EVALUATOR.close();
    }

    private static JsonObject complete(String code) {
        return HELP.complete(Json.object("code", code));
    }

    private static List<String> words(JsonObject reply) {
        return StreamSupport.stream(reply.getAsJsonArray("matches").spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    private static JsonObject type(String code, String word) {
        var types = complete(code).getAsJsonObject("metadata").getAsJsonArray("_jupyter_types_experimental");
        return StreamSupport.stream(types.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.get("text").getAsString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String inspect(String code, String form) {
        return HELP.inspect(Json.object("code", code))
                .getAsJsonObject("data")
                .get(form)
                .getAsString();
    }

    @Test
    void everyWordHasATypeAndASignature() {
        assertThat(type("cat.me", "meow("))
                .hasToString("{\"start\":4,\"end\":6,\"text\":\"meow(\",\"type\":\"function\","
                        + "\"signature\":\"(int times) → int\"}");
        assertThat(type("cat.le", "legs"))
                .hasToString("{\"start\":4,\"end\":6,\"text\":\"legs\",\"type\":\"instance\",\"signature\":\"int\"}");
        assertThat(type("appl", "apple"))
                .hasToString("{\"start\":0,\"end\":4,\"text\":\"apple\",\"type\":\"instance\",\"signature\":\"int\"}");
        assertThat(type("ArrayLis", "ArrayList").get("type").getAsString()).isEqualTo("class");
        assertThat(type("java.", "util.").get("type").getAsString()).isEqualTo("module");
        assertThat(type("text.indexO", "indexOf(").get("signature").getAsString())
                .startsWith("(int ch) → int or (int ch, int fromIndex) → int or (");
    }

    @Test
    void wordsOfStaticImportsAreNamed() {
        assertThat(words(complete("floorM"))).containsExactly("floorMod(");
    }

    @Test
    void namesOfTheSameCellAreKnownBeforeItRuns() {
        assertThat(words(complete("int banana = 3;\nbana"))).containsExactly("banana");
        assertThat(words(complete("List<String> list = new ArrayList<>();\nlist.isEm")))
                .containsExactly("isEmpty()");
        assertThat(words(complete("int orange(int n) { return n; }\noran"))).containsExactly("orange");
    }

    @Test
    void offsetsCountCharactersAndNotTheirHalves() {
        JsonObject reply = complete("String s = \"😀😀\"; text.leng");
        assertThat(words(reply)).containsExactly("length()");
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(22);
        assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(26);
    }

    @Test
    void aStringLiteralGoesOnWithPaths(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("digits"));
        Files.writeString(folder.resolve("digits.csv"), "");
        Files.writeString(folder.resolve(".digits"), "");
        String code = "int 😀; Files.readString(Path.of(\"" + folder + "/dig";
        JsonObject reply = complete(code);
        assertThat(words(reply)).containsExactly("digits.csv", "digits/");
        assertThat(reply.get("cursor_end").getAsInt()
                        - reply.get("cursor_start").getAsInt())
                .isEqualTo(3);
        assertThat(type(code, "digits/").get("type").getAsString()).isEqualTo("path");
        assertThat(words(complete("\"" + folder + "/."))).containsExactly(".digits");
        assertThat(words(complete("\"" + folder + "/no/such/"))).isEmpty();
        assertThat(words(complete("// \"" + folder + "/dig"))).isEmpty();
    }

    @Test
    void theTextOfACallGoesOnWithWhatIsKnownOfTheCall(@TempDir Path folder) throws IOException {
        CodeHelp help =
                new CodeHelp(EVALUATOR, call -> call.equals("fruit") ? List.of("apple", "apricot", "fig") : List.of());
        JsonObject reply = help.complete(Json.object("code", "int 😀; fruit( \"ap"));
        assertThat(words(reply)).containsExactly("apple", "apricot");
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(15);
        assertThat(reply.get("metadata"))
                .hasToString("{\"_jupyter_types_experimental\":["
                        + "{\"start\":15,\"end\":17,\"text\":\"apple\",\"type\":\"text\",\"signature\":\"\"},"
                        + "{\"start\":15,\"end\":17,\"text\":\"apricot\",\"type\":\"text\",\"signature\":\"\"}]}");
        assertThat(words(help.complete(Json.object("code", "fruit(\"")))).containsExactly("apple", "apricot", "fig");
        assertThat(words(help.complete(Json.object("code", "fruit(\"z")))).isEmpty();
        Files.writeString(folder.resolve("apple"), "");
        for (String call : List.of("fruits(", "bowl.fruit(", "fruit(1, ", "fruit + ", "")) {
            assertThat(words(help.complete(Json.object("code", call + "\"" + folder + "/ap"))))
                    .as(call)
                    .containsExactly("apple");
        }
        assertThat(words(help.complete(Json.object("code", "fruit(\"fig\").app"))))
                .doesNotContain("apple");
    }

    @Test
    void inspectionOfOurOwnTypesShowsTheirJavadoc() {
        assertThat(inspect("MimeBundle.text(", "text/plain")).isEqualTo("""
                MimeBundle MimeBundle.text(String plain)
                Returns a bundle of text alone; every bundle has text, for front ends and tests
                that show nothing else.""");
        assertThat(inspect("int n = 3;\nDisplay.clearOutput(true", "text/plain"))
                .startsWith("void Display.clearOutput(")
                .contains(
                        "Empties the cell's output; with wait when the next output comes, so that\nnothing flickers.");
        assertThat(inspect("Display.clearOutput(", "text/html"))
                .contains("<pre style=\"white-space:pre-wrap;word-break:normal;overflow-wrap:break-word\">"
                        + "void Display.clearOutput(boolean wait)</pre><p>Empties the cell's output; with "
                        + "<code>wait</code> when the next output comes, so that nothing flickers. A stock kernel");
        assertThat(inspect("Kernel", "text/plain")).startsWith("layerwise.kernel.Kernel\nA Java kernel for Jupyter");
    }

    @Test
    void inspectionKnowsTheJdkAndTheNamesOfCells() {
        assertThat(inspect("Math.max", "text/plain")).contains("int Math.max(int a, int b)");
        assertThat(inspect("apple", "text/plain")).isEqualTo("apple:int");
        assertThat(inspect("cat.meow(", "text/plain")).isEqualTo("int Cat.meow(int times)");
        assertThat(HELP.inspect(Json.object("code", "nothingOfThisName")))
                .hasToString("{\"status\":\"ok\",\"found\":false,\"data\":{},\"metadata\":{}}");
    }
}
