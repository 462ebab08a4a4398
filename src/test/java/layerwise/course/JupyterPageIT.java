package layerwise.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A learner's quarter of an hour in the classic notebook: runs all, fails, is helped, and stops what does not end. */
@Timeout(300)
class JupyterPageIT {
    private static final String TOKEN = "a-token-of-the-test";

    @TempDir
    private Path folder;

    private Optional<Process> jupyter = Optional.empty();
    private Optional<Browser> browser = Optional.empty();
    private String address;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                version().startsWith("6."), "the classic notebook 6 is driven here, and jupyter has another or none");
        browser = Optional.of(Browser.start(folder));
        Checkout.here().kernelspec("java").install(folder.resolve("data/kernels"));
        Files.createDirectories(folder.resolve("pages"));
        int port = freePort();
        address = "http://127.0.0.1:" + port + "/";
        jupyter = Optional.of(process(
                        "notebook",
                        "--no-browser",
                        "--allow-root",
                        "--ip=127.0.0.1",
                        "--port=" + port,
                        "--port-retries=0",
                        "--NotebookApp.token=" + TOKEN,
                        "--notebook-dir=" + folder.resolve("pages"))
                .start());
        awaitServer();
    }

    @AfterEach
    void stop() throws InterruptedException {
        browser.ifPresent(Browser::close);
        if (jupyter.isPresent()) {
            var all = jupyter.get().descendants().toList();
            jupyter.get().destroy();
            jupyter.get().waitFor(10, TimeUnit.SECONDS);
            all.forEach(ProcessHandle::destroyForcibly);
            jupyter.get().destroyForcibly();
        }
    }

    private ProcessBuilder process(String... words) {
        var builder = new ProcessBuilder(program()).redirectErrorStream(true).redirectOutput(said().toFile());
        builder.command().addAll(List.of(words));
        for (String kind : List.of("DATA", "CONFIG", "RUNTIME")) {
            builder.environment()
                    .put(
                            "JUPYTER_" + kind + "_DIR",
                            folder.resolve(kind.toLowerCase(Locale.ROOT)).toString());
        }
        builder.environment().put("IPYTHONDIR", folder.resolve("ipython").toString());
        return builder;
    }

    private static List<String> program() {
        return new ArrayList<>(
                List.of(Optional.ofNullable(System.getenv("LAYERWISE_JUPYTER")).orElse("jupyter")));
    }

    private Path said() {
        return folder.resolve("said.txt");
    }

    private String version() throws InterruptedException {
        try {
            var asked = process("notebook", "--version").start();
            return asked.waitFor(1, TimeUnit.MINUTES) ? Files.readString(said()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitServer() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "api")).build();
        long end = System.nanoTime() + Browser.patience().toNanos();
        while (true) {
            try {
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                assertThat(System.nanoTime()).as(Files.readString(said())).isLessThan(end);
                Thread.sleep(100);
            }
        }
    }

    private Page open(String... cells) throws IOException {
        var sources = new StringBuilder();
        for (String cell : cells) {
            sources.append(sources.isEmpty() ? "" : ",")
                    .append(
                            "{\"cell_type\": \"code\", \"execution_count\": null, \"metadata\": {}, \"outputs\": [], \"source\": [")
                    .append(new Gson().toJson(cell))
                    .append("]}");
        }
        Files.writeString(
                folder.resolve("pages/lesson.ipynb"),
                NormalForm.of(
                        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [" + sources + "]}"));
        var page = browser.orElseThrow().open(address + "notebooks/lesson.ipynb?token=" + TOKEN);
        page.await(
                "a kernel",
                () -> Boolean.TRUE.equals(page.ask("const book = window.Jupyter && Jupyter.notebook;"
                        + " return !!(book && book.kernel && book.kernel.is_connected())")));
        return page;
    }

    private static String cell(int number) {
        return "#notebook-container > .cell:nth-child(" + number + ")";
    }

    @Test
    void aLessonIsRunAndFailsAndHelpsAndStops() throws IOException {
        var page = open(
                "summary(LeNet5.paper())",
                "int parameters = LeNet5.paper().parametres();",
                "",
                "while (true) { }",
                "check(\"05.\"); // an id is chosen");
        runsAllAndShowsTheError(page);
        completesAndExplains(page);
        stopsWhatDoesNotEnd(page);
        offersTheIdsOfExercises(page);
        assertThat(page.requests())
                .allMatch(asked -> asked.replaceFirst("^ws:", "http:").startsWith(address));
    }

    private static void runsAllAndShowsTheError(Page page) {
        page.click("#celllink");
        page.click("#run_all_cells");
        page.await("the error", () -> page.shows(cell(2) + " .output_error"));
        assertThat(page.find(cell(2) + " .output_error").getText()).contains("parametres", "LeNet5.paper()");
        page.click(cell(1) + " th:nth-child(6)");
        assertThat(page.texts(cell(1) + " tbody td:first-child")).startsWith("C5/conv", "F6/dense");
        page.click(cell(1) + " tr[data-path='C3/conv']");
        page.press(Keys.ARROW_UP, Keys.ENTER);
        assertThat(page.texts(cell(1) + " .lw-marked td:first-child")).containsExactly("F6/dense");
    }

    private static void completesAndExplains(Page page) {
        page.click(cell(3) + " .CodeMirror");
        page.press("Math.m", Keys.TAB);
        page.await("the list of words", () -> page.shows("#complete select"));
        assertThat(page.texts("#complete option"))
                .anyMatch(word -> word.startsWith("max"))
                .allMatch(word -> word.startsWith("m"));
        page.press(Keys.ESCAPE);
        page.click(cell(3) + " .CodeMirror");
        page.press("ax");
        page.chord(Keys.SHIFT, Keys.TAB);
        page.await(
                "the explanation",
                () -> page.shows("#tooltip .tooltiptext")
                        && page.find("#tooltip").getText().contains("Math.max"));
        page.press(Keys.ESCAPE);
    }

    private static void stopsWhatDoesNotEnd(Page page) {
        page.click(cell(4) + " .CodeMirror");
        page.chord(Keys.CONTROL, Keys.ENTER);
        page.await(
                "a cell that runs",
                () -> page.find(cell(4) + " .input_prompt").getText().contains("*"));
        page.await("a kernel at work", () -> page.shows(".kernel_busy_icon"));
        page.click("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
        page.await("the stop", () -> page.shows(cell(4) + " .output_error"));
        page.await("a kernel at rest", () -> page.shows(".kernel_idle_icon"));
    }

    private static void offersTheIdsOfExercises(Page page) {
        page.click(cell(5) + " .CodeMirror");
        page.press(Keys.HOME);
        for (int sign = 0; sign < "check(\"05.".length(); sign++) {
            page.press(Keys.ARROW_RIGHT);
        }
        page.press(Keys.TAB);
        page.await("the list of exercises", () -> page.shows("#complete select"));
        assertThat(page.texts("#complete option")).startsWith("05.1", "05.2").allMatch(id -> id.startsWith("05."));
        page.press(Keys.ESCAPE);
    }
}
