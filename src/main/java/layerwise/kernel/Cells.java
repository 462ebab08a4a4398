package layerwise.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers {@code execute_request}: runs the cell, shows its value or its error, keeps it in the history. */
final class Cells {
    private final Supplier<Evaluator> evaluator;
    private final Renderers renderers;
    private final Output output;
    private final Notebook notebook;
    private final History history;
    private final Magics magics;
    private int count;

    Cells(
            Supplier<Evaluator> evaluator,
            Renderers renderers,
            Output output,
            Notebook notebook,
            History history,
            Magics magics) {
        this.evaluator = evaluator;
        this.renderers = renderers;
        this.output = output;
        this.notebook = notebook;
        this.history = history;
        this.magics = magics;
    }

    /** {@return the {@code execute_reply}} */
    JsonObject execute(Message request) {
        boolean silent = Json.flag(request.content(), "silent", false);
        boolean kept = !silent && Json.flag(request.content(), "store_history", true);
        Cell cell = new Cell(kept ? ++count : count, Json.text(request.content(), "code", ""));
        output.attach(request);
        notebook.attach(request);
        if (!silent) {
            output.publish("execute_input", Json.object("code", cell.source(), "execution_count", cell.number()));
        }
        return run(request, cell, silent, kept);
    }

    private JsonObject run(Message request, Cell cell, boolean silent, boolean kept) {
        try {
            JsonArray pages = new JsonArray();
            Optional<MimeBundle> value =
                    cell.source().strip().startsWith("?") ? page(cell, pages) : magics.value(cell, this::value);
            finish(
                    cell,
                    kept,
                    value.flatMap(bundle -> bundle.form("text/plain")).orElse(""));
            value.filter(bundle -> !silent).ifPresent(bundle -> output.publish("execute_result", result(cell, bundle)));
            return ok(cell, pages, expressions(Json.child(request.content(), "user_expressions")));
        } catch (CellFailure failure) {
            finish(cell, kept, "");
            if (!silent) {
                output.publish("error", failure.report().json());
            }
            JsonObject reply = failure.report().reply();
            reply.addProperty("execution_count", cell.number());
            return reply;
        }
    }

    private Optional<MimeBundle> value(Cell cell) throws CellFailure {
        Evaluator ready = evaluator.get();
        Optional<Object> value = evaluated(ready, cell);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(ready.onCellThread(() -> renderers.render(value.get())));
    }

    private Optional<Object> evaluated(Evaluator ready, Cell cell) throws CellFailure {
        try {
            return ready.evaluate(cell);
        } finally {
            TextStream.restore(output);
        }
    }

    private Optional<MimeBundle> page(Cell cell, JsonArray pages) {
        String name = cell.source().strip().replaceAll("^\\?+\\s*", "");
        String text = magics.explain(name)
                .or(() -> new CodeHelp(evaluator.get()).explain(name, name.length()))
                .or(() -> JavadocIndex.own().page(name))
                .orElse("nothing is known about " + name);
        pages.add(Json.object("source", "page", "data", Map.of("text/plain", text), "start", 0));
        return Optional.empty();
    }

    private void finish(Cell cell, boolean kept, String value) {
        notebook.finish();
        output.finish();
        if (kept) {
            history.add(cell, value);
        }
    }

    private JsonObject expressions(JsonObject asked) {
        JsonObject answers = new JsonObject();
        for (String name : asked.keySet()) {
            answers.add(name, expression(Json.text(asked, name, "")));
        }
        return answers;
    }

    private JsonObject expression(String source) {
        try {
            MimeBundle value = value(new Cell(count, source)).orElseGet(() -> MimeBundle.text("null"));
            return Json.object("status", "ok", "data", value.data(), "metadata", Map.of());
        } catch (CellFailure failure) {
            return failure.report().reply();
        }
    }

    private static JsonObject result(Cell cell, MimeBundle bundle) {
        return Json.object("execution_count", cell.number(), "data", bundle.data(), "metadata", Map.of());
    }

    private static JsonObject ok(Cell cell, JsonArray pages, JsonObject expressions) {
        return Json.object(
                "status", "ok", "execution_count", cell.number(), "payload", pages, "user_expressions", expressions);
    }
}
