package layerwise.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong in a cell, as Jupyter shows it.
 *
 * @param name the class of the exception, or the kind of error
 * @param value one sentence
 * @param lines where it happened: source line, caret, frames, causes
 */
record ErrorReport(String name, String value, List<String> lines) {

    private static final String RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    ErrorReport {
        lines = List.copyOf(lines);
    }

    /** {@return the same report with more lines below} */
    ErrorReport with(List<String> more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(more);
        return new ErrorReport(name, value, all);
    }

    /** {@return the headline and the lines, without colour} */
    String text() {
        return headline() + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines));
    }

    private String headline() {
        return value.isEmpty() ? name : name + ": " + value;
    }

    /** {@return {@code ename}, {@code evalue} and {@code traceback}, the name in a red that both themes can show} */
    JsonObject json() {
        List<String> traceback = new ArrayList<>();
        traceback.add(RED + name + PLAIN + headline().substring(name.length()));
        traceback.addAll(lines);
        return Json.object("ename", name, "evalue", value, "traceback", traceback);
    }

    /** {@return the same as the content of a reply, with status {@code error}} */
    JsonObject reply() {
        JsonObject reply = json();
        reply.addProperty("status", "error");
        return reply;
    }
}
