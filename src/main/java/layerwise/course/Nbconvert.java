package layerwise.course;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import layerwise.exercise.Desk;

/** Jupyter's own way to execute a notebook without a browser; kernels are looked for in one Jupyter folder first. */
record Nbconvert(Path jupyter) {

    private static final String CELL_ERROR = "CellExecutionError: ";
    private static final Pattern PYTHON_TRACE =
            Pattern.compile("(?m)^Traceback \\(most recent call last\\):\\R(?:\\s+.*\\R)*");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    /** What a page shows of an output, best first: PNG before SVG, which nbconvert 6.5 strips of everything but words. */
    private static final List<String> SHOWN =
            List.of("text/html", "text/markdown", "image/png", "image/svg+xml", "text/plain");

    /**
     * Executes a notebook with the kernel {@code java} in the notebook's folder, and writes it to a scratch folder under the
     * name of its place.
     *
     * @return what Jupyter said if a cell failed, or nothing
     */
    Optional<String> execute(Path notebook, Path place, Scratch scratch) throws IOException, InterruptedException {
        Path said = scratch.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command(notebook, place, scratch))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        prepare(builder.environment(), scratch);
        Process process = builder.start();
        Thread atExit = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(cellError(Files.readString(said)));
        } finally {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private static List<String> command(Path notebook, Path place, Scratch scratch) {
        String name = place.getFileName().toString();
        boolean html = name.endsWith(".html");
        var command = new ArrayList<>(List.of(
                program(),
                "nbconvert",
                "--execute",
                "--to=" + (html ? "html" : "notebook"),
                "--output-dir=" + scratch.resolve(""),
                "--output=" + name,
                "--ExecutePreprocessor.kernel_name=java",
                "--ExecutePreprocessor.timeout=-1",
                "--ExecutePreprocessor.record_timing=False"));
        if (html) {
            SHOWN.forEach(type -> command.add("--NbConvertBase.display_data_priority=" + type));
        }
        command.add(notebook.toString());
        return command;
    }

    /** The Jupyter that the launcher found to work, else the first on PATH. */
    private static String program() {
        return System.getProperty("layerwise.jupyter", "jupyter");
    }

    private void prepare(Map<String, String> environment, Scratch scratch) {
        environment.merge("JUPYTER_PATH", jupyter.toString(), (others, ours) -> ours + File.pathSeparator + others);
        environment.put("JUPYTER_RUNTIME_DIR", scratch.resolve("runtime").toString());
        environment.put(Desk.PROGRESS, "off"); // what a chapter predicts is no score of its reader
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** The cell's source and error where Jupyter reports one, else the whole report; no trace through Python, no colours. */
    static String cellError(String said) {
        int start = said.lastIndexOf(CELL_ERROR);
        String report = start < 0 ? said : said.substring(start + CELL_ERROR.length());
        return COLOUR.matcher(PYTHON_TRACE.matcher(report).replaceAll(""))
                .replaceAll("")
                .strip();
    }
}
